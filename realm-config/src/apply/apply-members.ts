/** Members with the links to the FHIR Patients that they may decide about; a password is set only when the member is created. */
import type { Member, Representation } from "../settings.ts";
import { ensure, type Session } from "./session.ts";

/** A link that the settings do not name is taken away: nobody goes on acting for a person by an old line. */
export async function applyMembers(session: Session, members: readonly Member[]): Promise<void> {
  const { users } = session.keycloak;
  for (const { username, password, firstName, lastName, email, fhirPatient, represents = [] } of members) {
    const [actual] = await users.find({ username, exact: true });
    const links = { fhir_patient: fhirPatient ? [fhirPatient] : [], represented_patients: represents.map(representationText) };
    const wanted = { username, firstName, lastName, email, enabled: true, attributes: links };
    // Keycloak keeps no attribute without values
    const found = actual && { ...actual, attributes: { fhir_patient: [], represented_patients: [], ...actual.attributes } };
    await ensure(session, `member ${username}`, found, wanted, {
      create: () =>
        users.create({ ...wanted, emailVerified: true, credentials: [{ type: "password", value: password, temporary: false }] }),
      update: ({ id, attributes }) =>
        users.update({ id: id as string }, { ...wanted, attributes: { ...attributes, ...wanted.attributes } }),
    });
  }
}

/** One value of `represented_patients`; equal representations are equal texts. */
const representationText = ({ patient, relationship, name, birthDate, until }: Representation): string =>
  JSON.stringify({ patient, relationship, name, ...(birthDate ? { birthDate } : {}), ...(until ? { until } : {}) });
