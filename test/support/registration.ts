/** Dynamic client registration (RFC 7591, RFC 7592) as a developer does it who was given an initial access token. */
import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import type ProtocolMapperRepresentation from "@keycloak/keycloak-admin-client/lib/defs/protocolMapperRepresentation.js";
import { DIARY, type TestRealm } from "./realm.ts";

// biome-ignore lint/suspicious/noExplicitAny: Keycloak's own representation, or client metadata of RFC 7591
export type Registration = Record<string, any>;

export interface Registered {
  readonly status: number;
  readonly body: Registration & { error?: string; error_description?: string };
}

/** What a developer sends who wants everything that may be had. */
export const METADATA = {
  client_name: "Newcomer",
  client_uri: "https://newcomer.example.org/about",
  redirect_uris: [...DIARY.redirectUris],
  token_endpoint_auth_method: "none",
  scope: "launch/patient openid fhirUser offline_access patient/*.rs",
};

/** The same in Keycloak's own representation. */
export const OWN = {
  name: METADATA.client_name,
  baseUrl: METADATA.client_uri,
  redirectUris: METADATA.redirect_uris,
  publicClient: true,
  optionalClientScopes: METADATA.scope.split(" "),
} satisfies ClientRepresentation;

/** As an administrator does who takes our client policies away; the returned function brings them back. */
export async function withoutRules(realm: TestRealm): Promise<() => Promise<void>> {
  const { policies = [] } = await realm.admin.clientPolicies.listPolicies({ includeGlobalPolicies: false });
  await realm.admin.clientPolicies.updatePolicy({ policies: [] });
  return () => realm.admin.clientPolicies.updatePolicy({ policies });
}

export async function initialAccessToken(realm: TestRealm, count = 1): Promise<string> {
  const { token } = await realm.admin.realms.createClientsInitialAccess({ realm: realm.settings.realm }, { count, expiration: 60 });
  return token as string;
}

const address = (realm: TestRealm, way: string): string => `${realm.issuer}/clients-registrations/${way}`;

/** Registers by RFC 7591. @param token a new initial access token when left out; none when undefined is said */
export async function register(realm: TestRealm, metadata: Registration = {}, ...tokens: (string | undefined)[]): Promise<Registered> {
  const token = tokens.length > 0 ? tokens[0] : await initialAccessToken(realm);
  return send(address(realm, "openid-connect"), "POST", token, { ...METADATA, ...metadata });
}

/** Registers in Keycloak's own representation, just as it stands. */
export async function registerOwn(realm: TestRealm, client: Registration): Promise<Registered> {
  return send(address(realm, "default"), "POST", await initialAccessToken(realm), client);
}

/** Changes a registered client by RFC 7592: reads itself, changes that, writes it back. */
export const updateRegistration = (realm: TestRealm, clientId: string, change: Registration) =>
  update(realm, "openid-connect", clientId, change);

/** The same in Keycloak's own representation. */
export const updateOwnRegistration = (realm: TestRealm, clientId: string, change: Registration) =>
  update(realm, "default", clientId, change);

async function update(realm: TestRealm, way: string, clientId: string, change: Registration): Promise<Registered> {
  return (await preparedUpdate(realm, clientId, change, way))();
}

/** The same up to the last step, which the returned function does. */
export async function preparedUpdate(
  realm: TestRealm,
  clientId: string,
  change: Registration = {},
  way = "openid-connect",
): Promise<() => Promise<Registered>> {
  const id = await realm.clientUuid(clientId);
  const { registrationAccessToken } = (await realm.admin.clients.generateRegistrationAccessToken({ id })) as Record<string, string>;
  const own = `${address(realm, way)}/${clientId}`;
  const { body } = await send(own, "GET", registrationAccessToken);
  const token = body.registrationAccessToken ?? body.registration_access_token ?? registrationAccessToken;
  return () => send(own, "PUT", token, { ...body, ...change });
}

async function send(to: string, method: string, token: string | undefined, client?: Registration): Promise<Registered> {
  const answer = await fetch(to, {
    method,
    headers: { "content-type": "application/json", ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    ...(client ? { body: JSON.stringify(client) } : {}),
  });
  const text = await answer.text();
  return { status: answer.status, body: (text ? JSON.parse(text) : {}) as Registered["body"] };
}

/** A mapper that writes a claim wherever it can be written. */
export function mapper(claim: string, kind: string, config: Record<string, string>): ProtocolMapperRepresentation {
  return {
    name: `${kind} ${claim} ${JSON.stringify(config)}`.slice(0, 200),
    protocol: "openid-connect",
    protocolMapper: `oidc-${kind}-mapper`,
    config: {
      "claim.name": claim,
      "jsonType.label": "String",
      "access.token.claim": "true",
      "introspection.token.claim": "true",
      "access.tokenResponse.claim": "true",
      ...config,
    },
  };
}

/** Writes a user attribute, which the member may be able to edit. */
export const fromAttribute = (attribute: string, claim: string, config: Record<string, string> = {}): ProtocolMapperRepresentation =>
  mapper(claim, "usermodel-attribute", { "user.attribute": attribute, ...config });
