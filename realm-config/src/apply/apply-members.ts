/** Members with the links to the FHIR Patients that they may decide about; a password is set only when the member is created. */
import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";
import type { Member, Representation } from "../settings.ts";
import { eachOf, inTurns } from "./in-turns.ts";
import { ensure, found, type Session } from "./session.ts";

/** A link that the settings do not name is taken away: nobody goes on acting for a person by an old line. */
export async function applyMembers(session: Session, members: readonly Member[]): Promise<void> {
  const { users } = session.keycloak;
  const { realm } = await found(session);
  const actual = new Map<string, UserRepresentation | undefined>();
  await inTurns(realm && !session.isNew ? members : [], async ({ username }) =>
    actual.set(username, (await users.find({ username, exact: true }))[0]),
  );
  await eachOf(session, members, (member) => applyMember(session, member, actual.get(member.username)));
}

async function applyMember(session: Session, member: Member, actual: UserRepresentation | undefined): Promise<void> {
  const { users } = session.keycloak;
  const { username, password, firstName, lastName, email, fhirPatient, represents = [] } = member;
  const links = { fhir_patient: fhirPatient ? [fhirPatient] : [], represented_patients: represents.map(representationText) };
  const wanted = { username, firstName, lastName, email, enabled: true, attributes: links };
  // Keycloak keeps no attribute without values
  const there = actual && { ...actual, attributes: { fhir_patient: [], represented_patients: [], ...actual.attributes } };
  await ensure(session, `member ${username}`, there, wanted, {
    create: () => users.create({ ...wanted, emailVerified: true, credentials: [{ type: "password", value: password, temporary: false }] }),
    update: ({ id, attributes }) => users.update({ id: id as string }, { ...wanted, attributes: { ...attributes, ...wanted.attributes } }),
  });
}

/** One value of `represented_patients`; equal representations are equal texts. */
const representationText = ({ patient, relationship, name, birthDate, until }: Representation): string =>
  JSON.stringify({ patient, relationship, name, ...(birthDate ? { birthDate } : {}), ...(until ? { until } : {}) });
