/** The clients: one per app, kept to the rules for apps, and the facade's own. */
import type { App, ClientAuthentication, RealmSettings } from "../settings.ts";
import { MEMBER_AUTHORIZATION_SCOPE } from "./client-scopes.ts";

/** Default client scopes of an app; none puts anything of the member into a token. */
export const APP_DEFAULT_SCOPES: readonly string[] = ["basic", MEMBER_AUTHORIZATION_SCOPE];

/** SMART's five minutes and 15 s for clocks that differ; Keycloak takes a minute unless told, which is too short for clients that send no `iat`. */
const LONGEST_ASSERTION_SECONDS = "315";

function authentication(method: ClientAuthentication) {
  switch (method.method) {
    case "none":
      return { publicClient: true, attributes: {} };
    case "client_secret_basic":
      return {
        publicClient: false,
        clientAuthenticatorType: "client-secret",
        ...(method.secret ? { secret: method.secret } : {}),
        attributes: {},
      };
    case "private_key_jwt":
      return {
        publicClient: false,
        clientAuthenticatorType: "client-jwt",
        attributes: {
          ...("jwksUri" in method
            ? { "use.jwks.url": "true", "jwks.url": method.jwksUri, "use.jwks.string": "false" }
            : { "use.jwks.string": "true", "jwks.string": JSON.stringify(method.jwks), "use.jwks.url": "false" }),
          "token.endpoint.auth.signing.max.exp": LONGEST_ASSERTION_SECONDS,
        },
      };
  }
}

/** Enabled is not said: a new client is, and one that was suspended stays so. */
export function desiredApp(app: App) {
  const { attributes, ...method } = authentication(app.authentication);
  return {
    clientId: app.clientId,
    name: app.name,
    protocol: "openid-connect",
    baseUrl: app.website,
    redirectUris: [...app.redirectUris],
    webOrigins: [...new Set(app.redirectUris.map((uri) => new URL(uri).origin))],
    consentRequired: true,
    fullScopeAllowed: false,
    standardFlowEnabled: true,
    implicitFlowEnabled: false,
    directAccessGrantsEnabled: false,
    serviceAccountsEnabled: false,
    protocolMappers: [],
    ...method,
    attributes: {
      ...attributes,
      owner_type: app.ownerType,
      owner_name: app.ownerName,
      verified: String(app.verified),
      registered_scopes: app.registeredScopes.join(" "),
      "pkce.code.challenge.method": "S256",
      "exclude.session.state.from.auth.response": "true",
      "oauth2.device.authorization.grant.enabled": "false",
      "oidc.ciba.grant.enabled": "false",
      "standard.token.exchange.enabled": "false",
      "oauth2.jwt.authorization.grant.enabled": "false",
      // empty takes away what was there
      logoUri: app.logoUri ?? "",
      policyUri: app.policyUri ?? "",
      tosUri: app.tosUri ?? "",
    },
  };
}

/** A confidential client that nobody signs in with and that gets no token. */
export const NO_FLOW = {
  protocol: "openid-connect",
  enabled: true,
  publicClient: false,
  redirectUris: [],
  webOrigins: [],
  fullScopeAllowed: false,
  standardFlowEnabled: false,
  implicitFlowEnabled: false,
  directAccessGrantsEnabled: false,
  serviceAccountsEnabled: false,
};

/** The facade's client can introspect and nothing else. */
export function desiredFacadeClient({ facadeClient }: Pick<RealmSettings, "facadeClient">) {
  return {
    ...NO_FLOW,
    clientId: facadeClient.id,
    name: "FHIR facade",
    clientAuthenticatorType: "client-secret",
    secret: facadeClient.secret,
  };
}
