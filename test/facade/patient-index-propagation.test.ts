/** Leak 18: labels travel against references, at any distance, in circles, through hubs, and in time that grows with the record only. */
import type { ResourceKey } from "../../fhir-facade/src/compartment/resource.ts";
import { categoryBit, UNCLASSIFIABLE } from "../../fhir-facade/src/labeller/verdict.ts";
import type { IndexEntry } from "../../fhir-facade/src/patient-index/patient-index.ts";
import { propagate } from "../../fhir-facade/src/patient-index/propagate.ts";
import { entry } from "./support/spread.ts";

const PSY = categoryBit("PSY");
const HIV = categoryBit("HIV");

const masks = (...entries: IndexEntry[]): Record<string, number> =>
  Object.fromEntries([...propagate(entries).values()].map(({ key, mask }) => [key, mask]));
const LONG = 50_000;
const at = (n: number): ResourceKey => `Observation/o${n}`;

describe("leak 18 propagation", () => {
  test("leak 18: who points to it gets its bits, what it points to does not", () => {
    expect(masks(entry("Observation/a", 0, "Condition/b"), entry("Condition/b", PSY, "Condition/c"), entry("Condition/c", 0))).toEqual({
      "Observation/a": PSY,
      "Condition/b": PSY,
      "Condition/c": 0,
    });
  });

  test("leak 18: bits of several add up", () => {
    const both = entry("Observation/a", 0, "Condition/p", "Condition/h");
    expect(masks(both, entry("Condition/p", PSY), entry("Condition/h", HIV))["Observation/a"]).toBe(PSY | HIV);
  });

  test("leak 18: a circle ends with the same bits everywhere in it", () => {
    const circle = [
      entry("Condition/a", PSY, "Condition/b"),
      entry("Condition/b", 0, "Condition/c"),
      entry("Condition/c", HIV, "Condition/a"),
    ];
    expect(masks(...circle)).toEqual({ "Condition/a": PSY | HIV, "Condition/b": PSY | HIV, "Condition/c": PSY | HIV });
  });

  test("leak 18: a resource that points to itself is not hidden by that", () => {
    expect(masks(entry("Condition/a", 0, "Condition/a"))).toEqual({ "Condition/a": 0 });
  });

  test.each(["forwards", "backwards"])(`leak 18: a chain of ${LONG}, read %s`, (order) => {
    const chain = Array.from({ length: LONG }, (_, n) => entry(at(n), n === LONG - 1 ? PSY : 0, ...(n === LONG - 1 ? [] : [at(n + 1)])));
    const found = propagate(order === "forwards" ? chain : chain.reverse());
    expect([...found.values()].every(({ mask }) => mask === PSY)).toBe(true);
  });

  test(`leak 18: a hub that ${LONG} point to, and one that points to ${LONG}`, () => {
    const spokes = Array.from({ length: LONG }, (_, n) => entry(at(n), 0, "Encounter/hub"));
    const hidden = [...propagate([entry("Encounter/hub", PSY), ...spokes]).values()].filter(({ mask }) => mask === PSY);
    expect(hidden).toHaveLength(LONG + 1);
    const leaves = Array.from({ length: LONG }, (_, n) => entry(at(n), n === 7 ? HIV : 0));
    const found = propagate([entry("Encounter/hub", 0, ...leaves.map(({ key }) => key)), ...leaves]);
    expect([...found.values()].filter(({ mask }) => mask !== 0).map(({ key }) => key)).toEqual(["Encounter/hub", at(7)]);
  });

  test("leak 18: the Patient's bits do not travel, what it points to reaches it alone", () => {
    expect(masks(entry("Condition/a", 0, "Patient/p1"), entry("Patient/p1", HIV, "Condition/b"), entry("Condition/b", PSY))).toEqual({
      "Condition/a": 0,
      "Patient/p1": HIV | PSY,
      "Condition/b": PSY,
    });
  });

  test("leak 18: what is not in the record cannot be judged, but for shared resources that say nothing clinical", () => {
    expect(
      masks(
        entry("Observation/a", 0, "Condition/gone"),
        entry("Observation/b", 0, "Medication/gone"),
        entry("Observation/c", 0, "Practitioner/gone"),
      ),
    ).toEqual({ "Observation/a": UNCLASSIFIABLE, "Observation/b": UNCLASSIFIABLE, "Observation/c": 0 });
  });

  test("leak 18: it begins with each resource's own bits, so that a second time takes back what no longer holds", () => {
    const first = propagate([entry("Observation/a", 0, "Condition/b"), entry("Condition/b", PSY)]);
    const second = propagate([...first.values()].map((one) => (one.key === "Condition/b" ? entry(one.key, 0) : one)));
    expect([...second.values()].map(({ mask }) => mask)).toEqual([0, 0]);
  });

  test("D10: entries stand in the order of their keys, and unchanged ones are the same objects", () => {
    const [b, a] = [entry("Condition/b", 0), entry("Condition/a", 0)];
    const found = [...propagate([b, a]).values()];
    expect(found).toEqual([a, b]);
    expect(found[0]).toBe(a);
  });
});
