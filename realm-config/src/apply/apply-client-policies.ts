/** Our client profiles and policies beside whatever others the realm has, each kind written as one list. */
import { desiredPolicies, desiredProfiles } from "../desired/client-policies.ts";
import { ensure, found, type Session } from "./session.ts";

interface Named {
  readonly name?: string;
}

export async function applyClientPolicies(session: Session, fhirBaseUrl: string): Promise<void> {
  const { clientPolicies } = session.keycloak;
  const all = await found(session);
  for (const profile of desiredProfiles(fhirBaseUrl)) {
    const write = () => {
      all.profiles = replaced(all.profiles, profile);
      return clientPolicies.createProfiles({ profiles: all.profiles });
    };
    await ensure(session, `client profile ${profile.name}`, byName(all.profiles, profile), profile, { create: write, update: write });
  }
  for (const policy of desiredPolicies()) {
    const write = () => {
      all.policies = replaced(all.policies, policy);
      return clientPolicies.updatePolicy({ policies: all.policies });
    };
    await ensure(session, `client policy ${policy.name}`, byName(all.policies, policy), policy, { create: write, update: write });
  }
}

const byName = <Item extends Named>(items: readonly Item[], { name }: Named) => items.find((item) => item.name === name);

/** In the place of the one with its name, else at the end: the others keep their order. */
function replaced<Item extends Named>(items: readonly Item[], wanted: Item): Item[] {
  const isThere = byName(items, wanted) !== undefined;
  return isThere ? items.map((item) => (item.name === wanted.name ? wanted : item)) : [...items, wanted];
}
