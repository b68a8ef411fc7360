/** How labels spread, said a second time and plainly, as decision 0013 states it; never by the facade's own code. */
import { type FhirResource, isRecord, keyOf } from "./resource.ts";

/** What people say of a record: categories of a resource by itself. */
export type Evidence = (resource: FhirResource) => readonly string[];

/** By type: elements that name what it is about or made of. */
const ABOUT: Readonly<Record<string, string>> = {
  Condition: "detail assessment",
  MedicationRequest: "reasonReference basedOn priorPrescription",
  MedicationDispense: "authorizingPrescription partOf",
  MedicationStatement: "reasonReference basedOn partOf derivedFrom",
  MedicationAdministration: "reasonReference request partOf",
  Observation: "focus hasMember derivedFrom basedOn partOf",
  DiagnosticReport: "result basedOn imagingStudy link",
  ImagingStudy: "procedureReference basedOn",
  Immunization: "detail",
  Procedure: "report complicationDetail basedOn partOf",
  ServiceRequest: "basedOn replaces",
  QuestionnaireResponse: "basedOn partOf",
  Claim: "claim prescription originalPrescription",
  ExplanationOfBenefit: "claim prescription originalPrescription",
};
const COUNTED =
  /^(AllergyIntolerance|Condition|ImagingStudy|Immunization|Medication(Administration|Dispense|Request|Statement)|Observation|Procedure|QuestionnaireResponse|ServiceRequest)$/;
const SHARED = /^(Organization|Practitioner|PractitionerRole|Location|Endpoint|Medication|Binary)$/;
const PEOPLE = /^(Patient|RelatedPerson|Coverage)$/;
const GATHERING = /^(Encounter|CareTeam|CarePlan)$/;
const UNTOLD: readonly string[] = ["DEMO", "PSYTHPN"];
const HUB = 8;

interface Pointer {
  readonly element: string;
  /** Whom it means: one by id, or all that carry the identifier. */
  readonly keys: readonly string[];
  readonly isById: boolean;
}
type Told = ReadonlyMap<string, Set<string>>;
type Pointers = ReadonlyMap<string, readonly Pointer[]>;

/** Keys of the resources of one person that have one of these categories, by themselves or by what spreads to them; a Patient is never among them. */
export function withheldOf(record: readonly FhirResource[], evidence: Evidence, categories: readonly string[]): ReadonlySet<string> {
  const keys = record.map(keyOf);
  const own = new Map(record.map((resource) => [keyOf(resource), evidence(resource)]));
  const telling = (key: string): readonly string[] => (own.get(key) ?? []).filter((category) => !UNTOLD.includes(category));
  const groups = groupsIn(record, (key) => telling(key).length > 0);
  const pointers: Pointers = new Map(record.map((resource) => [keyOf(resource), pointersOf(resource, groups)]));

  const told: Told = new Map(keys.map((key) => [key, new Set(telling(key))]));
  for (const key of keys.filter((name) => COUNTED.test(typeOf(name))))
    for (const drug of drugsOf(pointers, key)) tell(told, key, telling(drug));
  forwards(told, pointers);
  sameIdentifier(told, groups);
  const all: Told = new Map(keys.map((key) => [key, new Set([...(own.get(key) ?? []), ...(told.get(key) ?? [])])]));
  for (const visit of keys.filter((key) => typeOf(key) === "Encounter")) tell(all, visit, purposeOf(visit, told, pointers));
  return backwards(
    keys.filter((key) => categories.some((category) => all.get(key)?.has(category))),
    pointers,
  );
}

/** @returns whether that was new */
function tell(told: Told, key: string, categories: Iterable<string>): boolean {
  const before = told.get(key);
  const fresh = [...categories].filter((category) => before?.has(category) === false);
  for (const category of fresh) before?.add(category);
  return fresh.length > 0;
}

const drugsOf = (pointers: Pointers, key: string): readonly string[] =>
  (pointers.get(key) ?? []).flatMap(({ keys }) => keys.filter((drug) => drug.startsWith("Medication/")));

/** To what a statement is about or made of. */
function forwards(told: Told, pointers: Pointers): void {
  for (let isNew = true; isNew; ) {
    isNew = false;
    for (const [key, all] of pointers) {
      const elements = ABOUT[typeOf(key)]?.split(" ") ?? [];
      for (const { element, keys } of all)
        for (const about of keys)
          if (elements.includes(element) && canBeTold(about) && tell(told, about, told.get(key) ?? [])) isNew = true;
    }
  }
}

/** Once, to those of other types that carry the same. */
function sameIdentifier(told: Told, groups: ReadonlyMap<string, readonly string[]>): void {
  const before = new Map(Array.from(told, ([key, categories]) => [key, [...categories]]));
  for (const group of groups.values())
    for (const key of group.filter(canBeTold))
      for (const other of group.filter(canBeTold)) if (typeOf(other) !== typeOf(key)) tell(told, key, before.get(other) ?? []);
}

/** What all of what happened in the visit tells. */
function purposeOf(visit: string, told: Told, pointers: Pointers): readonly string[] {
  const within = [...pointers].filter(([key, all]) => COUNTED.test(typeOf(key)) && visitsIn(all).includes(visit)).map(([key]) => key);
  const [first, ...others] = within.map((key) => told.get(key) ?? new Set<string>());
  return [...(first ?? [])].filter((category) => others.every((other) => other.has(category)));
}

/** The first that is named by id, or else by identifier. */
function visitsIn(pointers: readonly Pointer[]): readonly string[] {
  const visits = pointers
    .filter(({ element, keys }) => (element === "encounter" || element === "context") && keys.some((key) => typeOf(key) === "Encounter"))
    .sort((a, b) => Number(b.isById) - Number(a.isById));
  return visits[0]?.keys ?? [];
}

/** These and all that leads to them. */
function backwards(withheld: readonly string[], pointers: Pointers): ReadonlySet<string> {
  const found = new Set(withheld.filter(isNoPatient));
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const [key, all] of pointers)
      if (isNoPatient(key) && all.some(({ keys }) => keys.some((target) => found.has(target)))) found.add(key);
  }
  return found;
}

const typeOf = (key: string): string => key.slice(0, key.indexOf("/"));
const isNoPatient = (key: string): boolean => !key.startsWith("Patient/");
const canBeTold = (key: string): boolean => ![SHARED, PEOPLE, GATHERING].some((types) => types.test(typeOf(key)));

/** Who carries each identifier; of those that name people, or more than a story can hold, nobody. */
function groupsIn(record: readonly FhirResource[], tells: (key: string) => boolean): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const resource of record)
    for (const name of new Set([resource.identifier ?? []].flat().flatMap(nameOf)))
      groups.set(name, [...(groups.get(name) ?? []), keyOf(resource)]);
  return new Map(
    [...groups].filter(([, keys]) => !keys.some((key) => PEOPLE.test(typeOf(key))) && keys.filter((key) => !tells(key)).length <= HUB),
  );
}

const nameOf = (identifier: unknown): readonly string[] =>
  isRecord(identifier) && typeof identifier.system === "string" && typeof identifier.value === "string"
    ? [`${identifier.system}|${identifier.value}`]
    : [];

function pointersOf(resource: FhirResource, groups: ReadonlyMap<string, readonly string[]>): readonly Pointer[] {
  const found: Pointer[] = [];
  const walk = (value: unknown, element: string): void => {
    if (Array.isArray(value)) for (const item of value) walk(item, element);
    else if (isRecord(value)) {
      if (typeof value.reference === "string") found.push({ element, keys: [value.reference], isById: true });
      else if (value !== resource && value.resourceType === undefined)
        found.push({ element, keys: nameOf(value.identifier).flatMap((name) => groups.get(name) ?? []), isById: false });
      for (const [name, item] of Object.entries(value)) walk(item, name);
    }
  };
  walk(resource, "");
  return found.filter(({ keys }) => keys.length > 0);
}
