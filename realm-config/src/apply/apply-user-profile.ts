/** Our attributes in the realm's user profile, beside whatever others it has. */
import { PATIENT_ATTRIBUTES } from "../desired/user-profile.ts";
import { ensure, type Session } from "./session.ts";

export async function applyUserProfile(session: Session): Promise<void> {
  const { users } = session.keycloak;
  for (const wanted of PATIENT_ATTRIBUTES) {
    const profile = await users.getProfile();
    const attributes = profile.attributes ?? [];
    const actual = attributes.find(({ name }) => name === wanted.name);
    const write = () =>
      users.updateProfile({
        ...profile,
        attributes: [...attributes.filter((attribute) => attribute !== actual), structuredClone(wanted) as object],
      });
    await ensure(session, `user attribute ${wanted.name}`, actual, wanted, { create: write, update: write });
  }
}
