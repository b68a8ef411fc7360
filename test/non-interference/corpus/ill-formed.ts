/** Requests that this API should not answer: modifiers, chains, other doors, other methods, broken writing. They must be refused alike. */
import fc from "fast-check";
import { type Asked, pair, plainly } from "./asked.ts";
import { type Ground, idOf, read, search } from "./searches.ts";

const MODIFIERS = [":not", ":missing", ":text", ":in", ":above", ":exact", ":contains", ":iterate", ":identifier"];
const METHODS = ["PUT", "POST", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE"];
const HEADERS: readonly Readonly<Record<string, string>>[] = [
  { "If-None-Match": 'W/"1"' },
  { "If-Modified-Since": "Mon, 01 Jan 2024 00:00:00 GMT" },
  { "X-HTTP-Method-Override": "DELETE" },
  { Prefer: "handling=lenient" },
  { Accept: "application/fhir+xml" },
  { "Accept-Encoding": "gzip" },
  { Range: "bytes=0-10" },
  { Origin: "https://app.example" },
];

/** Parts of a query that ask about what may not be known. */
function strange(type: string, value: string, id: string): readonly string[] {
  return [
    pair("_has:Observation:patient:code", value),
    pair(`_has:Provenance:target:_id`, id),
    pair("encounter.reason-code", value),
    pair("subject:Patient.name", value),
    pair("_include", "*"),
    pair("_include:iterate", `${type}:encounter`),
    pair("_revinclude", "*"),
    pair("_include", `${type}:subject`),
    pair("_revinclude", "AuditEvent:entity"),
    pair("_total", "accurate"),
    pair("_summary", "count"),
    pair("_count", "0"),
    pair("_count", "-1"),
    pair("_content", value),
    pair("_text", value),
    pair("_filter", `code eq ${value}`),
    pair("_list", id),
    pair("_security", "PSY"),
    pair("_tag", value),
    pair("_sort", "code:missing"),
    pair("_getpages", id),
    pair("page", id),
    pair("_type", "Condition"),
    "code=%ff",
    "=x",
    "code",
    "%5Fid=x",
  ];
}

function strangePaths(type: string, id: string, patient: string): readonly string[] {
  return [
    `/${type}/${id}/_history`,
    `/${type}/${id}/_history/1`,
    `/${type}/_history`,
    "/_history",
    `/${type}/${id}/$everything`,
    `/${type}/${id}/`,
    `//${type}/${id}`,
    `/${type}/%2e%2e/${type}/${id}`,
    `/${type.toLowerCase()}/${id}`,
    `/${type}/${[...id].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join("")}`,
    `/${type}/${id};x=1`,
    `/${type}/${id}%00`,
    `/Patient/${patient}/${type}/${id}`,
    `/Patient/nobody/${type}`,
    `/Encounter/${id}/${type}`,
    `/Patient/${patient}/*`,
    `/Binary/${id}`,
    `/List/${id}`,
    `/Group/${id}/$export`,
    "/$export",
    "/$graphql",
    "/AuditEvent",
    `/${type}/$validate`,
    `/${type}/$lastn`,
    "/metadata",
    "/.well-known/smart-configuration",
    "/?page=x",
    "/",
  ];
}

export function illFormed(ground: Ground): fc.Arbitrary<Asked> {
  const asked = fc.oneof(read(ground), search(ground));
  const place = fc
    .tuple(fc.constantFrom(...ground.surface.types), asked, fc.nat(999))
    .chain(([{ type, parameters }, base, pick]) => idOf(type, ground).map((id) => ({ type, parameters, base, pick, id })));
  const choose = <Item>(items: readonly Item[], pick: number): Item => items[pick % items.length] as Item;
  return fc.tuple(place, fc.nat(5)).map(([{ type, parameters, base, pick, id }, way]): Asked => {
    const { withheld } = ground.values.of(type, "code");
    const value = withheld[pick % Math.max(withheld.length, 1)] ?? id;
    const name = choose(parameters, pick).name;
    switch (way) {
      case 0:
        return { ...base, query: [...base.query, choose(strange(type, value, id), pick)] };
      case 1:
        return plainly(base.sight, choose(strangePaths(type, id, ground.patients[base.sight] ?? ""), pick));
      case 2:
        return { ...base, method: choose(METHODS, pick), form: false };
      case 3:
        return { ...base, headers: choose(HEADERS, pick) };
      case 4:
        return { ...base, query: [...base.query, pair(`${name}${choose(MODIFIERS, pick)}`, value)] };
      default:
        return { ...base, query: [...base.query, pair(name, value), pair(name, id)] };
    }
  });
}
