/** The same record of somebody with another name, age and address: what a member who withholds demographics must look like too. */
import { type FhirResource, isRecord, withStrings } from "./resource.ts";

/** Elements of any resource that tell who the person is. */
const TELLING: ReadonlySet<string> = new Set(["identifier", "subscriberId"]);

/** A Patient with nothing of its own but the id; another resource with other identifiers. */
export function ofOtherPerson(resource: FhirResource): FhirResource {
  if (resource.resourceType !== "Patient") return isSharedLike(resource) ? resource : withOtherIdentifiers(resource);
  const profile = isRecord(resource.meta) ? resource.meta : undefined;
  return {
    resourceType: "Patient",
    id: resource.id,
    ...(profile ? { meta: profile } : {}),
    identifier: [{ system: "urn:example:members", value: "X-1" }],
    name: [{ family: "Otherfamily", given: ["Othergiven", "Secondgiven"] }],
    gender: "other",
    birthDate: "2001-09-30",
    maritalStatus: { text: "other" },
    address: [{ line: ["1 Other Street"], city: "Othercity", postalCode: "99999" }, { city: "Secondcity" }],
  };
}

const isSharedLike = ({ resourceType }: FhirResource): boolean =>
  ["Organization", "Practitioner", "PractitionerRole", "Location", "Medication"].includes(resourceType);

function withOtherIdentifiers(resource: FhirResource): FhirResource {
  return withStrings(resource, (text, path) =>
    path.some((name) => TELLING.has(name)) && !path.includes("system") ? `other-${[...text].reverse().join("")}` : text,
  );
}
