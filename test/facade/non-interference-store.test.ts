/** The store behind the harness is a decent one: what it finds is what FHIR R4 says, or nothing would be proved by asking it. */
import type { FhirResource } from "../non-interference/records/resource.ts";
import { type FhirStore, startFhirStore } from "../non-interference/store/fhir-store.ts";

const LOINC = "http://loinc.org";
const observation = (id: string, more: object): FhirResource => ({
  resourceType: "Observation",
  id,
  subject: { reference: "Patient/p" },
  ...more,
});
const RESOURCES: readonly FhirResource[] = [
  { resourceType: "Patient", id: "p", name: [{ family: "Almond", given: ["Bea"] }] },
  { resourceType: "Patient", id: "q", name: [{ family: "Birch" }] },
  observation("a", {
    code: { coding: [{ system: LOINC, code: "1-1" }] },
    effectiveDateTime: "2020-05-05",
    meta: { lastUpdated: "2024-01-01T00:00:01Z" },
  }),
  observation("b", {
    code: { coding: [{ code: "1-1" }] },
    effectivePeriod: { start: "2020-05-05", end: "2020-06-01" },
    encounter: { reference: "Encounter/e" },
  }),
  observation("c", { code: { coding: [{ system: LOINC, code: "2-2" }] }, effectiveInstant: "2021-01-01T10:00:00.000Z" }),
  observation("d", { subject: { reference: "Patient/q" }, code: { coding: [{ system: LOINC, code: "1-1" }] } }),
  { resourceType: "Encounter", id: "e", subject: { reference: "Patient/p" } },
];

let store: FhirStore;
beforeAll(async () => {
  store = await startFhirStore(RESOURCES);
});
afterAll(() => store.close());

interface Bundle {
  readonly link?: readonly { relation: string; url: string }[];
  readonly entry: readonly { resource: FhirResource; search: { mode: string } }[];
}
const ask = async (path: string): Promise<Bundle> =>
  (await fetch(path.startsWith("http") ? path : `${store.url}/${path}`)).json() as Promise<Bundle>;
const ids = async (path: string): Promise<string> => (await ask(path)).entry.map(({ resource }) => resource.id).join("");

test.each([
  ["Observation", "abcd"],
  ["Observation?code=1-1", "abd"],
  [`Observation?code=${LOINC}|1-1`, "ad"],
  ["Observation?code=|1-1", "b"],
  [`Observation?code=${LOINC}|`, "acd"],
  ["Observation?code=1-1,2-2&patient=p", "abc"],
  ["Observation?code:not=1-1", "c"],
  ["Observation?encounter:missing=true", "acd"],
  ["Observation?date=2020", "ab"],
  ["Observation?date=2020-05-05", "a"],
  ["Observation?date=ge2020-05-20", "bc"],
  ["Observation?date=gt2020-06-01", "c"],
  ["Observation?date=le2020-05-05", "ab"],
  ["Observation?date=lt2020-05-05", ""],
  ["Observation?date=sa2020-05-05", "c"],
  ["Observation?date=eb2021", "ab"],
  ["Observation?date=ne2020", "c"],
  ["Observation?date=ap2020-05-20", "b"],
  ["Observation?date=ge2020-05-06&date=lt2021", "b"],
  ["Observation?encounter=Encounter/e", "b"],
  ["Observation?encounter=e", "b"],
  ["Observation?_id=a,c,none", "ac"],
  ["Observation?_lastUpdated=ge2024", "a"],
  ["Observation?_sort=-date", "cabd"],
  ["Observation?_sort=date", "abcd"],
  ["Observation?_sort=-_id", "dcba"],
  ["Observation?no-such-parameter=1", "abcd"],
  ["Patient?name=alm", "p"],
  ["Patient?given=BEA", "p"],
  ["Patient/p/Observation", "abc"],
  ["Encounter?_revinclude=Observation:encounter", "eb"],
  ["Observation?_id=b&_include=Observation:encounter", "be"],
])("%s finds %s", async (path, found) => expect(await ids(path)).toBe(found));

test("pages are cut by the store and followed by links that say nothing", async () => {
  const first = await ask("Observation?_count=3");
  const next = first.link?.find(({ relation }) => relation === "next")?.url ?? "";
  expect(first.entry).toHaveLength(3);
  expect(next).not.toContain("Observation");
  expect(await ids(next)).toBe("d");
});

test("of the elements only those that were asked for, and the ids", async () => {
  const { entry } = await ask("Observation?_id=a&_elements=status");
  expect(Object.keys(entry[0]?.resource ?? {}).sort()).toEqual(["id", "meta", "resourceType"]);
});
