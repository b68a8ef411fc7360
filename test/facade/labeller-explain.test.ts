/** What an admin is told of a verdict: category, tier, rule, source and place; and that it is the verdict. */
import type { Json, Resource } from "../../fhir-facade/src/compartment/resource.ts";
import { categoryBit, UNCLASSIFIABLE } from "../../fhir-facade/src/labeller/verdict.ts";
import { madeUp } from "./support/made-up-policy.ts";
import { coded, ICD } from "./support/records.ts";

const ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
const made = (resourceType: string, more: Record<string, Json>): Resource => ({ resourceType, id: "x", ...more }) as unknown as Resource;

describe("explain names every reason and where it stands", () => {
  const reasons: [string, Resource, object][] = [
    [
      "a code by its beginning",
      made("Condition", {
        code: {
          coding: [
            { system: ICD, code: "J20.9" },
            { system: ICD, code: "f11.20" },
          ],
        },
      }),
      {
        category: "SUD",
        tier: "definite",
        rule: "icd-10-cm F11*",
        path: "Condition.code.coding[1]",
        source: expect.stringMatching(/ICD-10-CM/),
      },
    ],
    [
      "a term",
      made("Condition", { code: coded(ICD, "J20.9"), note: [{ text: "Has a blue quindle." }] }),
      { category: "PSY", tier: "indicative", rule: "made-up: blue quindle", path: "Condition.note[0].text", source: "made up" },
    ],
    [
      "an ambiguous term",
      made("Condition", { code: coded(ICD, "J20.9"), note: [{ text: "maybevir" }] }),
      { category: "HIV", tier: "weak", rule: "made-up: maybevir", path: "Condition.note[0].text", source: "made up" },
    ],
    [
      "a label",
      made("Condition", { code: coded(ICD, "J20.9"), meta: { security: [{ system: ACT_CODE, code: "HIV" }] } }),
      { category: "HIV", tier: "label", rule: "label", path: "Condition.meta.security[0]", source: "" },
    ],
    [
      "what cannot be judged",
      made("DocumentReference", { content: [{ attachment: { url: "http://elsewhere.example/x", contentType: "text/plain" } }] }),
      { category: "unclassifiable", tier: "structure", rule: "attachment", path: "DocumentReference.content[0].attachment", source: "" },
    ],
    [
      "what stands in a contained resource",
      made("Condition", { code: coded(ICD, "J20.9"), contained: [{ resourceType: "Condition", id: "in", code: coded(ICD, "B20") }] }),
      {
        category: "HIV",
        tier: "definite",
        rule: "icd-10-cm B20*",
        path: "Condition.contained[0].code.coding[0]",
        source: expect.any(String),
      },
    ],
  ];
  test.each(reasons)("%s", (_title, resource, reason) => expect(madeUp.explain(resource)).toContainEqual(reason));

  test("nothing sensitive has no reason", () => expect(madeUp.explain(made("Condition", { code: coded(ICD, "J20.9") }))).toEqual([]));

  test("the reasons are those of the verdict, no more and no fewer", () => {
    for (const [, resource] of reasons) {
      const { mask, weak } = madeUp.label(resource);
      const told = madeUp.explain(resource);
      const bits = (isWeak: boolean): number =>
        told
          .filter(({ tier }) => (tier === "weak") === isWeak)
          .reduce((sum, { category }) => sum | (category === "unclassifiable" ? UNCLASSIFIABLE : categoryBit(category)), 0);
      expect([bits(false), bits(true) & ~bits(false)]).toEqual([mask, weak]);
    }
  });

  test("explaining changes no verdict and no resource", () => {
    for (const [, resource] of reasons) {
      const before = JSON.stringify(resource);
      madeUp.explain(resource);
      expect(JSON.stringify(resource)).toBe(before);
    }
  });
});
