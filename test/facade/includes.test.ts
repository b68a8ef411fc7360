/** Leaks 4, 12, 13 and 23: what `_include` and `_revinclude` bring in is judged like every match, and needs a scope of its own. */
import { type Answered, EVERYTHING, type Surroundings, startBeforeFhirStore } from "./support/facade.ts";
import { MARKER } from "./support/records.ts";
import { SEARCHABLE } from "./support/searchable.ts";

let around: Surroundings<{ url: string; close: () => Promise<void> }>;
beforeAll(async () => {
  around = await startBeforeFhirStore(SEARCHABLE);
});
afterAll(() => around.close());

interface Entry {
  resource: { resourceType: string; id: string };
  search: { mode: string };
}

/** Keys of what was included, in order; what the facade made itself left out. */
function includedIn(answer: Answered): string[] {
  expect(answer.status).toBe(200);
  const entries: Entry[] = answer.body.entry ?? [];
  const keys = entries.map(({ resource }) => `${resource.resourceType}/${resource.id}`);
  expect(new Set(keys).size).toBe(keys.length);
  return entries
    .filter(({ search, resource }) => search.mode === "include" && !/^[0-9a-f-]{36}$/.test(resource.id))
    .map(({ resource }) => `${resource.resourceType}/${resource.id}`);
}

describe.each([{}, EVERYTHING])("leak 4: includes (%j)", (choice) => {
  // GET /fhir/Observation?_id=o1&_include=Observation:encounter
  test.each<[string, string[]]>([
    ["/Observation?_id=o1&_include=Observation:encounter", ["Encounter/e1"]],
    [
      "/Observation?_id=o1,o2&_include=Observation:encounter&_include=Observation:performer",
      ["Encounter/e1", "Encounter/e2", "Practitioner/dr-1"],
    ],
    ["/Observation?_id=o1&_include=Observation:performer:Practitioner", ["Practitioner/dr-1"]],
    ["/Observation?_id=o1&_include=Observation:performer:Organization", []],
    ["/Observation?_id=o1&_include=Observation:patient", ["Patient/p1"]],
    ["/Observation?_id=o4&_include=Observation:encounter", []],
    ["/MedicationRequest?_include=MedicationRequest:medication", ["Medication/med-1"]],
    ["/Encounter?_id=e1&_include=Encounter:service-provider", ["Organization/org-1"]],
    ["/Encounter?_id=e2&_revinclude=Observation:encounter", ["Observation/o2"]],
    ["/Observation?_id=o4&_revinclude=Provenance:target", []],
  ])("R4: GET %s", async (path, expected) => {
    expect(includedIn(await around.get(path, choice))).toEqual(expected);
  });

  test("leak 12: a type that no scope covers is not included, and one that may only be searched is not either", async () => {
    const path = "/Observation?_id=o1&_include=Observation:encounter&_include=Observation:performer";
    expect(includedIn(await around.get(path, { ...choice, scope: "patient/Observation.rs" }))).toEqual([]);
    expect(includedIn(await around.get(path, { ...choice, scope: "patient/Observation.rs patient/Encounter.s" }))).toEqual([]);
    expect(includedIn(await around.get(path, { ...choice, scope: "patient/Observation.rs patient/Practitioner.r" }))).toEqual([
      "Practitioner/dr-1",
    ]);
  });

  test("leak 12: what refers to a match is a search, and needs that permission", async () => {
    const path = "/Encounter?_id=e2&_revinclude=Observation:encounter&_revinclude=Provenance:target";
    expect(includedIn(await around.get(path, { ...choice, scope: "patient/Encounter.rs patient/Observation.r" }))).toEqual([]);
    expect(includedIn(await around.get(path, { ...choice, scope: "patient/Encounter.rs patient/Observation.s" }))).toEqual([
      "Observation/o2",
    ]);
  });

  test("leak 23: another member's resource that points into the record is not included", async () => {
    const included = includedIn(await around.get("/Encounter?_id=e1&_revinclude=Observation:encounter", choice));
    expect(included).toContain("Observation/o1");
    expect(included).not.toContain("Observation/o-of-p2");
  });

  test("leak 4: includes stand on the page of the match that has them", async () => {
    const token = await around.issuer.grant(choice);
    const pages = await around.all("/Observation?category=laboratory&_count=1&_include=Observation:encounter", token);
    for (const page of pages) {
      const [match] = page.body.entry;
      const visit = match.resource.encounter?.reference;
      expect(includedIn(page)).toEqual(visit === undefined ? [] : [visit]);
    }
  });
});

describe("leak 4: what is withheld is not included", () => {
  test("leak 4: what refers to a match is left out when it is hidden", async () => {
    const answer = await around.get("/Encounter?_revinclude=Observation:encounter&_revinclude=Condition:encounter");
    expect(answer.text).not.toContain(MARKER);
    expect(includedIn(answer)).toEqual(["Observation/o1", "Observation/o2", "Condition/c1"]);
  });

  test("leak 4: with everything shared, it is there", async () => {
    const answer = await around.get("/Encounter?_id=e9-refers&_revinclude=Observation:encounter", EVERYTHING);
    expect(answer.text).toContain("Observation/o9-refers");
  });

  test("leak 13: a shared resource that only hidden ones lead to is not included", async () => {
    expect(includedIn(await around.get("/Condition?_include=Condition:asserter"))).toEqual([]);
  });

  test("leak 3: with demographics withheld, an included Patient is masked", async () => {
    const answer = await around.get("/Observation?_id=o1&_include=Observation:patient", { mode: "chosen", shared: [] });
    expect(includedIn(answer)).toEqual(["Patient/p1"]);
    expect(answer.text).not.toMatch(/Familyname|1970-02-03|M-12345/);
  });
});
