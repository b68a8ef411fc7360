/** The demo's members with what their generator knew of each resource, notes included. */
import { keyOf, type Resource } from "../../fhir-facade/src/compartment/resource.ts";
import type { PatientRecord } from "../../fhir-facade/src/explain/records.ts";
import { eachObject, type FhirResource, referencesIn } from "../non-interference/records/resource.ts";
import { AMBIGUOUS, AMBIGUOUS_WORDS, SENSITIVE, SENSITIVE_WORDS, type TruthCode } from "../synthea-truth.ts";
import type { LabelledRecord } from "./labelled-records.ts";
import type { Truth } from "./labels.ts";

const codeName = (system: string, code: string): string => `${system} ${code}`;

function categoriesBy(codes: readonly TruthCode[], name: (code: TruthCode) => string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const code of codes) found.set(name(code), (found.get(name(code)) ?? new Set()).add(code.category));
  return found;
}

const byCode = (codes: readonly TruthCode[]) => categoriesBy(codes, ({ system, code }) => codeName(system, code));
const byDisplay = (codes: readonly TruthCode[]) => categoriesBy(codes, ({ display }) => display.toLowerCase());

const SENSITIVE_BY_CODE = byCode(SENSITIVE);
const AMBIGUOUS_BY_CODE = byCode(AMBIGUOUS);
const byWords = (all: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(all).flatMap(([category, words]) => words.map((word) => [word, new Set([category])] as const));
const SENSITIVE_BY_WORDS = new Map([...byDisplay(SENSITIVE), ...byWords(SENSITIVE_WORDS)]);
const AMBIGUOUS_BY_WORDS = new Map([...byDisplay(AMBIGUOUS), ...byWords(AMBIGUOUS_WORDS)]);

interface Read {
  readonly sensitive: ReadonlySet<string>;
  readonly ambiguous: ReadonlySet<string>;
}

/** Categories of every code in the resource, of every display that stands in it (beside a reference too), and of every one that a note in it spells out. */
function read(resource: Resource): Read {
  const sensitive = new Set<string>();
  const ambiguous = new Set<string>();
  const add = (to: Set<string>, from: ReadonlySet<string> | undefined): void => from?.forEach((category) => void to.add(category));
  eachObject(resource, ({ system, code, display, data }) => {
    if (typeof code === "string") {
      add(sensitive, SENSITIVE_BY_CODE.get(codeName(String(system), code)));
      add(ambiguous, AMBIGUOUS_BY_CODE.get(codeName(String(system), code)));
    }
    if (typeof display === "string") {
      add(sensitive, SENSITIVE_BY_WORDS.get(display.toLowerCase()));
      add(ambiguous, AMBIGUOUS_BY_WORDS.get(display.toLowerCase()));
    }
    if (typeof data !== "string") return;
    const note = Buffer.from(data, "base64").toString("utf8").toLowerCase();
    for (const [words, categories] of SENSITIVE_BY_WORDS) if (note.includes(words)) add(sensitive, categories);
    for (const [words, categories] of AMBIGUOUS_BY_WORDS) if (note.includes(words)) add(ambiguous, categories);
  });
  return { sensitive, ambiguous };
}

/** The resources of a member with the truth about each, and about what stands beside it by a reference in either direction. */
export function syntheaRecord({ patient, resources }: PatientRecord): LabelledRecord {
  const known = new Map(resources.map((resource) => [keyOf(resource) as string, read(resource)]));
  const beside = new Map(Array.from(known.keys(), (key) => [key, new Set<string>()]));
  for (const resource of resources) {
    const key = keyOf(resource);
    for (const other of referencesIn(resource as FhirResource)) {
      if (other.startsWith("Patient/") || !known.has(other)) continue;
      for (const [from, to] of [
        [key, other],
        [other, key],
      ] as const)
        for (const category of known.get(from)?.sensitive ?? []) beside.get(to)?.add(category);
    }
  }
  const truthOf = (key: string, { sensitive, ambiguous }: Read): Truth => ({
    wanted: [...sensitive],
    permitted: new Set([...sensitive, ...ambiguous]),
    beside: beside.get(key) ?? new Set(),
    isSensitive: sensitive.size > 0,
  });
  const truths = new Map(Array.from(known, ([key, read]) => [key, truthOf(key, read)]));
  return { name: `Patient/${patient}`, resources, truths };
}
