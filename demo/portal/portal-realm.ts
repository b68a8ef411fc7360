/** A second realm that plays the plan's member portal: its own members and passwords, and the member's FHIR Patient id in a claim. */

export interface PortalMember {
  readonly username: string;
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** Logical id of the member's FHIR Patient; somebody who is no member (any more) has none. */
  readonly memberId?: string;
}

export interface PortalClient {
  readonly id: string;
  readonly secret: string;
  /** Where the plan's realm takes its members back. */
  readonly redirectUri: string;
}

/** User attribute and claim of the portal. */
export const MEMBER_ID = "member_id";

const ATTRIBUTE_CLAIM = {
  name: MEMBER_ID,
  protocol: "openid-connect",
  protocolMapper: "oidc-usermodel-attribute-mapper",
  config: { "user.attribute": MEMBER_ID, "claim.name": MEMBER_ID, "jsonType.label": "String", "id.token.claim": "true" },
};

/** What the portal's administrators write about a member, the member cannot. */
const USER_PROFILE = {
  unmanagedAttributePolicy: "ADMIN_EDIT",
  attributes: ["username", "email", "firstName", "lastName"].map((name) => ({
    name,
    permissions: { view: ["admin", "user"], edit: ["admin", "user"] },
  })),
};

export const portalUser = ({ memberId, password, ...member }: PortalMember) => ({
  ...member,
  enabled: true,
  emailVerified: true,
  attributes: memberId ? { [MEMBER_ID]: [memberId] } : {},
  credentials: [{ type: "password", value: password, temporary: false }],
});

/** The realm's representation, as Keycloak takes it in one request. */
export const portalRealm = (realm: string, displayName: string, client: PortalClient, members: readonly PortalMember[]) => ({
  realm,
  displayName,
  enabled: true,
  sslRequired: "external",
  clients: [
    {
      clientId: client.id,
      secret: client.secret,
      protocol: "openid-connect",
      publicClient: false,
      fullScopeAllowed: false,
      redirectUris: [client.redirectUri],
      attributes: { "post.logout.redirect.uris": `${client.redirectUri}/logout_response`, "pkce.code.challenge.method": "S256" },
      protocolMappers: [ATTRIBUTE_CLAIM],
    },
  ],
  components: {
    "org.keycloak.userprofile.UserProfileProvider": [
      { providerId: "declarative-user-profile", config: { "kc.user.profile.config": [JSON.stringify(USER_PROFILE)] } },
    ],
  },
  users: members.map(portalUser),
});
