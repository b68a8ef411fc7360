/** `_elements` and `_summary`: less of what may leave, never more; mandatory elements stay, and the resource says that it is not whole. */
import { EVERYTHING, type Surroundings, startBeforeFhirStore } from "./support/facade.ts";
import { SEARCHABLE } from "./support/searchable.ts";

let around: Surroundings<{ url: string; close: () => Promise<void> }>;
beforeAll(async () => {
  around = await startBeforeFhirStore(SEARCHABLE);
});
afterAll(() => around.close());

const SUBSETTED = { system: "http://terminology.hl7.org/CodeSystem/v3-ObservationValue", code: "SUBSETTED" };
const members = (body: object): string[] => Object.keys(body).sort();
const ALWAYS = ["code", "id", "meta", "resourceType", "status"];

describe("R4 _elements and _summary", () => {
  // GET /fhir/Observation/o5?_elements=effectiveDateTime
  test.each<[string, string[]]>([
    ["_elements=subject", [...ALWAYS, "subject"]],
    ["_elements=subject,category", [...ALWAYS, "category", "subject"]],
    ["_elements=value", [...ALWAYS, "valueQuantity"]],
    ["_elements=effective,note", [...ALWAYS, "effectiveDateTime", "note"]],
    ["_elements=nonsense", ALWAYS],
    ["_elements=id", ALWAYS],
    ["_summary=text", ALWAYS],
    ["_summary=true", [...ALWAYS, "effectiveDateTime", "subject", "valueQuantity"]],
    ["_summary=data", [...ALWAYS, "category", "effectiveDateTime", "note", "subject", "valueQuantity"]],
  ])("R4: %s", async (query, expected) => {
    const read = await around.get(`/Observation/o5?${query}`, EVERYTHING);
    expect([read.status, members(read.body)]).toEqual([200, [...expected].sort()]);
    expect(read.body.meta.tag).toContainEqual(SUBSETTED);
    const searched = await around.get(`/Observation?_id=o5&${query}`, EVERYTHING);
    expect(searched.body.entry[0].resource).toEqual(read.body);
  });

  test("R4: _summary=false is the whole resource, without a tag", async () => {
    const whole = await around.get("/Observation/o5", EVERYTHING);
    expect((await around.get("/Observation/o5?_summary=false", EVERYTHING)).text).toBe(whole.text);
    expect(whole.text).not.toContain("SUBSETTED");
  });

  test("R4: what stands beside a primitive goes with it", async () => {
    expect(members((await around.get("/Observation/o2?_elements=subject", EVERYTHING)).body)).toEqual(
      [...ALWAYS, "_status", "subject"].sort(),
    );
  });

  test("R4: included resources are cut as well", async () => {
    const { body } = await around.get("/Observation?_id=o1&_include=Observation:encounter&_elements=subject", EVERYTHING);
    expect(members(body.entry[1].resource)).toEqual(["class", "id", "meta", "resourceType", "status", "subject"]);
  });

  test.each(["_elements=note,text,code,subject,identifier", "_summary=data", "_summary=text"])(
    "leak 17: %s brings back nothing that withholding took away",
    async (query) => {
      for (const choice of [{}, { mode: "chosen", shared: [] } as const]) {
        const answer = await around.get(`/Observation/o5?${query}`, choice);
        expect([answer.status, answer.text.includes("plain words")]).toEqual([200, false]);
        const patient = await around.get(`/Patient/p1?${query}`, { mode: "chosen", shared: [] });
        expect(patient.text).not.toMatch(/Familyname|1970|M-12345|female/);
      }
    },
  );

  test("leak 3: asked for by an element that is masked, a Patient shows no more", async () => {
    const { body } = await around.get("/Patient/p1?_elements=birthDate,name,telecom", { mode: "chosen", shared: [] });
    expect(JSON.stringify(body)).not.toMatch(/Familyname|1970|555-0100/);
  });
});
