/** Our attributes in the realm's user profile, beside whatever others it has; one write for all that differ. */
import type { UserProfileAttribute } from "@keycloak/keycloak-admin-client/lib/defs/userProfileMetadata.js";
import { PATIENT_ATTRIBUTES } from "../desired/user-profile.ts";
import { ensure, found, type Session } from "./session.ts";

export async function applyUserProfile(session: Session): Promise<void> {
  const all = await found(session);
  const attributes = all.userProfile.attributes ?? [];
  let isWritten = false;
  const writeAll = async () => {
    if (isWritten) return;
    isWritten = true;
    const others = attributes.filter(({ name }) => !PATIENT_ATTRIBUTES.some((ours) => ours.name === name));
    const ours = structuredClone(PATIENT_ATTRIBUTES) as unknown as UserProfileAttribute[];
    all.userProfile = { ...all.userProfile, attributes: [...others, ...ours] };
    await session.keycloak.users.updateProfile(all.userProfile);
  };
  for (const wanted of PATIENT_ATTRIBUTES) {
    const actual = attributes.find(({ name }) => name === wanted.name);
    await ensure(session, `user attribute ${wanted.name}`, actual, wanted, { create: writeAll, update: writeAll });
  }
}
