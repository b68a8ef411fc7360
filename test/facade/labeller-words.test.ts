/** R8, leak 17: what people wrote is read wherever it stands, for hiding only; names of people are nobody's words. */
import type { Json, Resource } from "../../fhir-facade/src/compartment/resource.ts";
import { categoryBit, UNCLASSIFIABLE } from "../../fhir-facade/src/labeller/verdict.ts";
import { madeUp } from "./support/made-up-policy.ts";
import { coded, ICD } from "./support/records.ts";

const SUD = categoryBit("SUD");
const harmless = coded(ICD, "J20.9");
const made = (resourceType: string, more: Record<string, Json>): Resource => ({ resourceType, id: "x", ...more }) as unknown as Resource;
const condition = (more: Record<string, Json>): Resource => made("Condition", { code: harmless, ...more });
const base64 = (text: string): string => Buffer.from(text).toString("base64");
const WORD = "Known Zorkism.";

describe("R8 words tell wherever they stand (leak 17)", () => {
  const places: [string, Resource][] = [
    ["the text of a concept beside a harmless code", condition({ code: { ...harmless, text: WORD } })],
    ["the name of a harmless code", condition({ code: { coding: [{ system: ICD, code: "J20.9", display: WORD }] } })],
    ["the name of a code of no known system", condition({ code: { coding: [{ system: "urn:own", code: "1", display: WORD }] } })],
    ["a code of a plan's own that is a word", condition({ code: { coding: [{ system: "urn:own", code: "ZORKISM-1" }] } })],
    ["a note", condition({ note: [{ text: WORD }] })],
    ["a note in a part of a part", made("Claim", { item: [{ detail: [{ programCode: [{ text: WORD }] }] }] })],
    ["the narrative, across tags", condition({ text: { status: "generated", div: `<div>known <b>zor</b><p>zorkism</p></div>` } })],
    ["a conclusion", made("DiagnosticReport", { code: harmless, conclusion: WORD })],
    ["a value that is a text", made("Observation", { code: harmless, valueString: WORD })],
    ["an extension's text", condition({ extension: [{ url: "x", valueString: WORD }] })],
    [
      "a contained resource",
      condition({ contained: [{ resourceType: "Practitioner", id: "in", qualification: [{ code: { text: WORD } }] }] }),
    ],
    ["what stands beside a reference to a place", made("Encounter", { serviceProvider: { reference: "Organization/o", display: WORD } })],
    ["the name of an organisation", made("Organization", { name: "Zorkism Recovery" })],
    ["another name of an organisation", made("Organization", { name: "Ours", alias: ["Zorkism Recovery"] })],
    ["the title of a plan", made("CarePlan", { category: [harmless], title: WORD })],
    ["instructions", made("MedicationRequest", { medicationCodeableConcept: harmless, dosageInstruction: [{ patientInstruction: WORD }] })],
    ["the address of a questionnaire", made("QuestionnaireResponse", { questionnaire: "http://q.example/Questionnaire/zorkism-scale" })],
    ["a question", made("QuestionnaireResponse", { item: [{ linkId: "1", text: WORD, answer: [{ valueBoolean: true }] }] })],
    ["an answer", made("QuestionnaireResponse", { item: [{ linkId: "1", text: "What else?", answer: [{ valueString: WORD }] }] })],
    ["the title of an attachment", made("DocumentReference", { content: [{ attachment: { title: WORD } }] })],
    [
      "an attachment",
      made("DocumentReference", { content: [{ attachment: { contentType: "text/plain", data: base64(`Visit.\n${WORD}`) } }] }),
    ],
    ["a presented form", made("DiagnosticReport", { code: harmless, presentedForm: [{ contentType: "text/plain", data: base64(WORD) }] })],
  ];
  test.each(places)("R8: %s", (_title, resource) => expect(madeUp.label(resource).mask & SUD).toBe(SUD));

  test("R8: an ambiguous word counts only as weak", () => {
    const { mask, weak } = madeUp.label(condition({ note: [{ text: "maybevir 300 mg" }] }));
    expect([mask, weak]).toEqual([0, categoryBit("HIV")]);
  });

  test("R8: what is told outright is not weak as well", () => {
    const { mask, weak } = madeUp.label(condition({ code: coded(ICD, "B20"), note: [{ text: "maybevir 300 mg" }] }));
    expect([mask, weak]).toEqual([categoryBit("HIV"), 0]);
  });
});

describe("R8 names of people are nobody's words", () => {
  const names: [string, Resource][] = [
    ["a person's name", made("Patient", { name: [{ text: "Blue Quindle", family: "Zorkism", given: ["Blue", "Quindle"] }] })],
    ["an address", made("Patient", { address: [{ text: "1 Zorkism Street", line: ["1 Zorkism Street"] }] })],
    ["a contact's name", made("Patient", { contact: [{ name: { text: "Zorkism" } }] })],
    ["the name beside a reference to the patient", condition({ subject: { reference: "Patient/p1", display: "Blue Quindle" } })],
    [
      "the name beside a reference to a relative",
      condition({ asserter: { reference: "http://s.example/fhir/RelatedPerson/r", display: "Zorkism" } }),
    ],
    ["bytes of a picture", made("Practitioner", { photo: [{ contentType: "text/plain", data: base64(WORD) }] })],
  ];
  test.each(names)("R8: %s", (_title, resource) => expect(madeUp.label(resource).mask).toBe(0));

  test("R8: the picture of a person is no document that must be judged", () =>
    expect(madeUp.label(made("Practitioner", { photo: [{ contentType: "image/png", data: "iVBORw0KGgo=" }] })).mask & UNCLASSIFIABLE).toBe(
      0,
    ));
});
