/** Stage 2 weakened: paths, methods, parameters and page links. */
import { of } from "../mutant.ts";

const request = of("pipeline/2-parse/parse-request.ts", "surface");
const search = of("pipeline/2-parse/parse-search.ts", "surface");
const query = of("pipeline/2-parse/raw-query.ts", "surface");
const shape = of("pipeline/2-parse/result-parameters.ts", "surface");
const parameter = of("pipeline/2-parse/search-parameters.ts", "surface");
const cursor = of("cursor/cursor.ts", "surface");

export const PARSE = [
  request("what follows an id is left out", "new RegExp(`^/([A-Za-z]+)/(${ID})$`)", "new RegExp(`^/([A-Za-z]+)/(${ID})`)"),
  request("an id may be dots", '"(?!\\\\.{1,2}(?:/|$))[A-Za-z0-9.-]{1,64}"', '"[A-Za-z0-9.-]{1,64}"', "leak-20-ids"),
  request("POST does what GET does", "candidate.path.test(local) && candidate.method === method", "candidate.path.test(local)"),
  request("a query may stand beside a form", 'throw invalidRequest("query-and-body");', "void 0;"),
  request("a page link may stand beside more", "pairs.length === 1 && pairs[0] ? pairs[0]", "pairs[0] ? pairs[0]", "leak-6-page-links"),
  request(
    "a type that nobody knows is one",
    'if (!isResourceType(type)) throw notSupported(400, "type-unknown");\n  return type;',
    "return type as ResourceType;",
  ),
  request("a compartment has every type", '!isResourceType(type) || type === "Patient" || !COMPARTMENT[type]', "!isResourceType(type)"),
  request("_since may be anything", "if (since !== undefined && !/^", 'if (since === "" && !/^', "leak-20-ids"),
  search(
    "modifiers and chains are ignored",
    'if (/[:.]/.test(name)) throw invalidRequest("parameter-modifier");',
    "if (/[:.]/.test(name)) continue;",
  ),
  search("unknown parameters are ignored", 'if (most === 0) throw invalidRequest("parameter-unknown");', "if (most === 0) continue;"),
  search("a parameter may stand again", "(before?.length ?? 1) > most", "(before?.length ?? 1) > 99"),
  search("_format is not looked at", 'for (const value of values.get("_format") ?? []) requireJson(value);', ""),
  search("shared types can be searched", "if (isShared(type)) return 0;", 'if (isShared(type)) return name === "name" ? 1 : 0;'),
  search(
    "ids are not looked at",
    'if (ids !== undefined && !isWellFormed("id", ids)) throw',
    "if (ids === undefined && false) throw",
    "leak-20-ids",
  ),
  search("patient may be any text", "if (!match?.[1]) throw", "if (!match?.[1]) return value;\n  if (!match[1]) throw"),
  query("a query may be of any length", 'throw invalidRequest("query-too-long");', "void 0;", "surface"),
  shape("everything can be sorted by", "!keys.every(({ parameter }) => isSortable(type, parameter))", "false"),
  shape("_summary=count is answered", '  false: { kind: "all" },', '  false: { kind: "all" },\n  count: { kind: "all" },'),
  shape("every include of the type is known", "if (inclusion.source !== type || ", "if (", "leak-4-includes"),
  shape(
    "every reverse include is known",
    "if (!known || !inclusion.targets.includes(type)) throw",
    "if (!inclusion.targets) throw",
    "leak-4-includes",
  ),
  shape("an include may go on", " || more.length > 0", "", "leak-4-includes"),
  shape("a page may be of any size", "return Math.min(Number(value), limits.maxPageSize);", "return Number(value);", "leak-6-page-links"),
  shape("other formats are JSON", "if (!JSON_FORMATS.has(value)) throw", 'if (value === "xml") throw'),
  parameter("Patient is searched by link", 'Patient: "birthdate', 'Patient: "link birthdate'),
  cursor("page links are of any length", '" ".repeat(SIZE - bytes)', '""'),
];
