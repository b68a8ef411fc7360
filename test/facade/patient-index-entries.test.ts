/** D10 to D12: what the index keeps of a resource: granular criteria, sort keys, and documents that nobody reads. Leaks 12 and 17. */
import { ALL_RESOURCE_TYPES } from "@member-exchange/sharing-policy";
import { UNCLASSIFIABLE } from "../../fhir-facade/src/labeller/verdict.ts";
import { visibleKeys, visibleKeysOf } from "../../fhir-facade/src/patient-index/patient-index.ts";
import { CHECK_MS, type Indexes, startIndexes } from "./support/indexes.ts";
import { authorizationOf } from "./support/issuer.ts";
import { ACT_CODE, coded, condition, ICD, observation, patient, resource } from "./support/records.ts";
import { sightOf } from "./support/sight.ts";
import type { StoredResource } from "./support/store.ts";

const CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";
const inCategory = (id: string, code: string): StoredResource => observation(id, { category: [coded(CATEGORY, code)] });
const dr = { performer: [{ reference: "Practitioner/dr" }] };
const PATIENT = { reference: "Patient/p1" };

let around: Indexes;
async function start(...resources: StoredResource[]): Promise<void> {
  await around?.store.close();
  around = await startIndexes([patient("p1"), ...resources]);
}
afterAll(() => around.store.close());
const everything = { mode: "everything", shared: [] } as const;

describe("leak 12 granular scopes", () => {
  const LAB = `patient/Observation.rs?category=${CATEGORY}|laboratory`;
  const VITALS = `patient/Observation.rs?category=${CATEGORY}|vital-signs`;
  beforeEach(() =>
    start(
      inCategory("lab", "laboratory"),
      inCategory("vital", "vital-signs"),
      { ...observation("none"), ...dr },
      resource("Practitioner", "dr"),
    ),
  );

  test.each<[string, string[]]>([
    [LAB, ["Observation/lab"]],
    [VITALS, ["Observation/vital"]],
    [`${VITALS} ${LAB}`, ["Observation/lab", "Observation/vital"]],
    [`${LAB.replace(".rs", ".r")} ${VITALS.replace(".rs", ".s")}`, ["Observation/lab", "Observation/vital"]],
    [`${LAB} patient/Observation.rs`, ["Observation/lab", "Observation/none", "Observation/vital", "Practitioner/dr"]],
    ["patient/Observation.rs?category=other|laboratory", []],
    ["patient/Condition.rs", []],
    ["", []],
  ])("leak 12: %s", async (scope, keys) => expect(await around.visible({ scope })).toEqual(keys));

  test("leak 12: authorizations of one patient with other criteria do not share an index", async () => {
    for (const [scope, key] of [
      [LAB, "Observation/lab"],
      [VITALS, "Observation/vital"],
      [LAB, "Observation/lab"],
    ] as const)
      expect(await around.visible({ scope })).toEqual([key]);
  });

  test("leak 12: a resource that was changed meets what it meets now", async () => {
    await around.visible({ scope: LAB });
    around.wait(CHECK_MS);
    around.store.put(inCategory("lab", "vital-signs"), inCategory("vital", "laboratory"));
    expect(await around.visible({ scope: LAB })).toEqual(["Observation/vital"]);
  });

  test("leak 12: what is not covered leads to no shared resource", async () => {
    expect(await around.visible({ scope: `${LAB} patient/Practitioner.rs` })).toEqual(["Observation/lab"]);
  });

  test("leak 12: the same index answers each authorization by its own grant", async () => {
    const index = await around.of();
    const scopes = ["patient/Observation.rs", "patient/Patient.rs", "patient/*.rs", "patient/Observation.rs"];
    const seen = scopes.map((scope) => visibleKeys(index, sightOf(authorizationOf({ scope }))).size);
    expect(seen).toEqual([4, 1, 5, 4]);
  });

  test("D12: the keys of one type are those of all, of that type, in order", async () => {
    const index = await around.of();
    const sight = sightOf(authorizationOf());
    const all = [...visibleKeys(index, sight)];
    expect(ALL_RESOURCE_TYPES.flatMap((type) => visibleKeysOf(index, sight, type)).sort()).toEqual(all);
    expect(visibleKeysOf(index, sight, "Observation")).toEqual(["Observation/lab", "Observation/none", "Observation/vital"]);
    expect(visibleKeysOf(index, sight, "Goal")).toEqual([]);
  });
});

describe("D12 sort keys", () => {
  const sortOf = async (key: `Observation/${string}` | `Condition/${string}`) => (await around.of()).entries.get(key)?.sort;
  const at = (text: string): number => Date.parse(text);

  test("D12: each date parameter of the type, as an instant", async () => {
    await start(condition("c1", { onsetDateTime: "2020-02-03", recordedDate: "2021-01-01T10:00:00+02:00" }));
    expect(await sortOf("Condition/c1")).toEqual({ "onset-date": at("2020-02-03"), "recorded-date": at("2021-01-01T08:00:00Z") });
  });

  test("D12: a resource without a date has none", async () => {
    await start(observation("o1"), observation("o2", { effectiveDateTime: "not a date" }));
    for (const key of ["Observation/o1", "Observation/o2"] as const) expect(await sortOf(key)).toEqual({});
  });

  test("D12: equal ones are kept once", async () => {
    await start(observation("o1", { effectiveDateTime: "2020-01-01" }), observation("o2", { effectiveDateTime: "2020-01-01" }));
    expect(await sortOf("Observation/o1")).toBe(await sortOf("Observation/o2"));
  });

  test("D12: a date that was changed is sorted by what it is now", async () => {
    await start(observation("o1", { effectiveDateTime: "2020-01-01" }));
    await around.of();
    around.wait(CHECK_MS);
    around.store.put(observation("o1", { effectiveDateTime: "2022-01-01" }));
    expect(await sortOf("Observation/o1")).toEqual({ date: at("2022-01-01") });
  });
});

describe("leak 17 documents that the store keeps apart", () => {
  const documentAt = (id: string, url: string, more = {}): StoredResource =>
    resource("DocumentReference", id, { status: "current", subject: PATIENT, content: [{ attachment: { url } }], ...more });

  test.each<[string, (base: string) => string]>([
    ["relative", () => "Binary/scan"],
    ["absolute", (base) => `${base}/Binary/scan`],
    ["of a version", () => "Binary/scan/_history/3"],
  ])("leak 17: an address that is %s leads to the Binary, which is there only when everything is shared", async (_title, url) => {
    await start();
    around.store.put(documentAt("d1", url(around.store.url)), resource("Binary", "scan", { data: "c2Vl" }));
    expect(await around.visible(everything)).toEqual(["Binary/scan", "DocumentReference/d1", "Patient/p1"]);
    expect(await around.visible()).toEqual(["Patient/p1"]);
    expect(around.requests().filter((query) => query.startsWith("Binary"))).toEqual([]);
  });

  test.each([
    "https://elsewhere.example/fhir/Binary/scan",
    "Binary/",
    "Binary/scan/x",
    "/Binary/scan",
    "Binary/scan?x=1",
    "../Binary/scan",
    "Practitioner/dr",
    "urn:Binary/scan",
  ])("leak 17: %s leads nowhere", async (url) => {
    await start(documentAt("d1", url), resource("Binary", "scan"), resource("Practitioner", "dr"));
    expect(await around.visible(everything)).toEqual(["DocumentReference/d1", "Patient/p1"]);
  });

  test("leak 17: so do reports and images with their attachments", async () => {
    await start(
      resource("DiagnosticReport", "r1", { status: "final", subject: PATIENT, presentedForm: [{ url: "Binary/of-report" }] }),
      resource("Media", "m1", { status: "completed", subject: PATIENT, content: { url: "Binary/of-media" } }),
    );
    const seen = await around.visible(everything);
    for (const key of ["Binary/of-report", "Binary/of-media"]) expect(seen).toContain(key);
  });

  test("leak 17: a Binary that only a hidden or another patient's document names is not there", async () => {
    const notes = { meta: { security: [{ system: ACT_CODE, code: "PSYTHPN" }] } };
    await start(documentAt("notes", "Binary/scan", notes), documentAt("of-p2", "Binary/other", { subject: { reference: "Patient/p2" } }));
    expect(await around.visible(everything)).toEqual(["Patient/p1"]);
  });

  test("leak 17: who refers to a document cannot be judged either, and a check asks for no Binary", async () => {
    await start(documentAt("d1", "Binary/scan"), observation("o1", { derivedFrom: [{ reference: "DocumentReference/d1" }] }));
    const { entries } = await around.of();
    for (const key of ["Binary/scan", "DocumentReference/d1", "Observation/o1"] as const)
      expect((entries.get(key)?.mask ?? 0) & UNCLASSIFIABLE).toBe(UNCLASSIFIABLE);
    around.wait(CHECK_MS);
    around.store.put(documentAt("d2", "Binary/second"));
    expect(await around.visible(everything)).toContain("Binary/second");
    expect(around.requests().filter((query) => query.startsWith("Binary"))).toEqual([]);
  });
});

describe("D10 own bits", () => {
  test("D10: an entry tells its own bits from those of what it leads to", async () => {
    await start(observation("o1", { focus: [{ reference: "Condition/c1" }] }), condition("c1", { code: coded(ICD, "F11.20") }));
    const { entries } = await around.of();
    const [points, hidden] = [entries.get("Observation/o1"), entries.get("Condition/c1")];
    expect([points?.own, points?.mask]).toEqual([0, hidden?.own]);
    expect(hidden?.own).not.toBe(0);
  });
});
