/** Plants a sensitive story for each category into a record: told by codes, by labels, or by nothing but what is referred to; every text is a marker. */
import { ACT_CODE, type CodeKind, type Coding, SENSITIVE } from "./codes.ts";
import { type Draw, drawing } from "./draw.ts";
import { malformed } from "./malformed.ts";
import { type Markers, markers } from "./markers.ts";
import { type FhirResource, keyOf } from "./resource.ts";
import { SHARED, TEMPLATES } from "./templates.ts";

export interface Planted {
  readonly withheld: readonly FhirResource[];
  /** Of types that no patient owns: they stand in both stores, but only what is withheld leads to them. */
  readonly bystanders: readonly FhirResource[];
}

/** Filled one after the other, so that each can refer to those before it. */
const ANCHORS: readonly string[] = [...SHARED, "Encounter", "Condition"];
const REFERRING: readonly string[] = [
  "Goal",
  "CareTeam",
  "ServiceRequest",
  "Claim",
  "Observation",
  "MedicationRequest",
  ...Object.keys(TEMPLATES).filter(
    (type) => ![...ANCHORS, "Goal", "CareTeam", "ServiceRequest", "Claim", "Observation", "MedicationRequest"].includes(type),
  ),
];
const LABELLED: readonly string[] = ["Condition", "Observation", "Procedure", "DocumentReference", "AllergyIntolerance"];

/**
 * @param plain what the record holds already: some of the planted point to it, none of it points back
 * @param wellFormed leaves out what a store that reads what it is given would not take
 */
export function plant(
  plain: readonly FhirResource[],
  patients: readonly string[],
  categories: readonly string[],
  seed: number,
  wellFormed = false,
): Planted {
  const draw = drawing(seed);
  const marks = markers();
  const stories = patients.flatMap((patient) => {
    const mine = plain.filter((resource) => JSON.stringify(resource).includes(`"Patient/${patient}"`));
    const visible = (type: string): string | undefined => {
      const one = draw.one(mine.filter(({ resourceType }) => resourceType === type));
      return one && keyOf(one);
    };
    return categories.map((category, n) => storyOf({ patient, category, draw, marks, visible, keepsShared: n % 2 === 0, wellFormed }));
  });
  return { withheld: stories.flatMap(({ withheld }) => withheld), bystanders: stories.flatMap(({ bystanders }) => bystanders) };
}

interface Story {
  readonly patient: string;
  readonly category: string;
  readonly draw: Draw;
  readonly marks: Markers;
  /** Key of some ordinary resource of the type, of the same patient. */
  readonly visible: (type: string) => string | undefined;
  /** Whether its practitioners and places stand in the other store too. */
  readonly keepsShared: boolean;
  readonly wellFormed: boolean;
}

function storyOf(story: Story): Planted {
  const { category, draw, keepsShared, visible, wellFormed } = story;
  const anchors = new Map<string, string>();
  const shared: FhirResource[] = [];
  const withheld: FhirResource[] = [];
  const told = Object.keys(SENSITIVE[category] ?? {}).length > 0;

  for (const type of ANCHORS) {
    const isShared = SHARED.includes(type);
    const resource = made(story, type, { sensitive: !isShared && told, labelled: !isShared && !told, to: (other) => anchors.get(other) });
    anchors.set(type, keyOf(resource));
    (isShared ? shared : withheld).push(resource);
  }
  for (const type of REFERRING) {
    let refers = false;
    const resource = made(story, type, {
      to: (other) => {
        const target = anchors.get(other);
        if (target !== undefined && !SHARED.includes(other)) refers = true;
        return target;
      },
    });
    if (!refers) continue;
    anchors.set(type, keyOf(resource));
    withheld.push(resource);
  }
  for (const type of Object.keys(TEMPLATES)) {
    if (!told) break;
    let coded = false;
    const encounter = draw.below(2) === 0 ? visible("Encounter") : undefined;
    const resource = made(story, type, {
      sensitive: true,
      onSensitive: () => (coded = true),
      to: (other) => (other === "Encounter" ? encounter : undefined),
    });
    if (coded && !SHARED.includes(type)) withheld.push(resource);
  }
  for (const type of Object.keys(TEMPLATES).filter((name) => !SHARED.includes(name)))
    withheld.push(...pointingBothWays(story, type, anchors));
  for (const type of LABELLED) withheld.push(made(story, type, { labelled: true, to: () => undefined }));
  for (const type of wellFormed ? [] : ["Observation", "Condition"])
    withheld.push(...malformed(() => made(story, type, { labelled: true, to: () => undefined })));
  return keepsShared ? { withheld, bystanders: shared } : { withheld: [...shared, ...withheld], bystanders: [] };
}

/** With ordinary codes, pointing to something visible and to something of the story: found by the one, hidden by the other. */
function pointingBothWays(story: Story, resourceType: string, anchors: ReadonlyMap<string, string>): readonly FhirResource[] {
  return ["visible first", "hidden first"].flatMap((order) => {
    const chosen = new Map<string, string | undefined>();
    const sorts = new Set<string>();
    const resource = made(story, resourceType, {
      to: (type) => {
        if (SHARED.includes(type) || chosen.has(type)) return chosen.get(type);
        const wantsVisible = (chosen.size % 2 === 0) === (order === "visible first");
        const target = wantsVisible ? story.visible(type) : anchors.get(type);
        if (target !== undefined) sorts.add(wantsVisible ? "visible" : "hidden");
        chosen.set(type, target);
        return target;
      },
    });
    return sorts.size === 2 ? resource : [];
  });
}

interface Making {
  readonly to: (type: string) => string | undefined;
  readonly sensitive?: boolean;
  readonly labelled?: boolean;
  readonly onSensitive?: () => void;
}

function made(
  { patient, category, draw, marks }: Story,
  resourceType: string,
  { to, sensitive, labelled, onSensitive }: Making,
): FhirResource {
  const coding = (kind: CodeKind): Coding => {
    const telling = sensitive ? draw.one(SENSITIVE[category]?.[kind] ?? []) : undefined;
    if (telling) onSensitive?.();
    return telling ?? draw.ordinary(kind);
  };
  const meta = labelled ? { meta: { security: [{ system: ACT_CODE, code: category, display: marks.next() }] } } : {};
  const filling = { patient, date: draw.date(), coding, to, words: marks.next };
  return { resourceType, id: marks.next(), ...meta, ...TEMPLATES[resourceType]?.(filling) };
}
