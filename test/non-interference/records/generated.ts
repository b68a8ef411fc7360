/** Records of made-up people in which nothing is sensitive: every type once, more of what a record has much of, referring to each other. */
import { drawing } from "./draw.ts";
import { type FhirResource, keyOf } from "./resource.ts";
import { BY_NAME_ONE_IN, SHARED, TEMPLATES } from "./templates.ts";

/** Grow with the length of a life; of the others there is one each. */
const MANY: readonly string[] = [
  "Encounter",
  "Condition",
  "Observation",
  "Observation",
  "Claim",
  "ExplanationOfBenefit",
  "MedicationRequest",
  "Procedure",
  "Immunization",
];
const SHARED_OF_EACH = 3;

/** In the order of the list: what stands later may refer to what stands earlier. */
const ORDER: readonly string[] = [
  ...new Set([
    ...SHARED,
    "Encounter",
    "Condition",
    "Goal",
    "CareTeam",
    "ServiceRequest",
    "Claim",
    "Observation",
    ...Object.keys(TEMPLATES),
  ]),
];

/** @param size how many resources of {@link MANY} each person has */
export function generatedRecords(seed: number, people = 2, size = 45): readonly FhirResource[] {
  const draw = drawing(seed);
  const made: FhirResource[] = [];
  let words = 0;

  const make = (resourceType: string, patient: string, mine: readonly FhirResource[]): FhirResource => {
    const { below, one, ordinary, date } = draw;
    const number = made.length;
    const to = (type: string): string | undefined => {
      const candidates = [...mine, ...(SHARED.includes(type) ? made : [])].filter((other) => other.resourceType === type);
      // what happens in many visits happens in the first of them more than anywhere: a check-up
      const isCheckUp = type === "Encounter" && below(3) === 0;
      const chosen = below(4) === 0 ? undefined : isCheckUp ? candidates[0] : one(candidates);
      return chosen && keyOf(chosen);
    };
    const kept = new Map<string, string | undefined>();
    const id = `${resourceType.toLowerCase().slice(0, 6)}-${number}`;
    const filling = {
      patient,
      name: `${resourceType}/${id}`,
      date: date(),
      coding: ordinary,
      // asked twice for one resource, it points to the same
      to: (type: string) => kept.get(type) ?? kept.set(type, to(type)).get(type),
      byName: () => below(BY_NAME_ONE_IN) === 0,
      words: () => `plain ${words++}`,
    };
    return { resourceType, id, ...TEMPLATES[resourceType]?.(filling) };
  };

  for (let n = 0; n < SHARED_OF_EACH; n++) for (const type of SHARED) made.push(make(type, "", []));
  for (let n = 0; n < people; n++) {
    const patient = `member-${n}`;
    const mine: FhirResource[] = [person(patient, n)];
    const types = [...ORDER.filter((type) => !SHARED.includes(type)), ...Array.from({ length: size }, () => draw.one(MANY) as string)];
    for (const type of types.sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))) {
      const next = make(type, patient, mine);
      mine.push(next);
      made.push(next);
    }
    made.push(mine[0] as FhirResource);
  }
  return made;
}

const person = (id: string, n: number): FhirResource => ({
  resourceType: "Patient",
  id,
  identifier: [{ system: "urn:example:members", value: `M-${1000 + n}` }],
  name: [{ family: `Family${n}`, given: [`Given${n}`] }],
  gender: n % 2 === 0 ? "female" : "male",
  birthDate: `19${60 + n}-0${1 + n}-11`,
  address: [{ city: `City${n}`, postalCode: `1234${n}` }],
  telecom: [{ system: "phone", value: `555-010${n}` }],
});
