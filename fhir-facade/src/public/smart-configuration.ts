/** SMART App Launch 2.2 discovery: what works, with absolute addresses; the same for everybody. */
import { GRANULAR_SCOPES, LAUNCH_SCOPES, RESOURCE_SCOPES } from "@member-exchange/sharing-policy";
import type { Config } from "../config.ts";

/**
 * There is no `registration_endpoint`: what an app says about its owner is what members are shown, so the plan registers apps.
 * @see https://hl7.org/fhir/smart-app-launch/conformance.html
 */
export function smartConfiguration({ issuerUrl }: Pick<Config, "issuerUrl">) {
  const openid = `${issuerUrl}/protocol/openid-connect`;
  return {
    issuer: issuerUrl,
    jwks_uri: `${openid}/certs`,
    authorization_endpoint: `${openid}/auth`,
    token_endpoint: `${openid}/token`,
    revocation_endpoint: `${openid}/revoke`,
    introspection_endpoint: `${openid}/token/introspect`,
    pushed_authorization_request_endpoint: `${openid}/ext/par/request`,
    management_endpoint: `${issuerUrl}/account/applications`,
    token_endpoint_auth_methods_supported: ["none", "client_secret_basic", "private_key_jwt"],
    token_endpoint_auth_signing_alg_values_supported: ["RS384", "ES384"],
    grant_types_supported: ["authorization_code", "refresh_token"],
    response_types_supported: ["code"],
    code_challenge_methods_supported: ["S256"],
    authorization_response_iss_parameter_supported: true,
    scopes_supported: [...LAUNCH_SCOPES, ...RESOURCE_SCOPES, ...GRANULAR_SCOPES],
    capabilities: [
      "launch-standalone",
      "client-public",
      "client-confidential-symmetric",
      "client-confidential-asymmetric",
      "sso-openid-connect",
      "context-standalone-patient",
      "permission-offline",
      "permission-patient",
      "permission-v1",
      "permission-v2",
      "authorize-post",
    ],
  };
}
