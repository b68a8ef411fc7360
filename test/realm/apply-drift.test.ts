/** R11: what somebody changed by hand is named by `check` and mended by `apply`; what is not ours is left alone. */
import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type RealmRepresentation from "@keycloak/keycloak-admin-client/lib/defs/realmRepresentation.js";
import type { UserProfileAttribute } from "@keycloak/keycloak-admin-client/lib/defs/userProfileMetadata.js";
import { type ApplyReport, applyRealm, planRealm, type RealmSettings } from "@member-exchange/realm-config";
import { checkLines, planLines } from "../../realm-config/src/print.ts";
import { TestRealm } from "../support/realm.ts";

const SMTP = { host: "mail.plan.example", port: 587, from: "no-reply@plan.example", security: "starttls" } as const;
const OBSERVATION = "patient/Observation.rs";
const CONDITION = "patient/Condition.rs";

let realm: TestRealm;
let settings: RealmSettings;
let admin: KeycloakAdminClient;
beforeAll(async () => {
  realm = await TestRealm.create({ smtp: SMTP, planClient: { id: "plan-service", secret: "plan-secret-for-tests" } });
  ({ settings, admin } = realm);
});
beforeEach(() => realm.signInAdmin());
afterAll(() => realm.remove());

const ofRealm = (change: (actual: RealmRepresentation) => RealmRepresentation) => async () => {
  const actual = (await admin.realms.findOne({ realm: settings.realm })) ?? {};
  await admin.realms.update({ realm: settings.realm }, change(actual));
};
const set = (fields: RealmRepresentation) => ofRealm(() => fields);
const ofClient = (clientId: string, change: object) => async () => void (await realm.changeClient(clientId, change));
const scope = async (name: string) => (await admin.clientScopes.findOneByName({ name })) as { id: string; attributes: object };
const mapper = async (name: string) => {
  const { id } = await scope("member-authorization");
  const found = await admin.clientScopes.findProtocolMapperByName({ id, name });
  return { ...found, where: { id, mapperId: found?.id as string } };
};
const profile = (change: (attributes: UserProfileAttribute[]) => UserProfileAttribute[]) => async () => {
  const actual = await admin.users.getProfile();
  await admin.users.updateProfile({ ...actual, attributes: change(actual.attributes ?? []) });
};
const policies = (change: (all: object[]) => object[]) => async () => {
  const { policies: all = [] } = await admin.clientPolicies.listPolicies({ includeGlobalPolicies: false });
  await admin.clientPolicies.updatePolicy({ policies: change(all) });
};
const HARDCODED = { protocol: "openid-connect", protocolMapper: "oidc-hardcoded-claim-mapper", config: { "claim.name": "patient" } };

/** What was done by hand, and what `check` says of it. */
type Case = readonly [what: string, change: () => Promise<unknown>, says: RegExp];

const REALM: Case[] = [
  ["the access token's life", set({ accessTokenLifespan: 3600 }), /realm \S+: accessTokenLifespan is 3600, it should be 300\./],
  ["the sign-in's life", set({ ssoSessionMaxLifespan: 864_000 }), /ssoSessionMaxLifespan/],
  ["offline access without an end", set({ offlineSessionMaxLifespanEnabled: false }), /offlineSessionMaxLifespanEnabled is false/],
  ["refresh tokens that stay good", set({ revokeRefreshToken: false, refreshTokenMaxReuse: 3 }), /revokeRefreshToken is false/],
  ["no lockout", set({ bruteForceProtected: false }), /bruteForceProtected is false/],
  ["a lockout for good", set({ permanentLockout: true }), /permanentLockout is true/],
  ["short passwords", set({ passwordPolicy: "length(4)" }), /passwordPolicy is length\(4\)/],
  ["people who register themselves", set({ registrationAllowed: true }), /registrationAllowed is true/],
  ["no TLS", set({ sslRequired: "none" }), /sslRequired is none, it should be external/],
  ["no event log", set({ eventsEnabled: false, adminEventsEnabled: false }), /eventsEnabled is false[\s\S]*adminEventsEnabled is false/],
  ["an event log of sign-ins only", set({ enabledEventTypes: ["LOGIN"] }), /enabledEventTypes/],
  [
    "a header",
    ofRealm(({ browserSecurityHeaders }) => ({ browserSecurityHeaders: { ...browserSecurityHeaders, xFrameOptions: "" } })),
    /xFrameOptions/,
  ],
  [
    "the sharing policy",
    ofRealm(({ attributes = {} }) => {
      const policy = JSON.parse(attributes.member_authorization_policy);
      policy.categories[0].default = !policy.categories[0].default;
      return { attributes: { ...attributes, member_authorization_policy: JSON.stringify(policy) } };
    }),
    /attributes\.member_authorization_policy is …/,
  ],
  [
    "the mail server",
    ofRealm(({ smtpServer }) => ({ smtpServer: { ...smtpServer, port: "25", starttls: "false" } })),
    /mail server: smtpServer\.port is 25, it should be 587\./,
  ],
];

const SCOPES: Case[] = [
  [
    "an attribute of a client scope",
    async () => {
      const { id, attributes } = await scope(CONDITION);
      await admin.clientScopes.update(
        { id },
        { name: CONDITION, protocol: "openid-connect", attributes: { ...attributes, "include.in.token.scope": "false" } },
      );
    },
    /client scope patient\/Condition\.rs: attributes\.include\.in\.token\.scope is false/,
  ],
  [
    "a client scope that was deleted",
    async () => admin.clientScopes.del({ id: (await scope(OBSERVATION)).id }),
    /client scope patient\/Observation\.rs is missing\.[\s\S]*client scopes of willow-diary: optional client scope patient\/Observation\.rs is missing\./,
  ],
  [
    "a mapper's configuration",
    async () => {
      const { where, ...found } = await mapper("audience FHIR base URL");
      const config = { ...found.config, "included.custom.audience": "https://elsewhere.example" };
      await admin.clientScopes.updateProtocolMapper(where, { ...found, config });
    },
    /mapper audience FHIR base URL of client scope member-authorization: config\.included\.custom\.audience is https:\/\/elsewhere\.example/,
  ],
  [
    "a mapper that was removed",
    async () => admin.clientScopes.delProtocolMapper((await mapper("member authorization")).where),
    /mapper member authorization of client scope member-authorization is missing\./,
  ],
  [
    "a mapper that was added",
    async () => admin.clientScopes.addProtocolMapper(await scope("member-authorization"), { ...HARDCODED, name: "extra" }),
    /mapper extra of client scope member-authorization: protocolMapper oidc-hardcoded-claim-mapper does not belong there\./,
  ],
];

const CLIENTS: Case[] = [
  [
    "a flag of an app",
    ofClient("willow-diary", { consentRequired: false }),
    /client willow-diary: consentRequired is false, it should be true\./,
  ],
  ["a redirect URI of an app", ofClient("willow-diary", { redirectUris: ["*"] }), /client willow-diary: redirectUris is \["\*"\]/],
  [
    "a grant of Keycloak's own client",
    ofClient("admin-cli", { directAccessGrantsEnabled: true }),
    /client admin-cli: directAccessGrantsEnabled/,
  ],
  ["the facade's secret", ofClient("fhir-facade", { secret: "another" }), /client fhir-facade: secret is not what it should be\./],
  [
    "a default client scope of an app",
    async () =>
      admin.clients.addDefaultClientScope({ id: await realm.clientUuid("willow-diary"), clientScopeId: (await scope("email")).id }),
    /client scopes of willow-diary: default client scope email does not belong there\./,
  ],
  [
    "a mapper of an app",
    async () => admin.clients.addProtocolMapper({ id: await realm.clientUuid("willow-diary") }, { ...HARDCODED, name: "own" }),
    /mapper own of client willow-diary: protocolMapper oidc-hardcoded-claim-mapper does not belong there\./,
  ],
  [
    "the roles of the plan's service",
    async () => {
      const { id = "" } = await admin.clients.getServiceAccountUser({ id: await realm.clientUuid("plan-service") });
      const clientUniqueId = await realm.clientUuid("member-authorizations");
      const held = await admin.users.listClientRoleMappings({ id, clientUniqueId });
      const roles = held.filter(({ name }) => name === "stop").map((role) => ({ id: role.id ?? "", name: role.name ?? "" }));
      await admin.users.delClientRoleMappings({ id, clientUniqueId, roles });
    },
    /roles of plan-service: role stop is missing\./,
  ],
];

const REST: Case[] = [
  ["no client policies", policies(() => []), /client policy member-exchange-apps is missing\./],
  [
    "a client profile without an executor",
    async () => {
      const { profiles = [] } = await admin.clientPolicies.listProfiles({ includeGlobalProfiles: false });
      await admin.clientPolicies.createProfiles({
        profiles: profiles.map((each) => ({ ...each, executors: (each.executors ?? []).slice(1) })),
      });
    },
    /client profile member-exchange-apps: executors/,
  ],
  [
    "the required action switched off",
    async () => {
      const alias = "member-authorization";
      const action = await admin.authenticationManagement.getRequiredActionForAlias({ alias });
      await admin.authenticationManagement.updateRequiredAction({ alias }, { ...action, enabled: false });
    },
    /required action: enabled is false, it should be true\./,
  ],
  [
    "a link to a record that members may write",
    profile((all) =>
      all.map((each) =>
        each.name === "fhir_patient" ? { ...each, permissions: { view: ["admin", "user"], edit: ["admin", "user"] } } : each,
      ),
    ),
    /user attribute fhir_patient: permissions\.view/,
  ],
  [
    "no attribute for people represented",
    profile((all) => all.filter(({ name }) => name !== "represented_patients")),
    /user attribute represented_patients is missing\./,
  ],
  [
    "a member's link to a record",
    async () => {
      const id = await realm.userId();
      const user = await admin.users.findOne({ id });
      await admin.users.update({ id }, { ...user, attributes: { ...user?.attributes, fhir_patient: ["patient-nora"] } });
    },
    /member mary: attributes\.fhir_patient is not what it should be\./,
  ],
];

const OFF: Case[] = [
  [
    "a client policy that is off",
    policies((all) => all.map((policy) => ({ ...policy, enabled: false }))),
    /client policy member-exchange-apps: enabled is false/,
  ],
];

describe.each([
  ["changes all over the realm", [...REALM, ...SCOPES, ...CLIENTS, ...REST]],
  ["client policies that are switched off", OFF],
])("%s", (_, cases) => {
  let found: ApplyReport;
  beforeAll(async () => {
    await realm.signInAdmin();
    for (const [, change] of cases) await change();
    found = await planRealm(settings);
  });

  test.each(cases)("check names %s", (__, ___, says) => {
    expect(checkLines(found).join("\n")).toMatch(says);
  });

  test("check writes nothing, apply mends what it named and nothing else, and check is silent", async () => {
    expect((await planRealm(settings)).differences).toEqual(found.differences);
    const { created, changed } = await applyRealm(settings);
    expect([...created, ...changed].sort()).toEqual(found.differences.map(({ object }) => object).sort());
    expect(checkLines(await planRealm(settings))).toEqual([expect.stringMatching(/^Nothing differs: \d+ objects/)]);
  });
});

test("neither plan nor check prints a secret or what links a member to a person", async () => {
  const secrets = {
    facadeClient: { id: "fhir-facade", secret: "never-printed-1" },
    smtp: { ...SMTP, credentials: { username: "u", password: "never-printed-2" } },
  };
  const members = settings.members.map((member) => ({ ...member, fhirPatient: "never-printed-3", email: "never-printed-4@example.org" }));
  const report = await planRealm({ ...settings, ...secrets, members });
  const said = [...planLines(report), ...checkLines(report), JSON.stringify(report)].join("\n");
  expect(said).toContain("secret: (secret differs)");
  expect(said).toContain("mail server");
  expect(said).not.toMatch(/never-printed|facade-secret-for-tests|patient-mary/);
});

test("our client policies stay in force beside others, in any order", async () => {
  const theirs = { name: "theirs", enabled: true, conditions: [{ condition: "any-client", configuration: {} }], profiles: [] };
  await policies((all) => [theirs, ...all.toReversed()])();
  expect((await planRealm(settings)).differences).toEqual([]);
  await policies((all) => all.filter((policy) => (policy as { name: string }).name !== "member-exchange-apps"))();
  expect((await applyRealm(settings)).created).toEqual(["client policy member-exchange-apps"]);
  const { policies: after = [] } = await admin.clientPolicies.listPolicies({ includeGlobalPolicies: false });
  expect(after.map(({ name }) => name)).toContain("theirs");
  const shown = await realm.flow("launch/patient", { aud: "https://elsewhere.example" }).start();
  expect(shown.kind === "app" && shown.params.get("error")).toBe("invalid_request");
});

test("another client, client scope, role, user attribute, required action, flow, member and header of the realm survive apply", async () => {
  await admin.clients.create({ clientId: "portal", attributes: { note: "theirs" }, protocolMappers: [{ ...HARDCODED, name: "theirs" }] });
  await admin.clientScopes.create({ name: "theirs", protocol: "openid-connect", protocolMappers: [{ ...HARDCODED, name: "theirs" }] });
  await admin.roles.create({ name: "theirs" });
  await admin.users.create({ username: "stranger", enabled: true });
  await admin.authenticationManagement.createFlow({ alias: "theirs", providerId: "basic-flow", topLevel: true, builtIn: false });
  await profile((all) => [...all, { name: "theirs", permissions: { view: ["admin"], edit: ["admin"] } }])();
  const terms = await admin.authenticationManagement.getRequiredActionForAlias({ alias: "TERMS_AND_CONDITIONS" });
  await admin.authenticationManagement.updateRequiredAction({ alias: "TERMS_AND_CONDITIONS" }, { ...terms, enabled: true });
  await ofRealm(({ attributes }) => ({
    displayName: "Their Plan",
    attributes: { ...attributes, theirs: "kept" },
    accessTokenLifespan: 60,
  }))();
  await profile((all) => all.filter(({ name }) => name !== "fhir_patient"))();

  const { changed, created } = await applyRealm(settings);

  expect([...created, ...changed].sort()).toEqual(["mail server", `realm ${settings.realm}`, "user attribute fhir_patient"].sort());
  const [portal] = await admin.clients.find({ clientId: "portal" });
  expect(portal).toMatchObject({ attributes: { note: "theirs" }, protocolMappers: [{ name: "theirs" }] });
  expect((await admin.clientScopes.findOneByName({ name: "theirs" }))?.protocolMappers).toHaveLength(1);
  expect(await admin.roles.findOneByName({ name: "theirs" })).toMatchObject({ name: "theirs" });
  expect(await admin.users.find({ username: "stranger", exact: true })).toHaveLength(1);
  expect((await admin.authenticationManagement.getFlows()).map(({ alias }) => alias)).toContain("theirs");
  expect((await admin.users.getProfile()).attributes?.map(({ name }) => name)).toContain("theirs");
  expect(await admin.authenticationManagement.getRequiredActionForAlias({ alias: "TERMS_AND_CONDITIONS" })).toMatchObject({
    enabled: true,
  });
  expect(await admin.realms.findOne({ realm: settings.realm })).toMatchObject({
    displayName: "Their Plan",
    attributes: { theirs: "kept" },
  });
});
