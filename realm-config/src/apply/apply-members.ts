/** Members with the link to their FHIR Patient; a password is set only when the member is created. */
import type { Member } from "../settings.ts";
import { ensure, type Session } from "./session.ts";

export async function applyMembers(session: Session, members: readonly Member[]): Promise<void> {
  const { users } = session.keycloak;
  for (const { username, password, firstName, lastName, email, fhirPatient } of members) {
    const [actual] = await users.find({ username, exact: true });
    const wanted = { username, firstName, lastName, email, enabled: true, attributes: { fhir_patient: [fhirPatient] } };
    await ensure(session, `member ${username}`, actual, wanted, {
      create: () =>
        users.create({ ...wanted, emailVerified: true, credentials: [{ type: "password", value: password, temporary: false }] }),
      update: ({ id, attributes }) =>
        users.update({ id: id as string }, { ...wanted, attributes: { ...attributes, ...wanted.attributes } }),
    });
  }
}
