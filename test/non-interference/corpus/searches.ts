/** Well-formed requests, drawn at random over the whole surface: reads, searches in each of their forms, compartments, `$everything`, batches. */
import fc from "fast-check";
import { referencesTo } from "../store/search-parameters.ts";
import { type Asked, batchOf, pair, plainly } from "./asked.ts";
import type { Surface, SurfaceType } from "./surface.ts";
import { type Values, writtenValue } from "./values.ts";

export interface Ground {
  readonly surface: Surface;
  readonly values: Values;
  /** Patient of each sight. */
  readonly patients: readonly string[];
}

const COUNTS = ["1", "2", "3", "5", "10", "20", "50", "200", "1000"];
const ELEMENTS = ["id", "code", "status", "subject", "id,code,status", "identifier", "meta", "text", "note,encounter"];
const SUMMARIES = ["true", "text", "data", "false"];

/** An id of the type: a withheld one, a visible one, or one that nobody has. */
export function idOf(type: string, { values }: Ground): fc.Arbitrary<string> {
  const { withheld, shown } = values.ids(type);
  return fc.oneof(...[withheld, withheld, shown, ["nobody-has-this"]].flatMap((ids) => (ids.length > 0 ? fc.constantFrom(...ids) : [])));
}

const parameter = ({ type, parameters }: SurfaceType, ground: Ground): fc.Arbitrary<string> =>
  fc.constantFrom(...parameters).chain(({ name, type: kind }) => {
    if (name === "_id") return fc.array(idOf(type, ground), { minLength: 1, maxLength: 4 }).map((ids) => pair(name, ids.join(",")));
    if (name === "patient") return fc.constantFrom(...ground.patients).map((patient) => pair(name, patient));
    return writtenValue(kind, ground.values.of(type, name)).map((value) => pair(name, value));
  });

const sorting = ({ parameters }: SurfaceType): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.constantFrom("", "-"), fc.constantFrom("_lastUpdated", "_id", ...parameters.map(({ name }) => name))), {
      minLength: 1,
      maxLength: 2,
    })
    .map((names) => pair("_sort", names.map((name) => name.join("")).join(",")));

/** Includes that the base specification knows, whether or not this surface says that it has them. */
function anyInclude({ type }: SurfaceType, { surface }: Ground): fc.Arbitrary<string> {
  const own = referencesTo(undefined, type).map((name) => pair("_include", `${type}:${name}`));
  const back = surface.types.flatMap((other) => referencesTo(type, other.type).map((name) => pair("_revinclude", `${other.type}:${name}`)));
  return fc.constantFrom(...own, ...own, ...back);
}

/** Parameters that shape the answer. */
function shape(of: SurfaceType, ground: Ground): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...COUNTS).map((count) => pair("_count", count)) },
    { weight: 2, arbitrary: sorting(of) },
    { weight: 1, arbitrary: fc.constantFrom(...ELEMENTS).map((names) => pair("_elements", names)) },
    { weight: 1, arbitrary: fc.constantFrom(...SUMMARIES).map((summary) => pair("_summary", summary)) },
    { weight: 1, arbitrary: fc.constant(pair("_format", "json")) },
    { weight: 2, arbitrary: anyInclude(of, ground) },
    ...(of.includes.length > 0 ? [{ weight: 3, arbitrary: fc.constantFrom(...of.includes).map((value) => pair("_include", value)) }] : []),
    ...(of.revincludes.length > 0
      ? [{ weight: 3, arbitrary: fc.constantFrom(...of.revincludes).map((value) => pair("_revinclude", value)) }]
      : []),
  );
}

const anyType = ({ surface }: Ground): fc.Arbitrary<SurfaceType> => fc.constantFrom(...surface.types);
const anySight = ({ patients }: Ground): fc.Arbitrary<number> => fc.nat(patients.length - 1);

/** Names stand once, includes apart; what stands twice is among the ill-formed. */
const once = (parts: readonly string[]): readonly string[] => [
  ...new Map(parts.map((part) => [/^_(rev)?include=/.test(part) ? part : part.split("=")[0], part])).values(),
];

export function read(ground: Ground): fc.Arbitrary<Asked> {
  return fc
    .tuple(anyType(ground), anySight(ground))
    .chain(([{ type }, sight]) => idOf(type, ground).map((id) => plainly(sight, `/${type}/${id}`)));
}

export function search(ground: Ground): fc.Arbitrary<Asked> {
  return fc
    .tuple(anyType(ground), anySight(ground), fc.constantFrom("get", "get", "post", "compartment"), fc.boolean())
    .chain(([of, sight, way, walk]) =>
      fc
        .tuple(fc.array(parameter(of, ground), { maxLength: 2 }), fc.array(shape(of, ground), { maxLength: 3 }))
        .map(([filters, shapes]) => {
          const query = once([...filters, ...shapes]);
          if (way === "post") return plainly(sight, `/${of.type}/_search`, query, { method: "POST", form: true, walk });
          return plainly(sight, way === "compartment" ? `/Patient/${ground.patients[sight]}/${of.type}` : `/${of.type}`, query, { walk });
        }),
    );
}

/** A listing with one or two of all the includes that there are. */
export function including(ground: Ground): fc.Arbitrary<Asked> {
  return fc
    .tuple(anyType(ground), anySight(ground), fc.constantFrom("2", "10", "200"), fc.boolean())
    .chain(([of, sight, count, walk]) =>
      fc
        .array(anyInclude(of, ground), { minLength: 1, maxLength: 2 })
        .map((includes) => plainly(sight, `/${of.type}`, once([...includes, pair("_count", count)]), { walk })),
    );
}

export function everything(ground: Ground): fc.Arbitrary<Asked> {
  const types = ground.surface.types.map(({ type }) => type);
  const part = fc.oneof(
    fc.constantFrom(...COUNTS).map((count) => pair("_count", count)),
    fc.subarray(types, { minLength: 1, maxLength: 4 }).map((names) => pair("_type", names.join(","))),
    fc.constantFrom("2010", "2020-05-05", "2024-01-01T00:00:30Z").map((since) => pair("_since", since)),
    fc.constantFrom(...ELEMENTS).map((names) => pair("_elements", names)),
  );
  return fc.tuple(anySight(ground), fc.nat(9), fc.array(part, { maxLength: 2 }), fc.boolean()).map(([sight, other, parts, walk]) => {
    const patient = other === 0 ? "somebody-else" : ground.patients[sight];
    return plainly(sight, `/Patient/${patient}/$everything`, once(parts), { walk });
  });
}

/** Several of the above in one request. */
export function batch(ground: Ground): fc.Arbitrary<Asked> {
  return fc
    .tuple(anySight(ground), fc.array(fc.oneof(read(ground), search(ground)), { minLength: 1, maxLength: 5 }))
    .map(([sight, all]) => {
      const entry = all.map(({ path, query }) => ({
        request: { method: "GET", url: `${path.slice(1).replace("/_search", "")}${query.length > 0 ? `?${query.join("&")}` : ""}` },
      }));
      const body = JSON.stringify({ resourceType: "Bundle", type: "batch", entry });
      return plainly(sight, "/", [], { method: "POST", body, headers: { "Content-Type": "application/fhir+json" } });
    });
}
