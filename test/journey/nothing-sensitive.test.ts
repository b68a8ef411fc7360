/** R4 for every demo member: with all but sensitive, no answer of the facade holds a substance-use, mental-health or HIV code of their record. */
import { DEMO_MEMBERS } from "@member-exchange/demo";
import { tokenOf } from "../support/demo-member.ts";
import { servers } from "../support/member-browser.ts";
import { SENSITIVE_CODES } from "../synthea-sensitive-codes.ts";

const { fhirBaseUrl } = servers();
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
    const token = await tokenOf({ username, password }, "all-but-sensitive");
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
