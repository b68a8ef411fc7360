/** What the developer of an app needs, to be sent to them. */
import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import { RealmConfigError } from "../apply/refusals.ts";
import type { Session } from "../apply/session.ts";
import { table } from "./table.ts";

/** @param secret shown this once; undefined when the app has none or has it already */
export async function forDeveloper(session: Session, client: ClientRepresentation, fhirBaseUrl: string, secret?: string): Promise<string> {
  const { keycloak } = session;
  const answer = await fetch(`${keycloak.baseUrl}/realms/${keycloak.realmName}/.well-known/openid-configuration`);
  if (!answer.ok) throw new RealmConfigError(`The realm ${keycloak.realmName} does not tell its addresses: is it enabled?`);
  const { authorization_endpoint, token_endpoint } = (await answer.json()) as Record<string, string>;
  return table([
    ["client_id", client.clientId ?? ""],
    ...(secret ? [["client_secret", `${secret}   (shown this once)`]] : []),
    ["authentication", authenticationOf(client)],
    ["redirect URIs", (client.redirectUris ?? []).join(" ")],
    ["scopes", client.attributes?.registered_scopes ?? ""],
    ["FHIR base URL", `${fhirBaseUrl}   (also the value of aud)`],
    ["discovery", `${fhirBaseUrl}/.well-known/smart-configuration`],
    ["authorize", authorization_endpoint ?? ""],
    ["token", token_endpoint ?? ""],
    ["guide", "docs/app-developer-guide.md"],
  ]);
}

function authenticationOf({ publicClient, clientAuthenticatorType, attributes }: ClientRepresentation): string {
  if (publicClient) return "none (PKCE with S256)";
  if (clientAuthenticatorType === "client-jwt")
    return `private_key_jwt, keys ${attributes?.["jwks.url"] ? `at ${attributes["jwks.url"]}` : "as registered"}`;
  return clientAuthenticatorType === "client-secret" ? "client_secret_basic" : (clientAuthenticatorType ?? "");
}
