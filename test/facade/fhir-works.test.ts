/** D14: a FHIR Works deployment that plugs the exported `Authorization` in gives what the HTTP facade gives, and nothing more. */
import { type MemberAuthorization, SHAREABLE_CATEGORIES } from "@member-exchange/sharing-policy";
import { fhirWorksAuthorization } from "../../fhir-facade/src/index.ts";
import { PATIENCE, testConfig } from "./support/configuration.ts";
import { EVERYTHING, entriesOf, type Surroundings, startSurroundings } from "./support/facade.ts";
import { type FhirWorks, type FhirWorksAnswer, fhirWorks } from "./support/fhir-works.ts";
import { FHIR_BASE_URL } from "./support/issuer.ts";
import { ACT_CODE, condition, HIDDEN, MARKER, OTHERS, observation, resource, SHOWN } from "./support/records.ts";
import type { StoredResource } from "./support/store.ts";

const allBut = (...withheld: string[]): Partial<MemberAuthorization> => ({
  mode: "chosen",
  shared: SHAREABLE_CATEGORIES.filter((code) => !withheld.includes(code)),
});

const SIGHTS: readonly (readonly [string, Partial<MemberAuthorization>])[] = [
  ["everything shared", EVERYTHING],
  ["all but what is sensitive", {}],
  ["SUD withheld", allBut("SUD")],
  ["HIV withheld", allBut("HIV")],
  ["demographics withheld", allBut("DEMO")],
  ["nothing shared", { mode: "chosen", shared: [] }],
  ["a type alone", { ...EVERYTHING, scope: "patient/Condition.rs" }],
  ["a granular scope", { ...EVERYTHING, scope: "patient/Condition.rs?clinical-status=active" }],
  ["reading alone", { scope: "patient/*.r" }],
];

const NOTES = observation("notes", { meta: { security: [{ system: ACT_CODE, code: "PSYTHPN" }] } });
const provenance = (id: string, ...targets: string[]) =>
  resource("Provenance", id, { recorded: "2024-01-01T00:00:00Z", target: targets.map((reference) => ({ reference })) });
const PROVENANCE = [
  provenance("pr-plain", "Condition/c1", "Patient/p1"),
  provenance("pr-sud", "Condition/b-sud", "Patient/p1"),
  provenance("pr-others", "Condition/c1", "Patient/p1", "Condition/of-p2"),
];
const ALL: readonly StoredResource[] = [...SHOWN, ...HIDDEN, NOTES, ...OTHERS, ...PROVENANCE];

/** Nothing changes in the store while these are compared. */
const UNCHANGING = { ...PATIENCE, INDEX_MAX_AGE_MS: "600000", INDEX_CHECK_MS: "60000" };

let around: Surroundings;
let works: FhirWorks;
const worksWith = (changes: Readonly<Record<string, string>>): FhirWorks =>
  fhirWorks(fhirWorksAuthorization(testConfig(around.issuer.url, around.store.url, changes), { log: () => undefined }), ALL);
beforeAll(async () => {
  around = await startSurroundings(ALL, UNCHANGING);
  works = worksWith(UNCHANGING);
});
afterAll(() => around.close());

/** FHIR Works answers 401 where the facade tells 401 from 403. */
const statusOf = (status: number): number => (status === 403 ? 401 : status);

const nextOf = ({ body }: FhirWorksAnswer): string | undefined =>
  body?.link?.find((link: { relation: string }) => link.relation === "next")?.url.slice(FHIR_BASE_URL.length);

async function worksPages(path: string, token: string, asked = works): Promise<FhirWorksAnswer[]> {
  const pages = [await asked.ask(path, token)];
  for (let next = nextOf(pages[0] as FhirWorksAnswer); next !== undefined; next = nextOf(pages.at(-1) as FhirWorksAnswer)) {
    if (pages.length > 50) throw new Error("pages do not end");
    pages.push(await asked.ask(next, token));
  }
  return pages;
}

const sorted = (resources: readonly StoredResource[]): StoredResource[] => [...resources].sort((a, b) => (a.id < b.id ? -1 : 1));
const worksEntries = (pages: readonly FhirWorksAnswer[]): StoredResource[] =>
  pages.flatMap(({ body }) => (body.entry ?? []).map((entry: { resource: StoredResource }) => entry.resource));

const SEARCHES = [
  "/Condition",
  "/Condition?_count=2",
  "/Condition?code=F11.20",
  "/Condition?_id=c1,b-sud,of-p2,none",
  "/Condition?clinical-status=active&_count=3",
  "/Condition?patient=p1",
  "/Condition?patient=p2",
  "/Observation?_count=3",
  "/Observation?_id=notes,o1",
  "/Encounter",
  "/Patient",
  "/Patient?_id=p2",
  "/DocumentReference",
  "/Practitioner?_id=dr-plain,dr-sud,dr-unreferred",
  "/Organization?_id=org-plain",
  "/Provenance",
  "/Provenance?_id=pr-plain,pr-sud,pr-others",
];

describe.each(SIGHTS)("D14 like over HTTP, %s", (_title, authorization) => {
  let token: string;
  beforeAll(async () => {
    token = await around.issuer.grant(authorization);
  });

  test("D14: each resource is read, or not there, as over HTTP", async () => {
    for (const { resourceType, id } of [...ALL, condition("none")]) {
      const path = `/${resourceType}/${id}`;
      const http = await around.ask({ path, token });
      const { status, body } = await works.ask(path, token);
      expect([path, status]).toEqual([path, statusOf(http.status)]);
      if (status === 200) expect(body).toEqual(http.body);
    }
  });

  test.each(SEARCHES)("D14: %s finds the same as over HTTP, and never a total", async (path) => {
    const http = await around.all(path, token);
    const pages = await worksPages(path, token);
    expect(pages.map(({ status }) => status)).toEqual(pages.map(() => statusOf(http[0]?.status ?? 0)));
    if (pages[0]?.status !== 200) return;
    expect(sorted(worksEntries(pages))).toEqual(sorted(http.flatMap(entriesOf)));
    expect(pages[0].body.link[0]).toEqual(http[0]?.body.link[0]);
    for (const { body } of pages)
      expect(Object.keys(body).sort()).toEqual(["link", "resourceType", "type", ...(body.entry ? ["entry"] : [])].sort());
  });
});

describe("D14 what is hidden leaves no trace", () => {
  test.each(["/Condition?_count=2", "/Observation?_count=2"])(
    "leak 6: no page of %s but the last is short under withholding",
    async (path) => {
      const pages = await worksPages(path, await around.issuer.grant());
      expect(pages.length).toBeGreaterThan(2);
      for (const { body } of pages.slice(0, -1)) expect(body.entry).toHaveLength(2);
    },
  );

  test.each([
    "/Condition?_count=2",
    "/Observation",
    "/Condition?code=F11.20",
    "/Condition/b-sud",
    "/Encounter/a-refers",
    "/Practitioner/dr-sud",
  ])("leak 9: %s is answered alike whether or not the store holds what is hidden", async (path) => {
    const token = await around.issuer.grant();
    const holding = await worksPages(path, token);
    around.store.resources = SHOWN;
    const other = worksWith(PATIENCE);
    other.resources = SHOWN;
    const without = await worksPages(path, token, other);
    around.store.resources = ALL;
    expect(holding).toEqual(without);
    expect(JSON.stringify(holding)).not.toContain(MARKER);
  });

  test("leak 7: links hold the app's own query and an offset", async () => {
    const { body } = await works.ask("/Condition?_count=2", await around.issuer.grant());
    expect(body.link).toEqual([
      { relation: "self", url: `${FHIR_BASE_URL}/Condition?_count=2` },
      { relation: "next", url: `${FHIR_BASE_URL}/Condition?_count=2&_getpagesoffset=2` },
    ]);
  });

  test("leak 6: the search is told the visible ids, and one that nothing has when there is none", async () => {
    await works.ask("/Condition", await around.issuer.grant());
    expect(works.filters).toEqual([
      { key: "_references", value: ["Patient/p1", `${FHIR_BASE_URL}/Patient/p1`], comparisonOperator: "==", logicalOperator: "AND" },
      { key: "id", value: ["c0", "c1", "c2", "c3", "c4", "c5", "c6"], comparisonOperator: "==", logicalOperator: "AND" },
    ]);
    await works.ask("/DocumentReference", await around.issuer.grant());
    expect(works.filters[1]?.value).toEqual(["_"]);
  });

  test("D10: an authorization that shares everything is filtered by patient, without an index", async () => {
    around.store.asked.length = 0;
    await works.ask("/Condition", await around.issuer.grant(EVERYTHING));
    expect(works.filters.map(({ key }) => key)).toEqual(["_references"]);
    expect(around.store.asked).toEqual([]);
  });
});
