/** Values to search by, drawn from the records themselves: half of them from what is withheld. */
import fc from "fast-check";
import { type FhirResource, isRecord } from "../records/resource.ts";
import { tokensOf } from "../store/matching.ts";
import { parameterOf, referencesTo, valuesOf } from "../store/search-parameters.ts";

/** Texts by which withheld and other resources of a type are found with one parameter. */
export interface Found {
  readonly withheld: readonly string[];
  readonly shown: readonly string[];
}

export interface Values {
  readonly of: (type: string, parameter: string) => Found;
  readonly ids: (type: string) => Found;
  /** `Source:parameter` by which some resource leads to one of the target type. */
  readonly edges: readonly { readonly include: string; readonly source: string; readonly target: string }[];
}

const MOST = 200;
const some = (texts: Iterable<string>): readonly string[] => [...new Set(texts)].slice(0, MOST);

export function valuesIn(all: readonly FhirResource[], withheld: readonly FhirResource[]): Values {
  const hidden = new Set(withheld);
  const shown = all.filter((resource) => !hidden.has(resource));
  const kept = new Map<string, Found>();
  const once = (key: string, find: (resources: readonly FhirResource[]) => Iterable<string>): Found => {
    const known = kept.get(key) ?? { withheld: some(find(withheld)), shown: some(find(shown)) };
    kept.set(key, known);
    return known;
  };
  const ofType = (type: string, resources: readonly FhirResource[]) => resources.filter(({ resourceType }) => resourceType === type);
  return {
    edges: edgesIn(all),
    ids: (type) => once(type, (resources) => ofType(type, resources).map(({ id }) => id)),
    of: (type, name) => {
      const parameter = parameterOf(type, name);
      if (!parameter) return { withheld: [], shown: [] };
      return once(`${type}?${name}`, (resources) =>
        ofType(type, resources).flatMap((resource) => valuesOf(resource, parameter).flatMap((value) => textsOf(parameter.kind, value))),
      );
    },
  };
}

function edgesIn(all: readonly FhirResource[]): Values["edges"] {
  const found = new Map<string, Values["edges"][number]>();
  for (const resource of all) {
    const source = resource.resourceType;
    for (const name of referencesTo(undefined, source)) {
      const parameter = parameterOf(source, name);
      for (const value of parameter ? valuesOf(resource, parameter) : []) {
        const target = isRecord(value) && typeof value.reference === "string" ? value.reference.split("/")[0] : undefined;
        const include = `${source}:${name}`;
        if (target) found.set(`${include}:${target}`, { include, source, target });
      }
    }
  }
  return [...found.values()];
}

function textsOf(kind: string, value: unknown): readonly string[] {
  if (kind === "token")
    return tokensOf(value).flatMap(({ system, code = "" }) => [code, ...(system === undefined ? [] : [`${system}|${code}`, `${system}|`])]);
  if (typeof value === "string") return [value];
  if (!isRecord(value)) return [];
  if (typeof value.reference === "string") return [value.reference];
  return [value.start, value.end, value.family, value.given].flat().filter((text) => typeof text === "string");
}

const PREFIXES = ["", "", "eq", "ne", "gt", "lt", "ge", "le", "sa", "eb", "ap"];
const WHEN_NOTHING_IS_KNOWN: Readonly<Record<string, readonly string[]>> = {
  token: ["active", "final", "http://loinc.org|4548-4", "F11.20", "|finished"],
  date: ["2020-01-01", "2019", "2021-05-05T10:00:00Z"],
  reference: ["none", "Encounter/none"],
  string: ["Family", "a"],
};

/** A value of this parameter as an app may write it. */
export function writtenValue(kind: string, { withheld, shown }: Found): fc.Arbitrary<string> {
  const fallback = WHEN_NOTHING_IS_KNOWN[kind] ?? ["x"];
  const drawn = fc.oneof(...[withheld, shown, fallback].flatMap((texts) => (texts.length > 0 ? fc.constantFrom(...texts) : [])));
  switch (kind) {
    case "date":
      return fc
        .tuple(drawn, fc.constantFrom(...PREFIXES), fc.constantFrom(4, 7, 10, 99))
        .map(([text, prefix, length]) => prefix + text.slice(0, length));
    case "token":
      return fc.oneof(
        { weight: 4, arbitrary: drawn },
        { weight: 1, arbitrary: fc.tuple(drawn, drawn).map((both) => both.join(",")) },
        { weight: 1, arbitrary: drawn.map((text) => `|${text.split("|").at(-1)}`) },
      );
    case "reference":
      return fc.tuple(drawn, fc.boolean()).map(([text, bare]) => (bare ? (text.split("/").at(-1) ?? text) : text));
    case "string":
      return fc
        .tuple(drawn, fc.constantFrom(1, 4, 99), fc.boolean())
        .map(([text, length, upper]) => (upper ? text.toUpperCase() : text).slice(0, length));
    default:
      return drawn;
  }
}
