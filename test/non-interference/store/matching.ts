/** Whether a stored resource is what one search parameter asks for. @see https://hl7.org/fhir/R4/search.html */
import { type FhirResource, isRecord } from "../records/resource.ts";
import { dateMatches, spansOf } from "./dates.ts";
import { parameterOf, type SearchKind, type SearchParameter, valuesOf } from "./search-parameters.ts";

export interface Token {
  readonly system?: string;
  readonly code?: string;
}

/** Tokens of a stored value: a code, a boolean, a Coding, a CodeableConcept, an Identifier, a ContactPoint. */
export function tokensOf(value: unknown): readonly Token[] {
  if (typeof value === "string" || typeof value === "boolean") return [{ code: String(value) }];
  if (!isRecord(value)) return [];
  if (Array.isArray(value.coding)) return value.coding.flatMap(tokensOf);
  const code = value.code ?? value.value;
  const system = typeof value.system === "string" ? { system: value.system } : {};
  return typeof code === "string" ? [{ ...system, code }] : [];
}

/** `code`, `system|code`, `system|` or `|code`. */
function tokenMatches(stored: readonly Token[], asked: string): boolean {
  const cut = asked.indexOf("|");
  const [system, code] = cut < 0 ? [undefined, asked] : [asked.slice(0, cut), asked.slice(cut + 1)];
  return stored.some(
    (token) =>
      (system === undefined || (system === "" ? token.system === undefined : token.system === system)) &&
      (code === "" || token.code === code),
  );
}

function referenceMatches(value: unknown, asked: string): boolean {
  const reference = isRecord(value) ? value.reference : value;
  if (typeof reference !== "string") return false;
  return reference === asked || reference.endsWith(`/${asked}`);
}

function stringMatches(value: unknown, asked: string): boolean {
  if (typeof value === "string") return value.toLowerCase().startsWith(asked.toLowerCase());
  if (Array.isArray(value)) return value.some((item) => stringMatches(item, asked));
  return isRecord(value) && Object.values(value).some((item) => stringMatches(item, asked));
}

const MATCHERS: Readonly<Record<SearchKind, (values: readonly unknown[], asked: string) => boolean>> = {
  token: (values, asked) => tokenMatches(values.flatMap(tokensOf), asked),
  date: (values, asked) => dateMatches(values.flatMap(spansOf), asked),
  reference: (values, asked) => values.some((value) => referenceMatches(value, asked)),
  string: (values, asked) => values.some((value) => stringMatches(value, asked)),
  uri: (values, asked) => values.includes(asked),
};

const META: Readonly<Record<string, SearchParameter>> = {
  _lastUpdated: { kind: "date", paths: [["meta", "lastUpdated"]] },
  _tag: { kind: "token", paths: [["meta", "tag"]] },
  _security: { kind: "token", paths: [["meta", "security"]] },
  _profile: { kind: "uri", paths: [["meta", "profile"]] },
};

/** `name[:modifier]` and a list of values; `undefined` for a parameter that this store does not know, which many stores then ignore. */
export function matcherOf(type: string, written: string, list: string): ((resource: FhirResource) => boolean) | undefined {
  const [name = "", modifier] = written.split(":");
  if (name === "_id") return ({ id }) => list.split(",").includes(id);
  const parameter = META[name] ?? parameterOf(type, name);
  if (!parameter) return undefined;
  if (modifier === "missing") return (resource) => (valuesOf(resource, parameter).length === 0) === (list === "true");
  const any = (resource: FhirResource): boolean => {
    const values = valuesOf(resource, parameter);
    return list.split(",").some((asked) => MATCHERS[parameter.kind](values, asked));
  };
  return modifier === "not" ? (resource) => !any(resource) : any;
}

/** What a resource is sorted by: its first value as text or number; nothing when it has none. */
export function sortKey(resource: FhirResource, name: string): string | number | undefined {
  if (name === "_id") return resource.id;
  const parameter = META[name] ?? parameterOf(resource.resourceType, name);
  const [first] = parameter ? valuesOf(resource, parameter) : [];
  if (parameter?.kind === "date") return spansOf(first)[0]?.low;
  if (parameter?.kind === "token") return tokensOf(first)[0]?.code;
  if (isRecord(first)) return typeof first.reference === "string" ? first.reference : JSON.stringify(first);
  return typeof first === "string" ? first : undefined;
}
