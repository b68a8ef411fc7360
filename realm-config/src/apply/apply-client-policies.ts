/** Our client profiles and policies beside whatever others the realm has. */
import { desiredPolicies, desiredProfiles } from "../desired/client-policies.ts";
import { ensure, type Session } from "./session.ts";

export async function applyClientPolicies(session: Session, fhirBaseUrl: string): Promise<void> {
  const { clientPolicies } = session.keycloak;
  for (const profile of desiredProfiles(fhirBaseUrl)) {
    const { profiles = [] } = await clientPolicies.listProfiles({ includeGlobalProfiles: false });
    const write = () => clientPolicies.createProfiles({ profiles: [...profiles.filter(({ name }) => name !== profile.name), profile] });
    await ensure(
      session,
      `client profile ${profile.name}`,
      profiles.find(({ name }) => name === profile.name),
      profile,
      { create: write, update: write },
    );
  }
  for (const policy of desiredPolicies()) {
    const { policies = [] } = await clientPolicies.listPolicies({ includeGlobalPolicies: false });
    const write = () => clientPolicies.updatePolicy({ policies: [...policies.filter(({ name }) => name !== policy.name), policy] });
    await ensure(
      session,
      `client policy ${policy.name}`,
      policies.find(({ name }) => name === policy.name),
      policy,
      { create: write, update: write },
    );
  }
}
