/** A throw-away realm per test file, on the Keycloak that the runner started. */
import { randomUUID } from "node:crypto";
import KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import { type App, applyRealm, type Member, type RealmSettings } from "@member-exchange/realm-config";
import { type AppRequest, AuthorizationFlow, introspect, type Shown } from "./authorization-flow.ts";
import { UserAgent } from "./user-agent.ts";

export const FHIR_BASE_URL = "http://localhost:8082/fhir";
export const FACADE = { id: "fhir-facade", secret: "facade-secret-for-tests" };

/** A member with a record of their own. */
export type TestMember = Member & { readonly fhirPatient: string };

export const MARY: TestMember = {
  username: "mary",
  password: "password-of-mary",
  firstName: "Mary",
  lastName: "Member",
  email: "mary@example.org",
  fhirPatient: "patient-mary",
};
export const NORA: TestMember = { ...MARY, username: "nora", firstName: "Nora", email: "nora@example.org", fhirPatient: "patient-nora" };

/** An independent developer's app that may be granted anything. */
export const DIARY: App = {
  clientId: "willow-diary",
  name: "Willow Diary",
  ownerType: "developer",
  ownerName: "Willow Diary Company",
  verified: true,
  redirectUris: ["http://localhost:9/diary"],
  website: "https://diary.example.org",
  authentication: { method: "none" },
  registeredScopes: ["launch/patient", "openid", "fhirUser", "offline_access", "patient/*.rs"],
};
/** An app that is registered for two kinds of records only. */
export const LAB_APP: App = {
  ...DIARY,
  clientId: "lab-app",
  name: "Lab App",
  redirectUris: ["http://localhost:9/lab"],
  registeredScopes: ["launch/patient", "patient/Observation.rs", "patient/DiagnosticReport.rs"],
};

/** The server that `test/run.mjs` started. @throws when the ring is run without it */
export function keycloak() {
  const { TEST_KEYCLOAK_URL, TEST_KEYCLOAK_USERNAME, TEST_KEYCLOAK_PASSWORD } = process.env;
  if (!TEST_KEYCLOAK_URL || !TEST_KEYCLOAK_USERNAME || !TEST_KEYCLOAK_PASSWORD) {
    throw new Error("No Keycloak to test against: run `npm run test:realm`, which starts one.");
  }
  return { url: TEST_KEYCLOAK_URL, admin: { username: TEST_KEYCLOAK_USERNAME, password: TEST_KEYCLOAK_PASSWORD } };
}

export class TestRealm {
  readonly settings: RealmSettings;
  readonly issuer: string;
  readonly admin: KeycloakAdminClient;

  private constructor(settings: RealmSettings) {
    this.settings = settings;
    this.issuer = `${settings.keycloakUrl}/realms/${settings.realm}`;
    this.admin = new KeycloakAdminClient({ baseUrl: settings.keycloakUrl, realmName: "master" });
  }

  static async create(overrides: Partial<RealmSettings> = {}): Promise<TestRealm> {
    const { url, admin } = keycloak();
    const realm = new TestRealm({
      keycloakUrl: url,
      admin,
      realm: `test-${randomUUID().slice(0, 8)}`,
      fhirBaseUrl: FHIR_BASE_URL,
      facadeClient: FACADE,
      sslRequired: "external",
      apps: [DIARY, LAB_APP],
      members: [MARY, NORA],
      ...overrides,
    });
    await applyRealm(realm.settings);
    await realm.signInAdmin();
    return realm;
  }

  /** A member of one test's own, so that tests of one realm do not meet each other's authorizations. */
  async newMember(like: Partial<TestMember> = {}, attributes: Record<string, string[]> = {}): Promise<TestMember> {
    const username = like.username ?? `member-${randomUUID().slice(0, 8)}`;
    const member = { ...MARY, username, email: `${username}@example.org`, fhirPatient: `patient-of-${username}`, ...like };
    await this.admin.users.create({
      username,
      email: member.email,
      firstName: member.firstName,
      lastName: member.lastName,
      enabled: true,
      emailVerified: true,
      attributes: { fhir_patient: [member.fhirPatient], ...attributes },
      credentials: [{ type: "password", value: member.password, temporary: false }],
    });
    return member;
  }

  /** Admin tokens last a minute; long tests sign in again. */
  async signInAdmin(): Promise<void> {
    this.admin.setConfig({ realmName: "master" });
    await this.admin.auth({ ...this.settings.admin, grantType: "password", clientId: "admin-cli" });
    this.admin.setConfig({ realmName: this.settings.realm });
  }

  /** Leaves it where it is: Keycloak takes as long to delete a realm as to make one, and its database is new in every run. */
  async remove(): Promise<void> {}

  flow(scope: string, request: Partial<AppRequest> & { app?: App } = {}, browser = new UserAgent()): AuthorizationFlow {
    const { app = DIARY, ...others } = request;
    return new AuthorizationFlow(
      { issuer: this.issuer, clientId: app.clientId, redirectUri: app.redirectUris[0] as string, scope, aud: FHIR_BASE_URL, ...others },
      browser,
    );
  }

  /** Starts the flow and signs the member in, up to the authorization screen or the app. */
  async signedIn(flow: AuthorizationFlow, member: Member = MARY): Promise<Shown> {
    const shown = await flow.start();
    return shown.kind === "page" && shown.page === "login.ftl" ? flow.signIn(shown, member.username, member.password) : shown;
  }

  /** The whole flow with this answer. */
  async authorize(flow: AuthorizationFlow, answer: Record<string, string | readonly string[]>, member: Member = MARY) {
    return flow.redeem(await flow.post(await this.signedIn(flow, member), { decision: "allow", duration: "P1Y", ...answer }));
  }

  /** What the facade would learn about the token now. */
  async effective(token: string | undefined): Promise<Record<string, unknown> | undefined> {
    const answer = await introspect(this.issuer, FACADE, token);
    return answer.member_authorization as Record<string, unknown> | undefined;
  }

  async userId(member: Member = MARY): Promise<string> {
    // on a slow machine, or when the node that gave it was killed, the token is over by now
    if (this.admin.isTokenExpired()) await this.signInAdmin();
    const [user] = await this.admin.users.find({ username: member.username, exact: true });
    return user?.id as string;
  }

  /** Changes an app's client, past the client policies that would refuse it; the returned function makes it what it was. */
  async changeClient(clientId: string, change: ClientRepresentation): Promise<() => Promise<void>> {
    const id = await this.clientUuid(clientId);
    const before = await this.admin.clients.findOne({ id });
    const attributes = { ...before?.attributes, ...change.attributes };
    const write = (client: ClientRepresentation) => this.withoutPolicies(() => this.admin.clients.update({ id }, client));
    await write({ ...before, ...change, attributes });
    const added = Object.fromEntries(Object.keys(change.attributes ?? {}).map((name) => [name, ""]));
    return () => write({ ...before, attributes: { ...added, ...before?.attributes } });
  }

  /** As an administrator who took our client policies away; they are back afterwards. */
  async withoutPolicies<Result>(change: () => Promise<Result>): Promise<Result> {
    const { policies = [] } = await this.admin.clientPolicies.listPolicies({ includeGlobalPolicies: false });
    await this.admin.clientPolicies.updatePolicy({ policies: [] });
    try {
      return await change();
    } finally {
      await this.admin.clientPolicies.updatePolicy({ policies });
    }
  }

  async clientUuid(clientId: string): Promise<string> {
    const [client] = await this.admin.clients.find({ clientId });
    return client?.id as string;
  }
}
