/** Leaks 16, 19 and 23: checks that stand behind others, each seen by itself. */
import { referenceReader } from "../../fhir-facade/src/compartment/references.ts";
import { EVERYTHING, startSurroundings } from "./support/facade.ts";
import { startIndexes } from "./support/indexes.ts";
import { observation, patient, SHOWN } from "./support/records.ts";

describe("checks that stand behind others", () => {
  // GET /fhir/Patient/p2
  test("leak 23: another Patient is refused from the grant, and the store is not asked", async () => {
    const around = await startSurroundings([...SHOWN, patient("p2")]);
    const answer = await around.get("/Patient/p2", EVERYTHING);
    await around.close();
    expect([answer.status, around.store.asked]).toEqual([404, []]);
  });

  test("leak 16: what a store gives of another patient is not in the index", async () => {
    const own = observation("o1");
    const others = observation("o-of-p2", { subject: { reference: "Patient/p2" }, performer: [{ reference: "Patient/p1" }] });
    const around = await startIndexes([patient("p1"), own, others]);
    const { entries } = await around.of();
    await around.store.close();
    expect([...entries.keys()]).toEqual(["Observation/o1", "Patient/p1"]);
  });

  test.each([
    ["https://store.example/fhir/Encounter/e1", { kind: "key", key: "Encounter/e1" }],
    ["https://store.example/fhirXEncounter/e1", { kind: "foreign" }],
    ["https://store.example/fhir2/Encounter/e1", { kind: "foreign" }],
    ["https://store.example.org/fhir/Encounter/e1", { kind: "foreign" }],
  ])("leak 19: %s", (reference, target) => {
    expect(referenceReader("https://store.example/fhir")(reference)).toEqual(target);
  });
});
