/** A parent with two children, and the two pages that such a member goes through. */
import { randomUUID } from "node:crypto";
import type { AuthorizationFlow, Shown, Tokens } from "./authorization-flow.ts";
import { MARY, type TestMember, type TestRealm } from "./realm.ts";
import type { UserAgent } from "./user-agent.ts";

/** Logical ids of the patients for whom the parent decides. */
export interface Parent extends TestMember {
  readonly tom: string;
  readonly lisa: string;
}

/** Whose record: the parent's own, or a child's. */
export type Person = "self" | "tom" | "lisa";

export type Answer = Record<string, string | readonly string[]>;

const ATTRIBUTE = "represented_patients";

export const represents = (patient: string, name: string, more: object = {}): string =>
  JSON.stringify({ patient, relationship: "parent", name, ...more });

/** @param represented values of the attribute; Tom and Lisa when left out */
export async function newParent(realm: TestRealm, represented?: readonly string[]): Promise<Parent> {
  const username = `parent-${randomUUID().slice(0, 8)}`;
  const parent = { ...MARY, username, email: `${username}@example.org`, fhirPatient: `self-of-${username}` };
  const [tom, lisa] = [`tom-of-${username}`, `lisa-of-${username}`];
  const values = represented ?? [represents(tom, "Tom Member"), represents(lisa, "Lisa Member")];
  await realm.newMember(parent, { [ATTRIBUTE]: [...values] });
  return { ...parent, tom, lisa };
}

export const patientOf = (parent: Parent, person: Person): string => (person === "self" ? parent.fhirPatient : parent[person]);

/** From the sign-in page, or wherever the browser is, up to the authorization screen for this person, or past it when it is not asked for. */
export async function choosePerson(realm: TestRealm, flow: AuthorizationFlow, parent: Parent, person: Person): Promise<Shown> {
  const shown = await realm.signedIn(flow, parent);
  if (shown.kind !== "page" || shown.page !== "choose-person.ftl")
    throw new Error(`no choice of a person: ${JSON.stringify(shown).slice(0, 300)}`);
  return flow.post(shown, { person: personValue(shown, person), decision: "continue" });
}

/** The form value of this person on the page. */
export function personValue(shown: Shown, person: Person): string {
  const people: { value: string; name: string; relationship: string }[] = shown.kind === "page" ? shown.context.authorization.people : [];
  const wanted = people.find(({ name, relationship }) =>
    person === "self" ? relationship === "self" : name.toLowerCase().startsWith(person),
  );
  if (!wanted) throw new Error(`${person} is not among ${JSON.stringify(people)}`);
  return wanted.value;
}

/** The screen answered with yes: the app, with a code. */
export async function allow(realm: TestRealm, flow: AuthorizationFlow, parent: Parent, person: Person, answer: Answer): Promise<Shown> {
  return flow.post(await choosePerson(realm, flow, parent, person), { decision: "allow", duration: "P1Y", ...answer });
}

/** The whole flow for this person. */
export async function authorizeFor(
  realm: TestRealm,
  flow: AuthorizationFlow,
  parent: Parent,
  person: Person,
  answer: Answer,
): Promise<Tokens> {
  return flow.redeem(await allow(realm, flow, parent, person, answer));
}

/** Signs the browser out at Keycloak, as its own page does. */
export async function signOut(realm: TestRealm, browser: UserAgent): Promise<void> {
  const flow = realm.flow("", {}, browser);
  const page = await flow.open(`${realm.issuer}/protocol/openid-connect/logout`);
  if (page.kind !== "page" || page.page !== "logout-confirm.ftl") throw new Error("no page that asks whether to sign out");
  const { logoutConfirmAction } = page.context.url;
  const action = new URL(logoutConfirmAction, realm.issuer).href;
  await browser.follow(action, new URL(realm.issuer).origin, {
    method: "POST",
    body: new URLSearchParams({ session_code: page.context.logoutConfirm.code, confirmLogout: "yes" }),
  });
}
