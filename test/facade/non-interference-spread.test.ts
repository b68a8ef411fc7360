/** D11: the rules by which labels spread are said twice, in the facade and in the harness, and both find the same in any record. */
import { isResourceType } from "@member-exchange/sharing-policy";
import type { Resource } from "../../fhir-facade/src/compartment/resource.ts";
import { categoryBit } from "../../fhir-facade/src/labeller/verdict.ts";
import { labelRecord } from "../../fhir-facade/src/patient-index/spread/label-record.ts";
import { generatedRecords } from "../non-interference/records/generated.ts";
import { labelled } from "../non-interference/records/label-some.ts";
import { categoriesOf, withheldIn } from "../non-interference/records/withheld.ts";

const CATEGORIES = ["HIV", "SUD", "PSYTHPN"];
const FRESH = 1 + Math.floor(Math.random() * 1e9);
const byLabels = {
  label: (resource: Resource) => ({ mask: categoriesOf(resource).reduce((sum, code) => sum | categoryBit(code), 0), weak: 0, rules: [] }),
};

let [spread, kept] = [0, 0];
test.each([
  [1, 15],
  [2, 45],
  [3, 80],
  [FRESH, 45],
  [FRESH + 1, 80],
  [FRESH + 2, 120],
])("R8: seed %i, a record of %i and more", (seed, size) => {
  const record = labelled(generatedRecords(seed, 1, size), CATEGORIES, seed);
  const found = labelRecord(record.filter(({ resourceType }) => isResourceType(resourceType)) as unknown as Resource[], byLabels);
  for (const category of CATEGORIES) {
    const said = [...withheldIn(record, ["member-0"], categoriesOf, [category])].filter((key) => !key.startsWith("List/"));
    const labelledSo = [...found].filter(([key, { mask }]) => !key.startsWith("Patient/") && (mask & categoryBit(category)) !== 0);
    expect([category, labelledSo.map(([key]) => key)]).toEqual([category, said.sort()]);
    spread += said.length - record.filter((resource) => categoriesOf(resource).includes(category)).length;
    kept += record.length - said.length;
  }
});

test("R8: in these records labels spread, and not to everything", () => {
  expect(spread).toBeGreaterThan(50);
  expect(kept).toBeGreaterThan(500);
});
