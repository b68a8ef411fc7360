/** Our client profile and policy beside whatever others the realm has. */
import { desiredPolicy, desiredProfile, PROFILE } from "../desired/client-policies.ts";
import { ensure, type Session } from "./session.ts";

export async function applyClientPolicies(session: Session, fhirBaseUrl: string): Promise<void> {
  const { clientPolicies } = session.keycloak;
  const { profiles = [] } = await clientPolicies.listProfiles({ includeGlobalProfiles: false });
  const profile = desiredProfile(fhirBaseUrl);
  const writeProfile = () => clientPolicies.createProfiles({ profiles: [...profiles.filter(({ name }) => name !== PROFILE), profile] });
  await ensure(
    session,
    "client profile",
    profiles.find(({ name }) => name === PROFILE),
    profile,
    { create: writeProfile, update: writeProfile },
  );

  const { policies = [] } = await clientPolicies.listPolicies({ includeGlobalPolicies: false });
  const policy = desiredPolicy();
  const writePolicy = () => clientPolicies.updatePolicy({ policies: [...policies.filter(({ name }) => name !== PROFILE), policy] });
  await ensure(
    session,
    "client policy",
    policies.find(({ name }) => name === PROFILE),
    policy,
    { create: writePolicy, update: writePolicy },
  );
}
