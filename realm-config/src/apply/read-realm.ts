/** Everything that a run compares, in seven requests made at once, however many clients and client scopes there are. */
import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type ClientPolicyRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientPolicyRepresentation.js";
import type ClientProfileRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientProfileRepresentation.js";
import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import type ClientScopeRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientScopeRepresentation.js";
import type RealmRepresentation from "@keycloak/keycloak-admin-client/lib/defs/realmRepresentation.js";
import type RequiredActionProviderRepresentation from "@keycloak/keycloak-admin-client/lib/defs/requiredActionProviderRepresentation.js";
import type { UserProfileConfig } from "@keycloak/keycloak-admin-client/lib/defs/userProfileMetadata.js";
import { RealmConfigError } from "./refusals.ts";

/** Maps are by name (client id for clients); a realm that is not there has nothing in it. */
export interface Found {
  readonly realm: RealmRepresentation | undefined;
  readonly clientScopes: Map<string, ClientScopeRepresentation>;
  /** Whole: with their secrets, mappers and the names of their client scopes. */
  readonly clients: Map<string, ClientRepresentation>;
  userProfile: UserProfileConfig;
  readonly requiredActions: Map<string, RequiredActionProviderRepresentation>;
  profiles: ClientProfileRepresentation[];
  policies: ClientPolicyRepresentation[];
}

const nothing = (): Found => ({
  realm: undefined,
  clientScopes: new Map(),
  clients: new Map(),
  userProfile: {},
  requiredActions: new Map(),
  profiles: [],
  policies: [],
});

/** @throws RealmConfigError when the account may not see the realm's settings */
export async function readRealm(keycloak: KeycloakAdminClient, name: string): Promise<Found> {
  const realm = (await keycloak.realms.findOne({ realm: name })) ?? undefined;
  if (!realm) return nothing();
  // without the right, Keycloak answers with little more than the name
  if (realm.accessTokenLifespan === undefined)
    throw new RealmConfigError(`The account may not see the realm ${name}: give it the roles that docs/admin-guide.md lists.`);
  const [clientScopes, clients, userProfile, requiredActions, { profiles = [] }, { policies = [] }] = await Promise.all([
    keycloak.clientScopes.find(),
    keycloak.clients.find(),
    keycloak.users.getProfile(),
    keycloak.authenticationManagement.getRequiredActions(),
    keycloak.clientPolicies.listProfiles({ includeGlobalProfiles: false }),
    keycloak.clientPolicies.listPolicies({ includeGlobalPolicies: false }),
  ]);
  return {
    realm,
    clientScopes: new Map(clientScopes.map((scope) => [scope.name as string, scope])),
    clients: new Map(clients.map((client) => [client.clientId as string, client])),
    userProfile,
    requiredActions: new Map(requiredActions.map((action) => [action.alias as string, action])),
    profiles,
    policies,
  };
}
