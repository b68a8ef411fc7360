/** Whose a resource is and where it points: FHIR R4 Patient compartment; leaks 13, 19 and 23. */
import { ALL_RESOURCE_TYPES, SHARED_RESOURCE_TYPES } from "@member-exchange/sharing-policy";
import { belongsTo, COMPARTMENT, COMPARTMENT_TYPES, patientParameter } from "../../fhir-facade/src/compartment/compartment.ts";
import { referenceReader, referencesOf } from "../../fhir-facade/src/compartment/references.ts";
import { asResource, type Json, MAX_DEPTH, type Resource } from "../../fhir-facade/src/compartment/resource.ts";

const STORE = "http://store.example/fhir";
const read = referenceReader(STORE);
const clinical = COMPARTMENT_TYPES.filter((type) => type !== "Patient");
const inList = new Set(["Provenance"]);

/** A resource of the type whose deciding element holds these references. */
function owned(type: string, ...references: string[]): Resource {
  const { element } = COMPARTMENT[type as keyof typeof COMPARTMENT] as { element: string };
  const values = references.map((reference) => ({ reference }));
  return { resourceType: type, id: "x", [element]: inList.has(type) ? values : (values[0] ?? null) } as Resource;
}

describe("R4 the compartment decides whose a resource is (leak 13)", () => {
  test("R4: every supported type is in the compartment or shared, never both, never neither", () => {
    for (const type of ALL_RESOURCE_TYPES)
      expect([type, SHARED_RESOURCE_TYPES.has(type)]).toEqual([type, !COMPARTMENT_TYPES.includes(type)]);
  });

  test.each(clinical)("R4: %s is the patient's by its own element, in every spelling of the reference", (type) => {
    for (const reference of ["Patient/p1", `${STORE}/Patient/p1`, "Patient/p1/_history/3"])
      expect(belongsTo(owned(type, reference), "p1", read)).toBe(true);
  });

  test.each(clinical)("R4: %s is not the patient's by anything less", (type) => {
    const others = [
      "Patient/p2",
      "Patient/p",
      "Patient/p11",
      "patient/p1",
      "Patient/P1",
      "Group/p1",
      "#p1",
      "p1",
      "https://elsewhere.example/fhir/Patient/p1",
      "http://store.example/fhirx/Patient/p1",
      "http://store.example.evil.example/fhir/Patient/p1",
      "urn:uuid:p1",
      "Patient/p2/../p1",
      "Patient/p1/extra",
      "",
    ];
    for (const reference of others) expect([reference, belongsTo(owned(type, reference), "p1", read)]).toEqual([reference, false]);
  });

  test.each(clinical)("R4: %s without the deciding element is nobody's, whoever else took part", (type) => {
    const bare = { resourceType: type, id: "x", performer: [{ reference: "Patient/p1" }], author: { reference: "Patient/p1" } } as Resource;
    expect(belongsTo(bare, "p1", read)).toBe(false);
  });

  test("R4: a Patient is the patient's by its id alone", () => {
    expect(belongsTo({ resourceType: "Patient", id: "p1" }, "p1", read)).toBe(true);
    expect(belongsTo({ resourceType: "Patient", id: "p2", link: [{ other: { reference: "Patient/p1" } }] } as Resource, "p1", read)).toBe(
      false,
    );
  });

  test("leak 23: a Provenance that names two patients is nobody's", () => {
    expect(belongsTo(owned("Provenance", "Patient/p1", "Patient/p2"), "p1", read)).toBe(false);
    expect(belongsTo(owned("Provenance", "Patient/p1", "Condition/c1"), "p1", read)).toBe(true);
  });

  test.each([...SHARED_RESOURCE_TYPES])("R4: %s is never anybody's, and no search can be pinned for it", (type) => {
    const resource = {
      resourceType: type,
      id: "x",
      subject: { reference: "Patient/p1" },
      patient: { reference: "Patient/p1" },
    } as Resource;
    expect(belongsTo(resource, "p1", read)).toBe(false);
    expect(() => patientParameter(type)).toThrow(RangeError);
  });
});

describe("leak 19: references are compared by origin and form, never by beginning", () => {
  test.each([
    ["Condition/c1", "Condition/c1"],
    [`${STORE}/Condition/c1`, "Condition/c1"],
    ["Condition/c1/_history/2", "Condition/c1"],
  ])("leak 19: %s is %s", (reference, key) => expect(read(reference)).toEqual({ kind: "key", key }));

  test.each([
    "http://store.example/fhir.evil/Condition/c1",
    "https://store.example/fhir/Condition/c1",
    "http://store.example/Condition/c1",
    "Condition/",
    "Condition",
    "Condition/c1/x",
    "Condition/c1/_history",
    "Condition/c1/_history/",
    "Condition/c 1",
    "Condition?identifier=1",
    "Unknown/c1",
    "urn:oid:1.2",
    "/Condition/c1",
  ])("leak 19: %s leads out of the record", (reference) => expect(read(reference)).toEqual({ kind: "foreign" }));

  test("leak 19: a fragment stays inside the resource", () => expect(read("#contained")).toBeUndefined());
});

describe("leak 18: every reference of a resource is found", () => {
  const target = { reference: "Condition/deep" };
  const wrappings: [string, Json][] = [
    ["an element", { reasonReference: target }],
    ["a list", { reasonReference: [{ reference: "Condition/other" }, target] }],
    ["a list of lists", { a: [[[target]]] }],
    ["a backbone element", { diagnosis: [{ condition: target }] }],
    ["an extension", { extension: [{ url: "x", valueReference: target }] }],
    ["an extension of a primitive", { _status: { extension: [{ url: "x", valueReference: target }] } }],
    ["a contained resource", { contained: [{ resourceType: "Observation", id: "o", focus: [target] }] }],
    ["an identifier's assigner", { identifier: [{ assigner: target }] }],
  ];
  test.each(wrappings)("leak 18: in %s", (_title, resource) =>
    expect(referencesOf(resource, read)).toContainEqual({ kind: "key", key: "Condition/deep" }),
  );

  test("leak 18: nesting deeper than any resource is an error, not a miss", () => {
    let nested: Json = target;
    for (let depth = 0; depth <= MAX_DEPTH; depth++) nested = { extension: nested };
    expect(() => referencesOf(nested, read)).toThrow(RangeError);
  });
});

describe("R4 what counts as a resource", () => {
  test.each<[string, unknown]>([
    ["null", null],
    ["a list", []],
    ["text", "Patient/p1"],
    ["no type", { id: "p1" }],
    ["no id", { resourceType: "Patient" }],
    ["an id with a slash", { resourceType: "Patient", id: "a/b" }],
    ["an id too long", { resourceType: "Patient", id: "a".repeat(65) }],
    ["an unknown type", { resourceType: "AuditEvent", id: "a" }],
    ["a type of another case", { resourceType: "patient", id: "a" }],
    ["a type that every object has", { resourceType: "toString", id: "a" }],
  ])("R4: %s is none", (_title, value) => expect(asResource(value)).toBeUndefined());
});
