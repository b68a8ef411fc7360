/** What of a resource matters to others of its record: where it points, what of that it is about, in which visit it was made, and by which identifiers it is known. */
import { eachReference, type Pointers, type ReadReference } from "../../compartment/references.ts";
import { isObject, type JsonObject, type Resource, type ResourceKey } from "../../compartment/resource.ts";
import { fingerprintOfText } from "../fingerprint.ts";
import { typeOf } from "../patient-index.ts";
import { aboutElements, canBeAbout, isStatement, isVisitElement } from "./about.ts";

/** By key, or by the fingerprint of an identifier. */
export interface Pointing<Name> {
  /** Each once. */
  readonly targets: readonly Name[];
  /** Of the targets those that the resource is about or made of. */
  readonly about: readonly Name[];
  /** The Encounter in which a statement was made. */
  readonly visit: Name | undefined;
}

export interface Surroundings extends Pointing<ResourceKey> {
  /** Logical references, where there are any. */
  readonly logical: Pointing<number> | undefined;
  /** Fingerprints of its own business identifiers. */
  readonly identifiers: readonly number[];
  /** Whether it points out of the store. */
  readonly foreign: boolean;
}

const NONE: readonly never[] = Object.freeze([]);
export const NOWHERE: Surroundings = {
  targets: NONE,
  about: NONE,
  visit: undefined,
  logical: undefined,
  identifiers: NONE,
  foreign: false,
};

/** The Patient is left out: everything points to it. What is nested too deeply to be read points to nobody knows what. */
export function surroundingsOf(resource: Resource, read: ReadReference, once: (key: ResourceKey) => ResourceKey): Surroundings {
  const { resourceType } = resource;
  const reading: Reading = { about: aboutElements(resourceType), isCounted: isStatement(resourceType) };
  const literal = nothing<ResourceKey>();
  const logical = nothing<number>();
  let foreign = false;
  const pointers: Pointers = {
    target: (target, element) => {
      if (target.kind === "foreign") foreign = true;
      else if (!target.key.startsWith("Patient/")) take(literal, once(target.key), element, reading, kindOf(target.key));
    },
    identifier: (identifier, element) => {
      const print = printOf(identifier);
      if (print !== undefined) take(logical, print, element, reading, ANY);
    },
  };
  try {
    eachReference(resource, read, pointers);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ...NOWHERE, foreign: true };
  }
  const { targets, about, visit } = pointing(literal);
  const named = logical.targets.size === 0 ? undefined : pointing(logical);
  return { targets, about, visit, logical: named, identifiers: identifiersOf(resource), foreign };
}

/** What a target's type makes of it: a visit, something that a statement can be about, or neither. */
type Kind = "visit" | "subject" | "other";
/** Who carries an identifier is seen when the whole record is known. */
const ANY = "any";

function kindOf(key: ResourceKey): Kind {
  const type = typeOf(key);
  if (type === "Encounter") return "visit";
  return canBeAbout(type) ? "subject" : "other";
}

interface Reading {
  /** Elements in which the resource names what it is about. */
  readonly about: ReadonlySet<string>;
  /** Whether it is a statement, so that its visit matters. */
  readonly isCounted: boolean;
}

/** A {@link Pointing} in the making. */
interface Found<Name> {
  readonly targets: Set<Name>;
  about: Set<Name> | undefined;
  visit: Name | undefined;
}

const nothing = <Name>(): Found<Name> => ({ targets: new Set(), about: undefined, visit: undefined });

function take<Name>(found: Found<Name>, name: Name, element: string, { about, isCounted }: Reading, kind: Kind | typeof ANY): void {
  found.targets.add(name);
  if (kind !== "visit" && kind !== "other" && about.has(element)) {
    found.about ??= new Set();
    found.about.add(name);
  }
  if (isCounted && (kind === "visit" || kind === ANY) && isVisitElement(element)) found.visit ??= name;
}

const pointing = <Name>({ targets, about, visit }: Found<Name>): Pointing<Name> => ({
  targets: listOf(targets),
  about: about ? listOf(about) : NONE,
  visit,
});

const listOf = <Item>(items: ReadonlySet<Item>): readonly Item[] => (items.size === 0 ? NONE : [...items]);

function identifiersOf({ identifier }: Resource): readonly number[] {
  if (identifier === undefined) return NONE;
  const found = new Set<number>();
  for (const item of Array.isArray(identifier) ? identifier : [identifier]) {
    const print = isObject(item) ? printOf(item) : undefined;
    if (print !== undefined) found.add(print);
  }
  return listOf(found);
}

/** Without a system or a value it is nobody's in particular. */
function printOf({ system, value }: JsonObject): number | undefined {
  const isWhole = typeof system === "string" && typeof value === "string" && system !== "" && value !== "";
  return isWhole ? fingerprintOfText(`${system}\n${value}`) : undefined;
}
