/** A granular scope covers what meets it, entry by entry, and nothing else of its type: leak 12. */
import { EVERYTHING, keysOf, type Surroundings, startSurroundings } from "./support/facade.ts";
import { coded, observation, resource, SHOWN } from "./support/records.ts";

const CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";
const LABORATORY = `category=${CATEGORY}|laboratory`;
const category = (code: string) => ({ category: [coded(CATEGORY, code)], encounter: { reference: "Encounter/e1" } });
const PLAIN = SHOWN.filter(({ resourceType }) => resourceType !== "Observation");

let around: Surroundings;
beforeAll(async () => {
  around = await startSurroundings([
    ...PLAIN,
    ...Array.from({ length: 6 }, (_, n) => observation(`a${n}`, category(n % 2 === 0 ? "vital-signs" : "laboratory"))),
    observation("b-early", { ...category("laboratory"), status: "preliminary" }),
    observation("c-none"),
    resource("DiagnosticReport", "d", { status: "final", subject: { reference: "Patient/p1" }, ...category("laboratory") }),
  ]);
});
afterAll(() => around.close());

const COVERED = ["Observation/a1", "Observation/a3", "Observation/a5", "Observation/b-early"];

describe.each([
  ["something is withheld", {}],
  ["everything is shared", EVERYTHING],
])("leak 12: granular scopes when %s", (_title, mode) => {
  const scoped = (...scopes: string[]) => ({ ...mode, scope: scopes.join(" ") });
  const laboratory = scoped(`patient/Observation.rs?${LABORATORY}`);

  test("leak 12: a search finds what meets the scope, in full pages", async () => {
    const pages = await around.all("/Observation?_count=2", await around.issuer.grant(laboratory));
    expect(pages.map((page) => keysOf(page))).toEqual([COVERED.slice(0, 2), COVERED.slice(2)]);
  });

  test("leak 12: a read of what does not meet it is a read of what is not there", async () => {
    expect((await around.get("/Observation/a1", laboratory)).status).toBe(200);
    const [uncovered, absent] = [await around.get("/Observation/a0", laboratory), await around.get("/Observation/none", laboratory)];
    expect([uncovered.status, uncovered.text]).toEqual([404, absent.text]);
  });

  test("leak 12: $everything holds what meets it", async () => {
    expect(keysOf(...(await around.all("/Patient/p1/$everything?_count=3", await around.issuer.grant(laboratory))))).toEqual(COVERED);
  });

  test("leak 12: reverse includes as well", async () => {
    const both = scoped("patient/Encounter.rs", `patient/Observation.rs?${LABORATORY}`);
    const found = keysOf(await around.get("/Encounter?_id=e1&_revinclude=Observation:encounter", both));
    expect(found).toEqual(["Encounter/e1", ...COVERED]);
  });

  test("leak 12: of several parameters all must be met", async () => {
    const found = keysOf(await around.get("/Observation", scoped(`patient/Observation.rs?${LABORATORY}&status=final`)));
    expect(found).toEqual(COVERED.slice(0, 3));
  });

  test("leak 12: a criterion of one type says nothing of another", async () => {
    const { status } = await around.get("/DiagnosticReport", laboratory);
    expect(status).toBe(403);
    const vital = `patient/DiagnosticReport.rs?category=${CATEGORY}|vital-signs`;
    expect(keysOf(await around.get("/DiagnosticReport", scoped(`patient/Observation.rs?${LABORATORY}`, vital)))).toEqual([]);
  });

  test("leak 12: reading some does not allow searching them", async () => {
    expect((await around.get("/Observation", scoped(`patient/Observation.r?${LABORATORY}`))).status).toBe(403);
  });
});
