/** D10: an index is brought up to date before it answers; what it cannot learn it does not answer. Leaks 18 and 25. */
import { COMPARTMENT_TYPES } from "../../fhir-facade/src/compartment/compartment.ts";
import { keysOf, nextOf, startSurroundings } from "./support/facade.ts";
import { CHECK_MS, type Indexes, MAX_AGE_MS, startIndexes } from "./support/indexes.ts";
import { ACT_CODE, coded, condition, ICD, observation, patient, resource } from "./support/records.ts";

const plain = condition("c1");
const refers = observation("o1", { focus: [{ reference: "Condition/c1" }] });
const SENSITIVE = { code: coded(ICD, "F11.20") };
const RECORD = [
  patient("p1"),
  plain,
  refers,
  condition("c2", { recorder: { reference: "Practitioner/dr" } }),
  resource("Practitioner", "dr"),
];
const ALL = ["Condition/c1", "Condition/c2", "Observation/o1", "Patient/p1", "Practitioner/dr"];

let around: Indexes;
beforeEach(async () => {
  around = await startIndexes(RECORD);
  expect(await around.visible()).toEqual(ALL);
  around.requests();
});
afterEach(() => around.store.close());

/** Later than the overlap of two checks, so that only what changed since is found. */
const later = (): void => around.wait(10 * 60_000);

describe("D10 within the window nothing is asked", () => {
  test("D10: no request reaches the store before INDEX_CHECK_MS have passed", async () => {
    around.wait(CHECK_MS - 1);
    expect(await around.visible()).toEqual(ALL);
    expect(around.requests()).toEqual([]);
  });

  test("D10: when they have, each type of the compartment is asked once for what changed, by the store's own clock less a minute", async () => {
    around.wait(CHECK_MS);
    await around.visible();
    const since = "_lastUpdated=ge2025-12-31T23:59:00.000Z";
    const asked = around.requests();
    expect(asked.filter((query) => !query.includes(since))).toEqual([]);
    expect(asked.map((query) => query.split("?")[0]).sort()).toEqual([...COMPARTMENT_TYPES, "Practitioner"].sort());
    expect(asked).toContain(`Practitioner?_id=dr&${since}&_count=1`);
  });

  test("D10: with INDEX_CHECK_MS=0 each request asks", async () => {
    await around.store.close();
    around = await startIndexes(RECORD, { INDEX_CHECK_MS: "0" });
    await around.visible();
    around.store.put(condition("c9"));
    expect(await around.visible()).toContain("Condition/c9");
  });

  test("D10: an index in which nothing changed is the same one", async () => {
    const before = await around.of();
    later();
    expect(await around.of()).toBe(before);
  });

  test("D10: the next check asks from where the last one began", async () => {
    later();
    await around.visible();
    around.requests();
    around.wait(CHECK_MS);
    await around.visible();
    expect(around.requests()[0]).toContain("_lastUpdated=ge2026-01-01T00:09:00.000Z");
  });

  test("D10: a clock of the facade that went back is no reason to wait", async () => {
    around.drift(-1000);
    await around.visible();
    expect(around.requests().length).toBeGreaterThan(0);
  });
});

describe("D10 after the check the index knows", () => {
  test("D10: a new resource is seen", async () => {
    later();
    around.store.put(condition("c3"));
    expect(await around.visible()).toEqual([...ALL, "Condition/c3"].sort());
  });

  test("D10: the first resource of a type is seen", async () => {
    later();
    around.store.put(resource("Goal", "g1", { subject: { reference: "Patient/p1" }, description: coded(ICD, "J20.9") }));
    expect(await around.visible()).toContain("Goal/g1");
  });

  test("leak 18: a resource that became sensitive hides itself and who refers to it", async () => {
    later();
    around.store.put({ ...plain, ...SENSITIVE });
    expect(await around.visible()).toEqual(["Condition/c2", "Patient/p1", "Practitioner/dr"]);
  });

  test("leak 18: a resource that was changed to refer to a hidden one is hidden", async () => {
    around.store.put(condition("secret", SENSITIVE));
    later();
    around.store.put(observation("o1", { focus: [{ reference: "Condition/secret" }] }));
    expect(await around.visible()).not.toContain("Observation/o1");
  });

  test("D10: one that is sensitive no more comes back, and who refers to it", async () => {
    later();
    around.store.put({ ...plain, ...SENSITIVE });
    await around.visible();
    later();
    around.store.put(plain);
    expect(await around.visible()).toEqual(ALL);
  });

  test("leak 18: a label that was added under the same version and time is noticed when the store finds the resource", async () => {
    around.wait(CHECK_MS);
    const label = { security: [{ system: ACT_CODE, code: "PSY" }] };
    around.store.touch("Condition/c1", (stored) => ({ ...stored, meta: { ...(stored.meta as object), ...label } }));
    expect(await around.visible()).toEqual(["Condition/c2", "Patient/p1", "Practitioner/dr"]);
  });

  test("leak 13: a new shared resource is read when something new refers to it, and only then", async () => {
    later();
    around.store.put(resource("Practitioner", "dr-new"), resource("Practitioner", "dr-nobody"));
    around.store.put(condition("c3", { recorder: { reference: "Practitioner/dr-new" } }));
    const seen = await around.visible();
    expect(seen).toContain("Practitioner/dr-new");
    expect(seen).not.toContain("Practitioner/dr-nobody");
  });

  test("leak 13: a shared resource whose only referrer was hidden is not there", async () => {
    later();
    around.store.put(condition("c2", { ...SENSITIVE, recorder: { reference: "Practitioner/dr" } }));
    expect(await around.visible()).toEqual(["Condition/c1", "Observation/o1", "Patient/p1"]);
  });

  test("leak 18: a shared resource that became sensitive hides who refers to it", async () => {
    later();
    around.store.put(resource("Practitioner", "dr", { meta: { security: [{ system: ACT_CODE, code: "PSY" }] } }));
    expect(await around.visible()).toEqual(["Condition/c1", "Observation/o1", "Patient/p1"]);
  });

  test("leak 18: a medication that was missing and has come is judged", async () => {
    const request = resource("MedicationRequest", "m1", {
      subject: { reference: "Patient/p1" },
      medicationReference: { reference: "Medication/drug" },
    });
    around.store.put(request);
    around.wait(CHECK_MS);
    expect(await around.visible()).not.toContain("MedicationRequest/m1");
    later();
    around.store.put(resource("Medication", "drug", { code: coded("http://www.nlm.nih.gov/research/umls/rxnorm", "313782") }));
    expect(await around.visible()).toEqual([...ALL, "Medication/drug", "MedicationRequest/m1"].sort());
  });

  test("leak 23: a resource that names another patient beside this one goes", async () => {
    const told = { recorded: "2024-01-01T00:00:00Z", agent: [{ who: { reference: "Practitioner/dr" } }] };
    const target = [{ reference: "Patient/p1" }, { reference: "Condition/c1" }];
    around.store.put(resource("Provenance", "pv", { ...told, target }));
    around.wait(CHECK_MS);
    expect(await around.visible()).toContain("Provenance/pv");
    later();
    around.store.put(resource("Provenance", "pv", { ...told, target: [...target, { reference: "Patient/p2" }] }));
    expect(await around.visible()).toEqual(ALL);
  });

  test("leak 23: what the store finds but is another patient's is never taken in", async () => {
    later();
    around.store.put(condition("c3", { subject: { reference: "Patient/p2" }, asserter: { reference: "Patient/p1" } }));
    expect(await around.visible()).toEqual(ALL);
  });

  test("D10: all pages of what changed are read", async () => {
    later();
    around.store.put(...Array.from({ length: 1100 }, (_, n) => condition(`n${n}`)));
    expect(await around.visible()).toHaveLength(ALL.length + 1100);
  });

  test("D10: what was committed a minute late is found", async () => {
    around.wait(CHECK_MS);
    const { clock } = around.store;
    around.store.clock -= 59_000;
    around.store.put(condition("late"));
    around.store.clock = clock;
    expect(await around.visible()).toContain("Condition/late");
  });
});

describe("D10 what the check does not tell waits for the next whole build", () => {
  test("D10: deletes and back-dated loads, until INDEX_MAX_AGE_MS", async () => {
    const { clock } = around.store;
    around.store.clock -= 24 * 3_600_000;
    around.store.put(condition("back-dated"));
    around.store.clock = clock;
    around.store.remove("Condition/c2");
    around.wait(MAX_AGE_MS - 1);
    expect(await around.visible()).toEqual(ALL);
    around.wait(1);
    expect(await around.visible()).toEqual(["Condition/back-dated", "Condition/c1", "Observation/o1", "Patient/p1"]);
  });
});

describe("leak 25 an index that cannot be checked answers nothing", () => {
  test.each([400, 404, 500])("leak 25: the store answers %i to `_lastUpdated`", async (status) => {
    later();
    around.store.refuse = (query) => (query.includes("_lastUpdated") ? status : undefined);
    await expect(around.visible()).rejects.toMatchObject({ value: { status: 502 } });
  });

  test("leak 25: one type of many is enough to refuse", async () => {
    later();
    around.store.refuse = (query) => (query.startsWith("Coverage?") ? 500 : undefined);
    await expect(around.visible()).rejects.toMatchObject({ value: { status: 502 } });
  });

  test("leak 25: so is a later page, or a shared resource", async () => {
    later();
    around.store.put(...Array.from({ length: 501 }, (_, n) => condition(`n${n}`)));
    around.store.refuse = (query) => (query.includes("_offset") ? 500 : undefined);
    await expect(around.visible()).rejects.toMatchObject({ value: { status: 502 } });
    around.store.refuse = (query) => (query.startsWith("Practitioner?") ? 500 : undefined);
    await expect(around.visible()).rejects.toMatchObject({ value: { status: 502 } });
  });

  test("leak 25: the store does not answer in time", async () => {
    await around.store.close();
    around = await startIndexes(RECORD, { STORE_TIMEOUT_MS: "200" });
    await around.visible();
    later();
    const open = around.store.hold();
    await expect(around.visible()).rejects.toMatchObject({ value: { status: 504 } });
    open();
  });

  test("D10: the next request asks again, and from the old mark", async () => {
    later();
    around.store.put({ ...plain, ...SENSITIVE });
    around.store.refuse = () => 500;
    await expect(around.visible()).rejects.toMatchObject({ value: { status: 502 } });
    around.store.refuse = undefined;
    expect(await around.visible()).toEqual(["Condition/c2", "Patient/p1", "Practitioner/dr"]);
  });
});

describe("D10 from page to page", () => {
  test("leak 18: what became hidden after the first page is not on the next, nor who refers to it", async () => {
    const facade = await startSurroundings([patient("p1"), condition("a"), plain, refers], {
      INDEX_CHECK_MS: "0",
      INDEX_MAX_AGE_MS: "900000",
    });
    const token = await facade.issuer.grant({ scope: "patient/Condition.rs patient/Observation.rs" });
    const first = await facade.ask({ path: "/Condition?_count=1", token });
    facade.store.resources = [patient("p1"), condition("a"), { ...plain, ...SENSITIVE }, refers];
    const second = await facade.ask({ path: nextOf(first) ?? "", token });
    const { status } = await facade.ask({ path: "/Observation/o1", token });
    await facade.close();
    expect([keysOf(first), nextOf(first) === undefined]).toEqual([["Condition/a"], false]);
    expect([keysOf(second), status]).toEqual([[], 404]);
  });
});

describe("D10 one check for all who wait", () => {
  test("D10: requests that come during a check share it, and none gets the old index", async () => {
    later();
    around.store.put({ ...plain, ...SENSITIVE });
    const open = around.store.hold();
    const waiting = Array.from({ length: 10 }, () => around.visible());
    open();
    for (const seen of await Promise.all(waiting)) expect(seen).not.toContain("Condition/c1");
    expect(around.requests()).toHaveLength(COMPARTMENT_TYPES.length + 1);
  });

  test("D10: they share its failure as well", async () => {
    later();
    around.store.refuse = () => 500;
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => around.visible()));
    expect(outcomes.map(({ status }) => status)).toEqual(Array(5).fill("rejected"));
    expect(around.requests().length).toBeLessThan(COMPARTMENT_TYPES.length);
  });
});
