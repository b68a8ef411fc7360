/** One client scope per SMART scope, and the one that every app has by default and that carries our mappers. */
import { GRANULAR_SCOPES, parseResourceScope, partsOf, partToken, RESOURCE_SCOPES } from "@member-exchange/sharing-policy";
import type { RealmSettings } from "../settings.ts";

/** Default client scope of every app. */
export const MEMBER_AUTHORIZATION_SCOPE = "member-authorization";

/** SMART scopes without a resource type that are not Keycloak's own. */
const UNSHOWN = ["launch/patient", "fhirUser"] as const;

const smartScope = (name: string, shown: boolean, text: string) => ({
  name,
  protocol: "openid-connect",
  description: `SMART App Launch 2.2 scope ${name}`,
  attributes: {
    "include.in.token.scope": "true",
    "display.on.consent.screen": String(shown),
    "consent.screen.text": text,
  },
});

/** What Keycloak's own consent lists (account console, admin console) show for a resource scope. */
function consentText(name: string): string {
  const { type = "*", criteria = [] } = parseResourceScope(name) ?? {};
  if (type === "*") return "All kinds of health records";
  const part = partsOf(type).find((one) => criteria.some(([, token]) => token === partToken(one)));
  return part ? `Health records: ${type} (${part.texts.en.name})` : `Health records: ${type}`;
}

export const SMART_CLIENT_SCOPES = [
  ...UNSHOWN.map((name) => smartScope(name, false, "")),
  ...[...RESOURCE_SCOPES, ...GRANULAR_SCOPES].map((name) => smartScope(name, true, consentText(name))),
];

/** Names of all scopes that an app has as optional client scopes. */
export const OPTIONAL_SCOPE_NAMES: readonly string[] = ["offline_access", ...SMART_CLIENT_SCOPES.map((scope) => scope.name)];

export function memberAuthorizationScope({
  fhirBaseUrl,
  facadeClient,
  resourceServer,
}: Pick<RealmSettings, "fhirBaseUrl" | "facadeClient" | "resourceServer">) {
  const audience = (name: string, key: string, value: string) => ({
    name,
    protocol: "openid-connect",
    protocolMapper: "oidc-audience-mapper",
    config: { [key]: value, "access.token.claim": "true", "id.token.claim": "false", "introspection.token.claim": "true" },
  });
  return {
    name: MEMBER_AUTHORIZATION_SCOPE,
    protocol: "openid-connect",
    description: "Authorization id, audience and launch context of apps",
    attributes: { "include.in.token.scope": "false", "display.on.consent.screen": "false" },
    protocolMappers: [
      audience("audience FHIR base URL", "included.custom.audience", fhirBaseUrl),
      audience("audience facade", "included.client.audience", facadeClient.id),
      ...(resourceServer ? [audience("audience resource server", "included.client.audience", resourceServer.id)] : []),
      {
        name: "member authorization",
        protocol: "openid-connect",
        protocolMapper: "member-authorization-id",
        config: { "introspection.client": facadeClient.id },
      },
      {
        name: "SMART launch context",
        protocol: "openid-connect",
        protocolMapper: "smart-launch-context",
        config: { "fhir.base.url": fhirBaseUrl },
      },
    ],
  };
}

/** All of ours, each with its mappers. */
export const desiredClientScopes = (settings: Pick<RealmSettings, "fhirBaseUrl" | "facadeClient">) => [
  ...SMART_CLIENT_SCOPES.map((scope) => ({ ...scope, protocolMappers: [] })),
  memberAuthorizationScope(settings),
];
