/** A second realm that plays the plan's member portal, and a member's way through both. */
import { randomUUID } from "node:crypto";
import KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { type PortalMember, portalRealm, portalUser } from "@member-exchange/demo";
import type { OidcPortal, SamlPortal } from "@member-exchange/realm-config";
import type { AuthorizationFlow, Shown } from "./authorization-flow.ts";
import { keycloak, type TestRealm } from "./realm.ts";

const SECRET = "portal-secret-for-tests";
const CLIENT_ID = "health-plan";
const SAML_ATTRIBUTE = {
  name: "member_id",
  protocol: "saml",
  protocolMapper: "saml-user-attribute-mapper",
  config: { "user.attribute": "member_id", "attribute.name": "member_id", "attribute.nameformat": "Basic" },
};

const MORE_CLAIMS = ["member_until", "represented"].map((name) => ({
  name,
  protocol: "openid-connect",
  protocolMapper: "oidc-usermodel-attribute-mapper",
  config: {
    "user.attribute": name,
    "claim.name": name,
    "jsonType.label": "String",
    multivalued: String(name === "represented"),
    "id.token.claim": "true",
  },
}));

export interface TestPortal {
  readonly realm: string;
  /** The name that the plan's realm has to have: the portal sends members back there. */
  readonly plan: string;
  readonly oidc: OidcPortal;
  readonly saml: SamlPortal;
  /** A new account there; its user name is its own unless said otherwise. */
  readonly newMember: (like?: Partial<PortalMember>, attributes?: Record<string, string[]>) => Promise<PortalMember>;
  /** Changes what the portal says of a member; nothing takes the id away. */
  readonly setMemberId: (member: PortalMember, memberId: string | undefined) => Promise<void>;
  readonly setEmail: (member: PortalMember, email: string) => Promise<void>;
  readonly setAttributes: (member: PortalMember, attributes: Record<string, string[]>) => Promise<void>;
  /** Where the plan's realm takes SAML members back. */
  readonly trustSaml: (plan: TestRealm) => Promise<void>;
  readonly remove: () => Promise<void>;
}

export async function startPortal(): Promise<TestPortal> {
  const { url, admin: account } = keycloak();
  const admin = new KeycloakAdminClient({ baseUrl: url, realmName: "master" });
  await admin.auth({ ...account, grantType: "password", clientId: "admin-cli" });
  const plan = `test-${randomUUID().slice(0, 8)}`;
  const realm = `portal-${randomUUID().slice(0, 8)}`;
  const redirectUri = `${url}/realms/${plan}/broker/portal/endpoint`;
  const representation = portalRealm(realm, "Member portal", { id: CLIENT_ID, secret: SECRET, redirectUri }, []);
  // the tests read the context of the theme's pages
  await admin.realms.create({ ...(representation as object), loginTheme: "health-plan" });
  const [client] = await admin.clients.find({ realm, clientId: CLIENT_ID });
  for (const mapper of MORE_CLAIMS) await admin.clients.addProtocolMapper({ realm, id: client?.id as string }, mapper);
  const setAttributes: TestPortal["setAttributes"] = async ({ username }, attributes) => {
    const [user] = await admin.users.find({ realm, username, exact: true });
    await admin.users.update({ realm, id: user?.id as string }, { ...user, attributes: { ...user?.attributes, ...attributes } });
  };
  const common = { name: "Member portal", map: { memberId: "member_id" }, trustEmail: false, onlyWay: false };
  return {
    realm,
    plan,
    oidc: {
      ...common,
      map: { memberId: "member_id", memberUntil: "member_until", represents: "represented" },
      protocol: "oidc",
      issuer: `${url}/realms/${realm}`,
      clientId: CLIENT_ID,
      clientSecret: SECRET,
      clientAuthentication: "client_secret_basic",
      scopes: ["profile", "email"],
    },
    saml: { ...common, protocol: "saml", metadataUrl: `${url}/realms/${realm}/protocol/saml/descriptor` },
    newMember: async (like = {}, attributes = {}) => {
      const username = like.username ?? `at-portal-${randomUUID().slice(0, 8)}`;
      const names = { username, password: "portal-password", firstName: "Pat", lastName: "Portal", email: `${username}@portal.example` };
      const member = { ...names, memberId: `patient-of-${username}`, ...like };
      const user = portalUser(member);
      await admin.users.create({ ...user, attributes: { ...user.attributes, ...attributes }, realm });
      return member;
    },
    setMemberId: (member, memberId) => setAttributes(member, { member_id: memberId ? [memberId] : [] }),
    setAttributes,
    setEmail: async ({ username }, email) => {
      const [user] = await admin.users.find({ realm, username, exact: true });
      await admin.users.update({ realm, id: user?.id as string }, { ...user, email });
    },
    trustSaml: async (plan) => {
      await admin.clients.create({
        realm,
        clientId: plan.issuer,
        protocol: "saml",
        redirectUris: [redirectUri],
        frontchannelLogout: true,
        attributes: {
          "saml.assertion.signature": "true",
          "saml.server.signature": "true",
          "saml.client.signature": "false",
          saml_force_name_id_format: "true",
          saml_name_id_format: "persistent",
        },
        protocolMappers: [SAML_ATTRIBUTE],
      });
    },
    remove: () => admin.realms.del({ realm }),
  };
}

/** From the plan's sign-in page by the portal's button and the portal's form to what the plan shows then. */
export async function signInAtPortal(flow: AuthorizationFlow, shown: Shown, { username, password }: PortalMember): Promise<Shown> {
  if (shown.kind !== "page" || shown.page !== "login.ftl") throw new Error(`no sign-in page but ${JSON.stringify(shown).slice(0, 300)}`);
  const [button] = shown.context.social?.providers ?? [];
  const page = button ? await relayed(flow, await flow.open(new URL(button.loginUrl, flow.request.issuer).href)) : shown;
  return relayed(flow, await flow.signIn(page, username, password));
}

/** SAML goes by forms that a browser posts by itself. */
async function relayed(flow: AuthorizationFlow, shown: Shown): Promise<Shown> {
  if (shown.kind !== "page" || shown.page !== "saml-post-form.ftl") return shown;
  const { url, SAMLRequest, SAMLResponse, relayState } = shown.context.samlPost;
  const fields = { SAMLRequest, SAMLResponse, RelayState: relayState };
  const body = new URLSearchParams(Object.entries(fields).filter(([, value]) => value));
  return relayed(flow, await flow.send(url, body));
}

/** The theme's page that the browser is on, or what the app was told. */
export const pageOf = (shown: Shown): string => (shown.kind === "page" ? shown.page : `app: ${shown.params}`);
