/** What one walk leaves of a resource that may leave: leaks 17, 22a and 23. */
import { standardPolicy } from "@member-exchange/sharing-policy/policy";
import type { JsonObject, Resource } from "../../fhir-facade/src/compartment/resource.ts";
import { labeller } from "../../fhir-facade/src/labeller/label.ts";
import type { Sight } from "../../fhir-facade/src/pipeline/3-authz/sight.ts";
import * as prune from "../../fhir-facade/src/pipeline/5-redact/prune.ts";
import { EVERYTHING } from "./support/facade.ts";
import { authorizationOf } from "./support/issuer.ts";
import { coded, ICD, observation, patient } from "./support/records.ts";
import { sightOf } from "./support/sight.ts";

const everything = sightOf(authorizationOf(EVERYTHING));
const sensitive = sightOf(authorizationOf());
const nothing = sightOf(authorizationOf({ mode: "chosen", shared: [] }));
const { knows } = labeller(standardPolicy([]));
const pruned = (resource: Resource, sight: Sight): Resource => prune.pruned(resource, sight, knows);
const made = (more: JsonObject): Resource => observation("o", more) as unknown as Resource;

/** Holds something of everything that a rule looks at. */
const rich = made({
  meta: { versionId: "1", lastUpdated: "2024-01-01T00:00:00Z", profile: ["p"] },
  text: { div: "words" },
  identifier: [{ value: "M-1" }],
  performer: [{ reference: "Practitioner/dr", display: "Dr" }, { display: "somebody" }],
  focus: [{ reference: "Patient/p2", display: "Other" }, { reference: "http://elsewhere.example/Patient/p3/_history/1" }],
  valueString: "words",
  component: [{ code: { ...coded(ICD, "J20.9"), text: "words" }, valueQuantity: { value: 1 } }],
  contained: [{ resourceType: "Organization", id: "in", meta: { lastUpdated: "2024-01-01T00:00:00Z" }, name: "words" }],
});

describe("R8 one walk for everything that goes out of a resource", () => {
  test.each([
    ["everything shared", everything],
    ["sensitive withheld", sensitive],
    ["nothing shared", nothing],
  ])("R8: the store's own value is not changed, %s", (_title, sight) => {
    const before = JSON.stringify(rich);
    pruned(rich, sight);
    expect(JSON.stringify(rich)).toBe(before);
  });

  test("R8: a resource that loses nothing is the same value, part by part", () => {
    const plain = made({ component: [{ code: coded(ICD, "J20.9") }] });
    for (const sight of [everything, sensitive, nothing]) expect(pruned(plain, sight)).toBe(plain);
    const noted = made({ note: [{ text: "words" }], component: plain.component as JsonObject[] });
    expect(pruned(noted, sensitive).component).toBe(plain.component);
  });

  test("leak 23: everything shared: only references to other patients go out", () => {
    const masked = { extension: [expect.objectContaining({ valueCode: "masked" })] };
    expect(pruned(rich, everything)).toEqual({ ...rich, focus: [masked, masked] });
  });

  test("leaks 17 and 22a: sensitive withheld: words, and versions and times of contained resources too, go out", () => {
    const left = pruned(rich, sensitive);
    expect(JSON.stringify(left)).not.toMatch(/words|somebody|lastUpdated|versionId|p2|p3/);
    expect(left).toMatchObject({ meta: { profile: ["p"] }, identifier: [{ value: "M-1" }], component: [{ valueQuantity: { value: 1 } }] });
  });

  test("R8: demographics withheld: identifiers go out as well", () => {
    expect(pruned(rich, nothing)).toEqual({ ...pruned(rich, sensitive), identifier: undefined });
    const contained = made({ contained: [patient("p1") as unknown as JsonObject] });
    expect(pruned(contained, nothing).contained).toEqual([]);
  });

  test("leak 17: a member named __proto__ never leaves a changed resource", () => {
    const odd = JSON.parse('{"resourceType":"Observation","id":"o","note":[],"__proto__":{"x":"words"}}') as Resource;
    expect(JSON.stringify(pruned(odd, sensitive))).toBe('{"resourceType":"Observation","id":"o"}');
  });

  test.each([
    ["a local code", "http://example.org/own-codes"],
    ["a code of no system", undefined],
  ])(
    "R8: the name of %s, and the code itself, go out as soon as anything is withheld, and that of a judged code stays",
    (_title, system) => {
      const own = { ...(system === undefined ? {} : { system }), code: "XYZ-1", display: "words" };
      const judged = { system: ICD, code: "J20.9", display: "Acute bronchitis" };
      const { code } = pruned(made({ code: { coding: [own, judged] } }), sensitive);
      expect(code).toEqual({ coding: [{ system }, judged] });
      expect(pruned(made({ code: { coding: [own] } }), everything).code).toEqual({ coding: [own] });
    },
  );
});
