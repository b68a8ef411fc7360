/** The two stores' contents: A holds everything, B never had what is withheld; what stands in both is equal to the byte, versions included. */
import { drawing } from "./draw.ts";
import { ofOtherPerson } from "./other-person.ts";
import { plant } from "./plant.ts";
import { type FhirResource, keyOf } from "./resource.ts";
import { labelledWith, withoutLabels, withReferrers } from "./withheld.ts";

export interface Records {
  readonly a: readonly FhirResource[];
  readonly b: readonly FhirResource[];
  readonly withheld: readonly FhirResource[];
  readonly patients: readonly string[];
  /** Who says what is withheld: people's labels, or the planting itself. */
  readonly statement: "labels" | "planted";
}

export interface Wanted {
  readonly withhold: readonly string[];
  readonly seed: number;
  /** Whether store A keeps its labels, so that the facade sees them too; needless for what is planted. */
  readonly keepLabels: boolean;
}

/** @throws Error with one sentence when there is no Patient */
export function recordsOf(resources: readonly FhirResource[], { withhold, seed, keepLabels }: Wanted): Records {
  const patients = resources.filter(({ resourceType }) => resourceType === "Patient").map(({ id }) => id);
  if (patients.length === 0) throw new Error("There is no Patient in these records.");
  const labelled = labelledWith(resources, withhold);
  if (labelled.length > 0) {
    const keys = withReferrers(resources, labelled);
    const shown = keepLabels ? resources : resources.map(withoutLabels);
    return { ...split(shown, keys, withhold, seed), patients, statement: "labels" };
  }
  const planted = plant(resources, patients, withhold, seed);
  const keys = new Set(planted.withheld.map(keyOf));
  return { ...split([...resources, ...planted.bystanders, ...planted.withheld], keys, withhold, seed), patients, statement: "planted" };
}

function split(resources: readonly FhirResource[], keys: ReadonlySet<string>, withhold: readonly string[], seed: number) {
  const a = drawing(seed).shuffled(resources).map(loaded);
  const demographics = withhold.includes("DEMO");
  const isWithheld = (resource: FhirResource): boolean =>
    keys.has(keyOf(resource)) || (demographics && resource.resourceType === "RelatedPerson");
  const shown = a.filter((resource) => !isWithheld(resource));
  return { a, b: demographics ? shown.map(ofOtherPerson) : shown, withheld: a.filter(isWithheld) };
}

/** As a store gives them: one version after the other, each a second later. */
function loaded(resource: FhirResource, n: number): FhirResource {
  const meta = (resource.meta ?? {}) as object;
  return {
    ...resource,
    meta: { ...meta, versionId: String(1 + (n % 7)), lastUpdated: new Date(Date.UTC(2024, 0, 1, 0, 0, n)).toISOString() },
  };
}
