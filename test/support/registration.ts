/** Dynamic client registration as a developer does it who was given an initial access token. */
import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import type ProtocolMapperRepresentation from "@keycloak/keycloak-admin-client/lib/defs/protocolMapperRepresentation.js";
import { DIARY, type TestRealm } from "./realm.ts";

export interface Registered {
  readonly status: number;
  readonly body: ClientRepresentation & { error?: string };
}

/** As an administrator does who wants clients to register themselves; the returned function takes it back. */
export async function allowSelfRegistration(realm: TestRealm): Promise<() => Promise<void>> {
  const { policies = [] } = await realm.admin.clientPolicies.listPolicies({ includeGlobalPolicies: false });
  await realm.admin.clientPolicies.updatePolicy({
    policies: policies.filter(({ name }) => name !== "member-exchange-no-self-registration"),
  });
  return () => realm.admin.clientPolicies.updatePolicy({ policies });
}

/** Registers a public client with the app's redirect URI, under Keycloak's default policies for an initial access token. */
export async function register(realm: TestRealm, client: ClientRepresentation): Promise<Registered> {
  const { token } = await realm.admin.realms.createClientsInitialAccess({ realm: realm.settings.realm }, { count: 1, expiration: 60 });
  return send(`${realm.issuer}/clients-registrations/default`, "POST", token as string, {
    publicClient: true,
    redirectUris: [...DIARY.redirectUris],
    ...client,
  });
}

/** Changes a registered client with its own registration access token. */
export async function updateRegistration(realm: TestRealm, clientId: string, change: ClientRepresentation): Promise<Registered> {
  const id = await realm.clientUuid(clientId);
  const { registrationAccessToken } = (await realm.admin.clients.generateRegistrationAccessToken({ id })) as Record<string, string>;
  const address = `${realm.issuer}/clients-registrations/default/${clientId}`;
  const { body } = await send(address, "GET", registrationAccessToken as string);
  return send(address, "PUT", body.registrationAccessToken ?? (registrationAccessToken as string), { ...body, ...change });
}

async function send(address: string, method: string, token: string, client?: ClientRepresentation): Promise<Registered> {
  const answer = await fetch(address, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(client ? { body: JSON.stringify(client) } : {}),
  });
  return { status: answer.status, body: (await answer.json()) as Registered["body"] };
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
