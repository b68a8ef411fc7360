/** R4 for every demo member: with all but sensitive, no answer of the facade holds a substance-use, mental-health or HIV code of their record. */
import { DEMO_MEMBERS, sampleApp } from "@member-exchange/demo";
import { AuthorizationFlow } from "../support/authorization-flow.ts";
import { servers } from "../support/member-browser.ts";
import { SENSITIVE_CODES } from "../synthea-sensitive-codes.ts";

const { issuer, fhirBaseUrl, sampleAppUrl } = servers();
const TYPES = [
  "Condition",
  "Encounter",
  "Observation",
  "Procedure",
  "MedicationRequest",
  "ExplanationOfBenefit",
  "Claim",
  "CareTeam",
  "CarePlan",
];

async function tokenFor(username: string, password: string): Promise<string> {
  const app = sampleApp(sampleAppUrl);
  const request = { issuer, clientId: app.clientId, redirectUri: app.redirectUris[0] as string, scope: "patient/*.rs", aud: fhirBaseUrl };
  const flow = new AuthorizationFlow({ ...request, prompt: "consent" });
  const first = await flow.signIn(await flow.start(), username, password);
  const screen = first.kind === "page" && first.page === "choose-person.ftl" ? await flow.post(first, ownRecord(first.context)) : first;
  const { body } = await flow.redeem(await flow.post(screen, { mode: "all-but-sensitive", duration: "once", decision: "allow" }));
  return body.access_token as string;
}

/** The answer of a member who acts for others too, and chooses their own record. */
function ownRecord({ authorization }: { authorization: { people: { value: string; relationship: string }[] } }): Record<string, string> {
  const self = authorization.people.find(({ relationship }) => relationship === "self");
  return { person: self?.value as string, decision: "continue" };
}

/** Every page of this search, as text. */
async function pages(token: string, path: string): Promise<string[]> {
  const texts: string[] = [];
  let url: string | undefined = `${fhirBaseUrl}/${path}`;
  while (url) {
    const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(200);
    const text = await answer.text();
    texts.push(text);
    url = (JSON.parse(text).link as { relation: string; url: string }[] | undefined)?.find(({ relation }) => relation === "next")?.url;
  }
  return texts;
}

test.each(DEMO_MEMBERS.map(({ username, password, fhirPatient }) => ({ username, password, fhirPatient })))(
  "$username: none of the named codes in $everything or any search",
  async ({ username, password, fhirPatient }) => {
    const token = await tokenFor(username, password);
    const texts = await pages(token, `Patient/${fhirPatient}/$everything?_count=200`);
    for (const type of TYPES) texts.push(...(await pages(token, `${type}?patient=${fhirPatient}&_count=200`)));
    const text = texts.join("\n");
    expect(text).toContain(`"${fhirPatient}"`);
    const leaked = SENSITIVE_CODES.filter(({ code }) => text.includes(`"${code}"`)).map(
      ({ category, code, display }) => `${category} ${code} ${display}`,
    );
    expect(leaked).toEqual([]);
  },
  120_000,
);
