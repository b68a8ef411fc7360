/** The demo's member portal: who has an account there, and how the plan's realm takes them in. */
import type { SignIn } from "@member-exchange/realm-config";
import { DEMO_MEMBERS, DEMO_PASSWORD } from "../loading/demo-members.ts";
import { MEMBER_ID, type PortalMember, portalRealm } from "../portal/portal-realm.ts";
import type { Secrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";

const REALM = "plan-portal";
const NAME = "Evergreen member portal";
const CLIENT_ID = "health-plan-sign-in";

const member = (username: string, email: string): PortalMember => {
  const { firstName, lastName, fhirPatient = "" } = DEMO_MEMBERS.find((one) => one.username === username) ?? {};
  return { username, password: DEMO_PASSWORD, firstName: firstName ?? "", lastName: lastName ?? "", email, memberId: fhirPatient };
};

/** Their addresses are not those of the accounts with a password here, which nobody from the portal may take. */
export const PORTAL_MEMBERS: readonly PortalMember[] = [
  member("gale", "gale@portal.example"),
  member("estell", "estell@portal.example"),
  { username: "robin", password: DEMO_PASSWORD, firstName: "Robin", lastName: "Newcomer", email: "robin@portal.example" },
];

export function demoPortal({ issuerUrl }: Settings, { portalClientSecret }: Secrets) {
  const client = { id: CLIENT_ID, secret: portalClientSecret, redirectUri: `${issuerUrl}/broker/portal/endpoint` };
  return portalRealm(REALM, NAME, client, PORTAL_MEMBERS);
}

export function demoSignIn({ keycloakUrl }: Settings, { portalClientSecret }: Secrets): SignIn {
  return {
    portal: {
      protocol: "oidc",
      name: NAME,
      issuer: `${keycloakUrl}/realms/${REALM}`,
      clientId: CLIENT_ID,
      clientSecret: portalClientSecret,
      clientAuthentication: "client_secret_basic",
      scopes: ["profile", "email"],
      map: { memberId: MEMBER_ID },
      trustEmail: true,
      onlyWay: false,
    },
    stepUp: "none",
  };
}
