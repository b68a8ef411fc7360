/** The clients: one per app, kept to the rules for apps, and the facade's own. */
import type { App, ClientAuthentication, RealmSettings } from "../settings.ts";
import { MEMBER_AUTHORIZATION_SCOPE } from "./client-scopes.ts";

/** Default client scopes of an app; none puts anything of the member into a token. */
export const APP_DEFAULT_SCOPES: readonly string[] = ["basic", MEMBER_AUTHORIZATION_SCOPE];

function authentication(method: ClientAuthentication) {
  switch (method.method) {
    case "none":
      return { publicClient: true, attributes: {} };
    case "client_secret_basic":
      return { publicClient: false, clientAuthenticatorType: "client-secret", secret: method.secret, attributes: {} };
    case "private_key_jwt":
      return {
        publicClient: false,
        clientAuthenticatorType: "client-jwt",
        attributes: { "use.jwks.string": "true", "jwks.string": JSON.stringify(method.jwks) },
      };
  }
}

export function desiredApp(app: App) {
  const { attributes, ...method } = authentication(app.authentication);
  return {
    clientId: app.clientId,
    name: app.name,
    protocol: "openid-connect",
    enabled: true,
    baseUrl: app.website,
    redirectUris: [...app.redirectUris],
    webOrigins: [...new Set(app.redirectUris.map((uri) => new URL(uri).origin))],
    consentRequired: true,
    fullScopeAllowed: false,
    standardFlowEnabled: true,
    implicitFlowEnabled: false,
    directAccessGrantsEnabled: false,
    serviceAccountsEnabled: false,
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
      ...(app.logoUri ? { logoUri: app.logoUri } : {}),
      ...(app.policyUri ? { policyUri: app.policyUri } : {}),
      ...(app.tosUri ? { tosUri: app.tosUri } : {}),
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
