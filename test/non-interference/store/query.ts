/** One search over resources in memory: filtered, sorted, with what it includes. */
import { type FhirResource, isRecord, keyOf } from "../records/resource.ts";
import { matcherOf, sortKey } from "./matching.ts";
import { parameterOf, valuesOf } from "./search-parameters.ts";

export type Parameters = readonly (readonly [name: string, value: string])[];

export interface Contents {
  readonly byKey: ReadonlyMap<string, FhirResource>;
  readonly byType: ReadonlyMap<string, readonly FhirResource[]>;
}

export function contentsOf(resources: readonly FhirResource[]): Contents {
  const byType = new Map<string, FhirResource[]>();
  for (const resource of resources) {
    const same = byType.get(resource.resourceType);
    if (same) same.push(resource);
    else byType.set(resource.resourceType, [resource]);
  }
  return { byKey: new Map(resources.map((resource) => [keyOf(resource), resource])), byType };
}

export function matchesOf({ byType }: Contents, type: string, parameters: Parameters): readonly FhirResource[] {
  const tests = parameters.flatMap(([name, value]) => matcherOf(type, name, value) ?? []);
  const found = (byType.get(type) ?? []).filter((resource) => tests.every((test) => test(resource)));
  const order = firstOf(parameters, "_sort")?.split(",") ?? [];
  return order.length === 0 ? found : found.toSorted((a, b) => order.reduce((so, name) => so || compared(a, b, name), 0));
}

/** What has no value stands last in either direction. */
function compared(a: FhirResource, b: FhirResource, name: string): number {
  const down = name.startsWith("-");
  const [left, right] = [a, b].map((resource) => sortKey(resource, down ? name.slice(1) : name));
  if (left === right) return 0;
  if (left === undefined) return 1;
  if (right === undefined) return -1;
  return left < right === !down ? -1 : 1;
}

/** What `_include` and `_revinclude` add to these matches, one step far. */
export function includedBy(contents: Contents, matches: readonly FhirResource[], parameters: Parameters): readonly FhirResource[] {
  const found = new Map<string, FhirResource>();
  const keys = new Set(matches.map(keyOf));
  for (const [name, value] of parameters) {
    const [source = "", code = "", target] = value.split(":");
    if (name === "_include") {
      for (const match of matches.filter(({ resourceType }) => resourceType === source))
        for (const key of targetsOf(match, code)) {
          const resource = contents.byKey.get(key);
          if (resource && (target === undefined || resource.resourceType === target)) found.set(key, resource);
        }
    } else if (name === "_revinclude") {
      for (const resource of contents.byType.get(source) ?? [])
        if (targetsOf(resource, code).some((key) => keys.has(key))) found.set(keyOf(resource), resource);
    }
  }
  return [...found].flatMap(([key, resource]) => (keys.has(key) ? [] : [resource]));
}

function targetsOf(resource: FhirResource, code: string): readonly string[] {
  const parameter = parameterOf(resource.resourceType, code);
  if (parameter?.kind !== "reference") return [];
  return valuesOf(resource, parameter).flatMap((value) =>
    isRecord(value) && typeof value.reference === "string" ? [value.reference] : [],
  );
}

export const firstOf = (parameters: Parameters, name: string): string | undefined => parameters.find(([one]) => one === name)?.[1];
