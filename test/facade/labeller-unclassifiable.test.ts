/** D10: what cannot be judged, kind by kind, and what can although it carries no code of a known system. */
import type { Json, Resource } from "../../fhir-facade/src/compartment/resource.ts";
import { UNCLASSIFIABLE } from "../../fhir-facade/src/labeller/verdict.ts";
import { madeUp } from "./support/made-up-policy.ts";
import { coded, ICD } from "./support/records.ts";

const CPT = "http://www.ama-assn.org/go/cpt";
const OWN = "http://example.org/own-codes";
const harmless = coded(ICD, "J20.9");
const made = (resourceType: string, more: Record<string, Json>): Resource => ({ resourceType, id: "x", ...more }) as unknown as Resource;
const condition = (more: Record<string, Json>): Resource => made("Condition", more);
const bare = (system: string, code: string): Json => ({ coding: [{ system, code }] });
const named = (system: string, code: string, display: string): Json => ({ coding: [{ system, code, display }] });
const attached = (attachment: Json): Resource => made("DocumentReference", { content: [{ attachment }] });
const base64 = (text: string): string => Buffer.from(text).toString("base64");
const answered = (item: Json): Resource => made("QuestionnaireResponse", { item: [item] });
const isUnclassifiable = (resource: Resource): boolean => (madeUp.label(resource).mask & UNCLASSIFIABLE) !== 0;

describe("D10 what cannot be judged", () => {
  const unjudged: [string, Resource][] = [
    ["a type that is not on the list", made("SupplyDelivery", { type: harmless })],
    ["a contained type that is not on the list", condition({ code: harmless, contained: [{ resourceType: "Parameters" }] })],
    ["nothing that says what it is about", condition({ onsetDateTime: "2024-01-01" })],
    ["a code of an unknown system and no words", condition({ code: bare(OWN, "42") })],
    ["a code of no system that has the form of none", condition({ code: { coding: [{ code: "42" }] } })],
    ["a code whose list is not enabled", condition({ code: bare(CPT, "99213") })],
    ["a code whose list is not enabled, with its name", condition({ code: named(CPT, "99213", "Office visit") })],
    ["words that say nothing", condition({ code: { text: "as discussed, see note" } })],
    ["a name that says nothing", condition({ code: named(OWN, "42", "Other") })],
    ["words too short to say anything", condition({ code: { text: "a b c" } })],
    [
      "an extension's code of an unknown system",
      condition({ code: harmless, extension: [{ url: "x", valueCoding: { system: OWN, code: "1" } }] }),
    ],
    ["a modifier extension", condition({ code: harmless, modifierExtension: [{ url: "x", valueBoolean: true }] })],
    ["an attachment that is somewhere else", attached({ contentType: "text/plain", url: "http://elsewhere.example/x.txt" })],
    ["an attachment of a kind that nobody can read", attached({ contentType: "image/tiff", data: "SUkqAA==" })],
    ["an attachment of no kind that is no text", attached({ data: "AAECAwQ=" })],
    ["bytes in an extension", condition({ code: harmless, extension: [{ url: "x", valueBase64Binary: "AAECAwQ=" }] })],
    ["a question without words", answered({ linkId: "1", answer: [{ valueBoolean: true }] })],
    ["a questionnaire without questions", made("QuestionnaireResponse", { status: "completed" })],
  ];
  test.each(unjudged)("D10: %s", (_title, resource) => expect(isUnclassifiable(resource)).toBe(true));
});

describe("D10 what can be judged", () => {
  const judged: [string, Resource][] = [
    ["a code of a known system", condition({ code: harmless })],
    [
      "a known code beside one that is not",
      condition({
        code: {
          coding: [
            { system: OWN, code: "42" },
            { system: ICD, code: "J20.9" },
          ],
        },
      }),
    ],
    ["a code of an unknown system with its name", condition({ code: named(OWN, "42", "Acute bronchitis") })],
    ["words alone", condition({ code: { text: "Bunions" } })],
    ["a goal in words", made("Goal", { description: { text: "Walk 30 minutes daily" } })],
    ["a care plan by its title", made("CarePlan", { title: "Diabetes care" })],
    ["words in another alphabet", condition({ code: { text: "бронхит" } })],
    ["an attachment in plain text", attached({ contentType: "text/plain", data: base64("Cough for two weeks.") })],
    ["an attachment of which only the title is there", attached({ title: "Consent form" })],
    ["a drug that is named by reference", made("MedicationRequest", { medicationReference: { reference: "Medication/m" } })],
    ["a question in words", answered({ linkId: "1", text: "Do you wear glasses?", answer: [{ valueBoolean: true }] })],
    ["a question by its LOINC code", answered({ linkId: "/8302-2", answer: [{ valueDecimal: 180 }] })],
    ["a group of questions in words", answered({ linkId: "1", item: [{ linkId: "1.1", text: "Do you wear glasses?" }] })],
    ["sampled data, which are numbers", made("Observation", { code: harmless, valueSampledData: { data: "2041 2043 E" } })],
  ];
  test.each(judged)("D10: %s", (_title, resource) => expect(isUnclassifiable(resource)).toBe(false));
});
