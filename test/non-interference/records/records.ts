/**
 * The two stores' contents: A holds everything, B never had what is withheld. What stands in both is equal but for versions and times, which each store
 * gives by itself; where psychotherapy notes alone are withheld, versions are shown, and equal.
 */
import { SHAREABLE_CATEGORIES } from "@member-exchange/sharing-policy";
import { drawing } from "./draw.ts";
import { ofOtherPerson } from "./other-person.ts";
import { plant } from "./plant.ts";
import { type FhirResource, keyOf } from "./resource.ts";
import { categoriesOf, labelledWith, withheldIn, withoutLabels } from "./withheld.ts";

export interface Records {
  readonly a: readonly FhirResource[];
  readonly b: readonly FhirResource[];
  readonly withheld: readonly FhirResource[];
  readonly patients: readonly string[];
  /** Who says what is withheld: people's labels, or the planting itself. */
  readonly statement: "labels" | "planted";
  /** Whether other categories may stand in it: then only authorizations that withhold these and no others can be compared. */
  readonly isExact: boolean;
}

export interface Wanted {
  readonly withhold: readonly string[];
  readonly seed: number;
  /** Whether store A keeps its labels, so that the facade sees them too; needless for what is planted. */
  readonly keepLabels: boolean;
  /** Whether what has no label is known to tell nothing, so that what is planted may change the visits and conditions of the record. */
  readonly isPlain?: boolean;
  /** For a store that refuses malformed resources: none are planted. */
  readonly wellFormed?: boolean;
}

/** @throws Error with one sentence when there is no Patient */
export function recordsOf(resources: readonly FhirResource[], wanted: Wanted): Records {
  const { withhold, seed, keepLabels, wellFormed = false, isPlain = false } = wanted;
  const patients = resources.filter(({ resourceType }) => resourceType === "Patient").map(({ id }) => id);
  if (patients.length === 0) throw new Error("There is no Patient in these records.");
  const isExact = !isPlain || resources.flatMap(categoriesOf).some((category) => !withhold.includes(category));
  if (labelledWith(resources, withhold).length > 0) {
    const keys = withheldIn(resources, patients, categoriesOf, withhold);
    const shown = keepLabels ? resources : resources.map(withoutLabels);
    return { ...split(shown, keys, withhold, seed), patients, statement: "labels", isExact };
  }
  const planted = plant({ plain: resources, patients, categories: withhold, seed, wellFormed, isPlain });
  const all = [...resources, ...planted.bystanders, ...planted.withheld];
  const bystanders = new Set(planted.bystanders);
  const evidence = (resource: FhirResource): readonly string[] =>
    bystanders.has(resource) ? [] : [planted.telling.get(keyOf(resource)) ?? categoriesOf(resource)].flat();
  const keys = new Set([...planted.withheld.map(keyOf), ...withheldIn(all, patients, evidence, withhold)]);
  return { ...split(all, keys, withhold, seed), patients, statement: "planted", isExact };
}

function split(resources: readonly FhirResource[], keys: ReadonlySet<string>, withhold: readonly string[], seed: number) {
  const a = drawing(seed).shuffled(resources).map(loaded(0));
  const demographics = withhold.includes("DEMO");
  const isWithheld = (resource: FhirResource): boolean =>
    keys.has(keyOf(resource)) || (demographics && resource.resourceType === "RelatedPerson");
  const shown = a.filter((resource) => !isWithheld(resource));
  const b = withhold.some((code) => SHAREABLE_CATEGORIES.includes(code)) ? shown.map(loaded(1)) : shown;
  return { a, b: demographics ? b.map(ofOtherPerson) : b, withheld: a.filter(isWithheld) };
}

/** As a store gives them: one version after the other, each a second later; numbers tell what else was loaded. */
const loaded =
  (store: number) =>
  (resource: FhirResource, n: number): FhirResource => {
    const meta = (resource.meta ?? {}) as object;
    const lastUpdated = new Date(Date.UTC(2024, store, 1, 0, 0, n)).toISOString();
    return { ...resource, meta: { ...meta, versionId: String(1 + (n % 7) + 10 * store), lastUpdated } };
  };
