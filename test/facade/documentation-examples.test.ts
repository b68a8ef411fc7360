/** Every request of docs/fhir-api.md is sent, and answered as the page says. */
import { readFileSync } from "node:fs";
import { type FhirStore, startFhirStore } from "../non-interference/store/fhir-store.ts";
import { examplesOf, requestOf } from "./support/curl.ts";
import { DOCUMENTED } from "./support/documented-record.ts";
import { type Answered, EVERYTHING, nextOf, type Surroundings, startSurroundings } from "./support/facade.ts";
import { FHIR_BASE_URL, PATIENT } from "./support/issuer.ts";

const EXAMPLES = examplesOf(readFileSync(new URL("../../docs/fhir-api.md", import.meta.url), "utf8"));
const LABORATORY = "patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory";

let store: FhirStore;
let around: Surroundings;
let variables: Record<string, string>;
const answers: Answered[] = [];
beforeAll(async () => {
  store = await startFhirStore(DOCUMENTED);
  around = await startSurroundings([], { FHIR_STORE_URL: store.url });
  variables = {
    PATIENT,
    TOKEN: await around.issuer.grant(EVERYTHING),
    WITHHOLDING_TOKEN: await around.issuer.grant({ id: "a2", mode: "chosen", shared: [] }),
    LAB_TOKEN: await around.issuer.grant({ id: "a3", ...EVERYTHING, scope: LABORATORY }),
  };
});
afterAll(async () => {
  await around.close();
  await store.close();
});

describe("R4: the examples of docs/fhir-api.md", () => {
  // in the order of the page, since a `next` link comes from the answer before
  test.each(EXAMPLES.map(({ expected, command }) => [expected, command] as const))("%s: %s", async (expected, command) => {
    const answer = await around.ask(requestOf(command, variables));
    answers.push(answer);
    const next = nextOf(answer);
    if (next) variables.NEXT = `${FHIR_BASE_URL}${next}`;
    const code = answer.body.issue?.[0].code;
    expect([answer.status, ...(code ? [code] : [])].join(" ")).toBe(expected);
    if (answer.body.resourceType !== "Bundle") return;
    expect([answer.body.total, (answer.body.entry ?? []).length > 0]).toEqual([undefined, true]);
    for (const { response } of answer.body.entry) expect([undefined, "200"]).toContain(response?.status);
  });

  test("every status that an app can cause by itself is among them", () => {
    expect(new Set(EXAMPLES.map(({ expected }) => expected))).toEqual(
      new Set(["200", "400 invalid", "400 not-supported", "401 login", "403 forbidden", "404 not-found", "405 not-supported"]),
    );
  });

  const bodyOf = (command: string) => answers[EXAMPLES.findIndex((example) => example.command.includes(command))]?.body;
  const typesIn = (command: string): Set<string> =>
    new Set(bodyOf(command).entry.map(({ resource }: { resource: { resourceType: string } }) => resource.resourceType));

  test("includes add what they say", () => {
    expect(typesIn("_include=Observation:encounter&")).toEqual(new Set(["Observation", "Encounter", "Practitioner"]));
    expect(typesIn("_revinclude=Condition:encounter")).toEqual(new Set(["Encounter", "Condition"]));
  });

  test("R13: the page's Provenance is the last entry, of no address, and names the plan as transmitter", () => {
    const { fullUrl, resource } = bodyOf("_revinclude=Provenance:target").entry.at(-1);
    expect(fullUrl).toMatch(/^urn:uuid:/);
    expect([resource.resourceType, resource.agent[0].type.coding[0].code]).toEqual(["Provenance", "transmitter"]);
  });

  test("leak 3: the masked Patient is as the page says", () => {
    const { id, _birthDate, birthDate } = bodyOf('$WITHHOLDING_TOKEN" "$BASE/Patient/$PATIENT"');
    expect([id, _birthDate.extension[0].valueCode, birthDate]).toEqual([PATIENT, "masked", undefined]);
  });

  test("a substance-use record carries both marks", () => {
    const { security } = bodyOf('$TOKEN" "$BASE/Condition/substance-use-1').meta;
    expect(security.map(({ code }: { code: string }) => code)).toEqual(["42CFRPart2", "NORDSCLCD"]);
  });

  test("what is left out of a resource is said by the tag SUBSETTED", () => {
    for (const command of ["_elements=code,valueQuantity", "_summary=true"]) {
      const body = bodyOf(command);
      expect((body.entry?.[0].resource ?? body).meta.tag[0].code).toBe("SUBSETTED");
    }
  });
});
