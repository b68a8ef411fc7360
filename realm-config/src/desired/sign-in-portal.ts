/** The plan's portal as an identity provider of the realm, and what of its members comes here at every sign-in. */
import type { OidcPortal, Portal, SamlPortal } from "../sign-in-settings.ts";

export const PORTAL_ALIAS = "portal";
/** User attribute that tells who signs in by the portal and therefore has no password here. */
export const SIGNS_IN_AT = "signs_in_at";

/** What Keycloak read at the portal, e.g. its endpoints. */
export type Metadata = Readonly<Record<string, string>>;

const OIDC_ENDPOINTS = ["issuer", "authorizationUrl", "tokenUrl", "jwksUrl", "userInfoUrl", "logoutUrl"];
const SAML_ENDPOINTS = ["idpEntityId", "singleSignOnServiceUrl", "singleLogoutServiceUrl"];

const picked = (metadata: Metadata, names: readonly string[]) =>
  Object.fromEntries(names.flatMap((name) => (metadata[name] ? [[name, metadata[name]]] : [])));

const oidc = (portal: OidcPortal, metadata: Metadata) => ({
  ...picked(metadata, OIDC_ENDPOINTS),
  clientId: portal.clientId,
  clientAuthMethod: portal.clientAuthentication,
  defaultScope: ["openid", ...portal.scopes].join(" "),
  validateSignature: "true",
  useJwksUrl: "true",
  pkceEnabled: "true",
  pkceMethod: "S256",
  passMaxAge: "true",
});

const saml = (portal: SamlPortal, metadata: Metadata) => ({
  ...picked(metadata, SAML_ENDPOINTS),
  // keys are read there, so that a rotation needs nothing
  metadataDescriptorUrl: portal.metadataUrl,
  useMetadataDescriptorUrl: "true",
  validateSignature: "true",
  wantAuthnRequestsSigned: "true",
  wantAssertionsSigned: "true",
  signatureAlgorithm: "RSA_SHA256",
  postBindingAuthnRequest: "true",
  postBindingResponse: "true",
  postBindingLogout: "true",
  nameIDPolicyFormat: "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
  principalType: "SUBJECT",
});

/** @param flows aliases of the flows of a first sign-in and of what follows every one ("" for none) */
export const desiredPortal = (portal: Portal, metadata: Metadata, flows: { readonly first: string; readonly after: string }) => ({
  alias: PORTAL_ALIAS,
  displayName: portal.name,
  providerId: portal.protocol,
  enabled: true,
  trustEmail: portal.trustEmail,
  storeToken: false,
  addReadTokenRoleOnCreate: false,
  linkOnly: false,
  hideOnLogin: false,
  firstBrokerLoginFlowAlias: flows.first,
  postBrokerLoginFlowAlias: flows.after,
  config: { syncMode: "FORCE", ...(portal.protocol === "oidc" ? oidc(portal, metadata) : saml(portal, metadata)) },
});

/** Names of the mappers that are ours; one that is not wanted is taken away. */
export const MAPPERS = ["member id", "member until", "people represented", "user name", "signs in at"] as const;

/** `FORCE`: what is gone at the portal is gone here with the next sign-in. */
export function desiredMappers({ protocol, map }: Portal) {
  const attribute = (name: (typeof MAPPERS)[number], from: string | undefined, to: string) =>
    from
      ? [
          {
            name,
            identityProviderAlias: PORTAL_ALIAS,
            identityProviderMapper: `${protocol}-user-attribute-idp-mapper`,
            config: { syncMode: "FORCE", [protocol === "oidc" ? "claim" : "attribute.name"]: from, "user.attribute": to },
          },
        ]
      : [];
  return [
    ...attribute("member id", map.memberId, "fhir_patient"),
    ...attribute("member until", map.memberUntil, "fhir_patient_until"),
    ...attribute("people represented", map.represents, "represented_patients"),
    {
      // names at the portal may be given to somebody else one day, or be taken here
      name: "user name",
      identityProviderAlias: PORTAL_ALIAS,
      identityProviderMapper: `${protocol}-username-idp-mapper`,
      config: {
        syncMode: "FORCE",
        template: protocol === "oidc" ? `${PORTAL_ALIAS}.\${CLAIM.sub}` : `${PORTAL_ALIAS}.\${NAMEID}`,
        target: "LOCAL",
      },
    },
    {
      name: "signs in at",
      identityProviderAlias: PORTAL_ALIAS,
      identityProviderMapper: "hardcoded-attribute-idp-mapper",
      config: { syncMode: "FORCE", attribute: SIGNS_IN_AT, "attribute.value": PORTAL_ALIAS },
    },
  ] as const;
}
