/** D10: a record is read whole once, by one build for all who wait, within bounds; when it cannot be read nothing is answered. Leaks 22 and 25. */
import { COMPARTMENT_TYPES } from "../../fhir-facade/src/compartment/compartment.ts";
import { startSurroundings } from "./support/facade.ts";
import { CHECK_MS, type Indexes, MAX_AGE_MS, startIndexes } from "./support/indexes.ts";
import { condition, observation, patient, resource } from "./support/records.ts";

const RECORD = [patient("p1"), condition("c1"), condition("c2")];
const ALL = ["Condition/c1", "Condition/c2", "Patient/p1"];
const whole = COMPARTMENT_TYPES.length;

let around: Indexes;
async function start(changes: Readonly<Record<string, string>> = {}, resources = RECORD): Promise<void> {
  await around?.store.close();
  around = await startIndexes(resources, changes);
}
beforeEach(() => start());
afterEach(() => around.store.close());

const patients = (count: number) =>
  Array.from({ length: count }, (_, n) => [
    patient(`p${n + 1}`),
    condition(`of-p${n + 1}`, { subject: { reference: `Patient/p${n + 1}` } }),
  ]).flat();
/** Whether the patient's record was read whole since the last look. */
const wasRead = (id: string): boolean => around.requests().some((query) => query === `Patient?_id=${id}&_count=500`);

describe("D10 one build for all who wait", () => {
  test("D10: requests that come during a build share it", async () => {
    const open = around.store.hold();
    const waiting = Array.from({ length: 20 }, () => around.visible());
    open();
    for (const seen of await Promise.all(waiting)) expect(seen).toEqual(ALL);
    expect(around.requests()).toHaveLength(whole);
  });

  test("D10: with INDEX_MAX_AGE_MS=0 each request reads anew", async () => {
    await start({ INDEX_MAX_AGE_MS: "0" });
    for (const _ of [1, 2]) {
      await around.visible();
      expect(around.requests()).toHaveLength(whole);
    }
  });

  test("D10: a build that took longer than INDEX_CHECK_MS is brought up to date before it answers", async () => {
    const open = around.store.hold();
    const waiting = around.visible();
    around.wait(10 * 60_000);
    around.store.put(condition("c3"));
    open();
    expect(await waiting).toContain("Condition/c3");
    expect(around.requests().filter((query) => query.includes("_lastUpdated"))).toHaveLength(whole);
  });

  test("D10: the app that asked first goes away, the build does not end", async () => {
    const facade = await startSurroundings(RECORD, { INDEX_MAX_AGE_MS: "60000", STORE_TIMEOUT_MS: "20000" });
    const held: (() => void)[] = [];
    const { promise: reached, resolve: reach } = resolvable();
    facade.store.misbehaviour = (request, response) => {
      held.push(() => void response.writeHead(200, { "Content-Type": "application/fhir+json" }).end(emptySearchset));
      reach();
      request.resume();
    };
    const token = await facade.issuer.grant();
    const gone = new AbortController();
    const first = facade.ask({ path: "/Condition", token, signal: gone.signal });
    await reached;
    const second = facade.ask({ path: "/Condition", token });
    gone.abort();
    const [left] = await Promise.allSettled([first]);
    facade.store.misbehaviour = undefined;
    for (const answer of held) answer();
    const { status } = await second;
    await facade.close();
    expect([left.status, status]).toEqual(["rejected", 200]);
    expect(facade.store.asked.filter((query) => query.startsWith("GET Patient?"))).toHaveLength(1);
  });
});

describe("D10 what cannot be built is not answered", () => {
  test.each(COMPARTMENT_TYPES)("D10: %s cannot be read, nothing is answered, and the next request tries again", async (type) => {
    around.store.refuse = (query) => (query.startsWith(`${type}?`) ? 500 : undefined);
    await expect(around.visible()).rejects.toMatchObject({ value: { status: 502 } });
    around.store.refuse = undefined;
    expect(await around.visible()).toEqual(ALL);
  });

  test("D10: a shared resource cannot be read, nothing is answered", async () => {
    around.store.put(condition("c3", { recorder: { reference: "Practitioner/dr" } }));
    around.store.refuse = (query) => (query.startsWith("Practitioner?") ? 500 : undefined);
    await expect(around.visible()).rejects.toMatchObject({ value: { status: 502 } });
  });

  test("leak 25: an index that is too old is not answered from when the new one cannot be built", async () => {
    await around.visible();
    around.wait(MAX_AGE_MS);
    around.store.refuse = () => 500;
    await expect(around.visible()).rejects.toMatchObject({ value: { status: 502 } });
  });

  test("D10: after a failure nothing more is asked", async () => {
    around.store.refuse = () => 500;
    await expect(around.visible()).rejects.toMatchObject({ value: { status: 502 } });
    expect(around.requests().length).toBeLessThan(whole / 2);
  });
});

describe("D10 bounds", () => {
  test("D10: a record of more than INDEX_MAX_RESOURCES is refused, also when a check finds that it has grown", async () => {
    await start({ INDEX_MAX_RESOURCES: "3", INDEX_MAX_ENTRIES: "1000" });
    expect(await around.visible()).toEqual(ALL);
    around.wait(CHECK_MS);
    around.store.put(condition("c3"));
    await expect(around.visible()).rejects.toMatchObject({ value: { status: 502, reason: "index-too-large" } });
    around.wait(MAX_AGE_MS);
    await expect(around.visible()).rejects.toMatchObject({ value: { status: 502, reason: "index-too-large" } });
  });

  test("D10: shared resources count as well", async () => {
    await start({ INDEX_MAX_RESOURCES: "2", INDEX_MAX_ENTRIES: "1000" }, [
      patient("p1"),
      condition("c1", { recorder: { reference: "Practitioner/dr" } }),
      resource("Practitioner", "dr"),
    ]);
    await expect(around.visible()).rejects.toMatchObject({ value: { status: 502 } });
  });

  test("D10: one build more than INDEX_MAX_BUILDS is told to come back", async () => {
    await start({ INDEX_MAX_BUILDS: "2" }, patients(3));
    const open = around.store.hold();
    const two = [around.of("p1"), around.of("p2")];
    await expect(around.of("p3")).rejects.toMatchObject({ value: { status: 429 } });
    open();
    await Promise.all(two);
    await expect(around.of("p3")).resolves.toMatchObject({ patient: "p3" });
  });

  test("D10: a build that failed gives its place back", async () => {
    await start({ INDEX_MAX_BUILDS: "1" });
    around.store.refuse = () => 500;
    for (const _ of [1, 2]) await expect(around.visible()).rejects.toMatchObject({ value: { status: 502 } });
  });

  test("D10: beyond INDEX_MAX_PATIENTS the least recently used is forgotten, not the oldest", async () => {
    await start({ INDEX_MAX_PATIENTS: "2" }, patients(3));
    for (const id of ["p1", "p2", "p1", "p3"]) await around.of(id);
    around.requests();
    await around.of("p1");
    expect(wasRead("p1")).toBe(false);
    await around.of("p2");
    expect(wasRead("p2")).toBe(true);
  });

  test("D10: beyond INDEX_MAX_ENTRIES of all together the least recently used is forgotten", async () => {
    await start({ INDEX_MAX_RESOURCES: "5", INDEX_MAX_ENTRIES: "5" }, patients(3));
    for (const id of ["p1", "p2", "p1", "p3"]) await around.of(id);
    around.requests();
    await around.of("p3");
    await around.of("p1");
    expect(wasRead("p1")).toBe(false);
    await around.of("p2");
    expect(wasRead("p2")).toBe(true);
  });

  test("D10: what a check adds counts too", async () => {
    await start({ INDEX_MAX_RESOURCES: "4", INDEX_MAX_ENTRIES: "4" }, patients(2));
    await around.of("p1");
    await around.of("p2");
    around.wait(CHECK_MS);
    around.store.put(condition("more", { subject: { reference: "Patient/p2" } }));
    await around.of("p2");
    around.requests();
    await around.of("p1");
    expect(wasRead("p1")).toBe(true);
  });

  test("D10: builds that together need more than INDEX_MAX_ENTRIES are told to come back, and then fit one by one", async () => {
    await start({ INDEX_MAX_RESOURCES: "2", INDEX_MAX_ENTRIES: "2" }, patients(2));
    const open = around.store.hold();
    const both = Promise.allSettled([around.of("p1"), around.of("p2")]);
    open();
    const refused = (await both).flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(refused.length).toBeGreaterThan(0);
    for (const reason of refused) expect(reason).toMatchObject({ value: { status: 429 } });
    for (const id of ["p1", "p2"]) await expect(around.of(id)).resolves.toMatchObject({ patient: id });
  });
});

describe("D10 the log of a build", () => {
  const RESOURCES = 6000;

  test("D10: it says that it goes on, and what it came to, in round figures and without a name", async () => {
    await start({ STORE_CONCURRENCY: "1" }, [patient("p1"), ...Array.from({ length: RESOURCES }, (_, n) => observation(`o${n}`))]);
    // each page takes a second of the facade's clock
    around.store.refuse = () => {
      around.drift(1000);
      return undefined;
    };
    await around.of();
    const building = around.log.filter(({ reason }) => reason === "index-building");
    expect(building.length).toBeGreaterThan(3);
    for (const line of building) expect(Object.keys(line).sort()).toEqual(["build", "milliseconds", "reason", "resources"]);
    const counts = building.map(({ resources }) => resources ?? 0);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    const [built, ...more] = around.log.filter(({ reason }) => reason === "index-built");
    expect([built?.resources, built?.build, more]).toEqual([7000, building[0]?.build, []]);
    expect(built?.milliseconds).toBeGreaterThanOrEqual(RESOURCES / 500);
    expect((built?.bytes ?? 0) % (1024 * 1024)).toBe(0);
    expect(JSON.stringify(around.log)).not.toContain("p1");
  });

  test("D10: a build that fails is not said to be built, and a check says nothing", async () => {
    around.store.refuse = () => 500;
    await expect(around.visible()).rejects.toThrow();
    expect(around.log).toEqual([]);
    around.store.refuse = undefined;
    await around.visible();
    around.wait(CHECK_MS);
    await around.visible();
    expect(around.log.map(({ reason }) => reason)).toEqual(["index-built"]);
  });
});

const emptySearchset = JSON.stringify({ resourceType: "Bundle", type: "searchset", link: [] });

function resolvable(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
