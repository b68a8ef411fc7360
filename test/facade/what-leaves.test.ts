/** Leak 17: with a marker in every text of every element that R4 knows, which texts leave a shown resource once something is withheld; each with its reason. */
import { ALL_RESOURCE_TYPES } from "@member-exchange/sharing-policy";
import { standardPolicy } from "@member-exchange/sharing-policy/policy";
import { labeller } from "../../fhir-facade/src/labeller/label.ts";
import { pruned } from "../../fhir-facade/src/pipeline/5-redact/prune.ts";
import { filledResources } from "./support/filled.ts";
import { authorizationOf } from "./support/issuer.ts";
import { sightOf } from "./support/sight.ts";

const judge = labeller(standardPolicy([]));

/** Type and path of every text that leaves, for example `Observation.valueQuantity.unit`. */
function leaving(shared: readonly string[]): string[] {
  const sight = sightOf(authorizationOf({ mode: "chosen", shared }));
  return ALL_RESOURCE_TYPES.flatMap((type) =>
    filledResources(type)
      .filter(({ resource }) => (judge.label(resource).mask & sight.hidden) === 0)
      .flatMap(({ resource }) => [...JSON.stringify(pruned(resource, sight, judge.knows)).matchAll(/\[([A-Za-z.]+)\]/g)])
      .map(([, path]) => `${type}.${path}`),
  );
}

const REASONS: Readonly<Record<string, RegExp>> = {
  "the name of a judged code": /\.(coding|class|connectionType|bodySite|laterality|modality|operationalStatus|sopClass)\.display$/,
  "a code of R4's own, bound to a value set": new RegExp(
    "\\.(status|docStatus|intent|priority|criticality|severity|lifecycleStatus|outcome|mode|kind|role|use|dayOfWeek|daysOfWeek|durationUnit|periodUnit|when|language|comparator|currency|gender|entryType|payloadMimeType)$" +
      "|^AllergyIntolerance\\.(category|type)$|^Patient\\.link\\.type$|[aA]ddress\\.type$",
  ),
  "a measure and its unit": /\.(code|system|unit)$/,
  "who the member or a relative is, as long as demographics are shared":
    /^(Patient|RelatedPerson)\.|\.telecom\.value$|^Coverage\.(subscriberId|dependent)$|[aA]ddress\.[a-z]+$/i,
  "the public name and place of a shared resource": /^(Organization|Practitioner|PractitionerRole|Location|Endpoint)\./,
  "the resource's own identifier": /^[A-Za-z]+\.(identifier|masterIdentifier|accessionIdentifier)\.value$|\.preAuthRef$/,
  "a product or device whose code was judged": /^Device\.|^(Immunization|Medication)\.(batch\.)?lotNumber$/,
  "an image's number": /^ImagingStudy\.series\.(instance\.)?uid$/,
  "the group of a coverage": /^Coverage\.class\.value$/,
};

/** Binary is never shown once something is withheld: the code that makes it so is in the test's resource only. */
const isServed = (path: string): boolean => !path.startsWith("Binary.");

describe("leak 17: texts of shown resources", () => {
  const withDemographics = leaving(["DEMO"]).filter(isServed);
  const withoutDemographics = leaving([]).filter(isServed);

  test("leak 17: every text that leaves has a reason, and every reason is one for something", () => {
    const reasons = Object.entries(REASONS);
    expect(withDemographics.length).toBeGreaterThan(200);
    expect(withDemographics.filter((path) => !reasons.some(([, pattern]) => pattern.test(path)))).toEqual([]);
    for (const [reason, pattern] of reasons) expect([reason, withDemographics.some((path) => pattern.test(path))]).toEqual([reason, true]);
  });

  test.each([
    ["words", /\.(text|note|comment|description|title|conclusion|patientInstruction|div|statusReason)(\.|$)|String$/],
    ["words beside a reference", /\.(subject|encounter|performer|author|asserter|provider|custodian|manufacturer|assigner)\.display$/],
    ["identifiers of something else", /^[A-Za-z]+\.[A-Za-z]+\.(.+\.)?identifier\.value$|groupIdentifier|requisition|related/],
    ["documents and their addresses", /\.(data|hash|url|contentType)$/],
    ["addresses of protocols", /instantiates|\.policy$|education/],
  ])("leak 17: no %s leave", (_what, pattern) => {
    const words = withDemographics.filter((path) => !path.endsWith(".coding.display"));
    expect(words.filter((path) => pattern.test(path))).toEqual([]);
  });

  test("leak 17: with demographics withheld, nothing of persons, places of theirs and identifiers leaves", () => {
    const telling =
      /^(RelatedPerson)\.|^Patient\.(name|address|telecom|contact|identifier|photo)|dentifier\.value$|telecom\.value|subscriberId|\.dependent$|ddress\.(city|line|postalCode)$/;
    expect(withoutDemographics.filter((path) => telling.test(path) && !/^Patient\./.test(path))).toEqual([]);
    expect(withoutDemographics.length).toBeLessThan(withDemographics.length);
  });
});
