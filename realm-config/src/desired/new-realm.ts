/**
 * A realm that does not exist yet, as one representation, because a request for each of its 143 client scopes takes long. Clients are not in it:
 * inside an import Keycloak looks each of their client scopes up in the database, among all others, and takes three times as long as for clients that are made after it.
 */
import type ClientScopeRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientScopeRepresentation.js";
import type RealmRepresentation from "@keycloak/keycloak-admin-client/lib/defs/realmRepresentation.js";
import type { RealmSettings } from "../settings.ts";
import { desiredPolicies, desiredProfiles } from "./client-policies.ts";
import { desiredClientScopes } from "./client-scopes.ts";
import { desiredRealm, NEW_REALM_DISPLAY_NAME } from "./realm.ts";
import { desiredSmtp } from "./smtp.ts";

/** Tells Keycloak to make its own client scopes too; it keeps no such attribute. */
const WITH_KEYCLOAKS_OWN_SCOPES = { CreateDefaultClientScopes: "true" };

export function newRealm(settings: RealmSettings): RealmRepresentation {
  const { displayName = NEW_REALM_DISPLAY_NAME, smtp } = settings;
  const { attributes, ...realm } = desiredRealm(settings);
  return {
    ...realm,
    displayName,
    attributes: { ...attributes, ...WITH_KEYCLOAKS_OWN_SCOPES },
    ...(smtp ? { smtpServer: desiredSmtp(smtp, displayName) } : {}),
    clientScopes: desiredClientScopes(settings) as ClientScopeRepresentation[],
    clientProfiles: { profiles: desiredProfiles(settings.fhirBaseUrl) },
    clientPolicies: { policies: desiredPolicies() },
  };
}
