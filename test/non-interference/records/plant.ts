/** Plants a sensitive story for each category into a record: told by codes, by labels, or by nothing but what is referred to; every text is a marker. */
import { ACT_CODE, type CodeKind, type Coding, SENSITIVE } from "./codes.ts";
import { type Draw, drawing } from "./draw.ts";
import { malformed } from "./malformed.ts";
import { type Markers, markers } from "./markers.ts";
import { type FhirResource, keyOf } from "./resource.ts";
import { BY_NAME_ONE_IN, SHARED, TEMPLATES } from "./templates.ts";

export interface Planted {
  readonly withheld: readonly FhirResource[];
  /** They stand in both stores: of types that no patient owns, to which only what is withheld leads; and what bears out weak evidence, labelled. */
  readonly bystanders: readonly FhirResource[];
  /** By key: the category that a withheld one tells by itself; the others are withheld by what they point to. */
  readonly telling: ReadonlyMap<string, string>;
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

export interface Planting {
  /** What the record holds already: some of the planted point to it, none of it points back. */
  readonly plain: readonly FhirResource[];
  readonly patients: readonly string[];
  readonly categories: readonly string[];
  readonly seed: number;
  /** Leaves out what a store that reads what it is given would not take. */
  readonly wellFormed: boolean;
  /** Whether all of that is known to tell nothing. Else nothing is planted in its visits or about it, and weak evidence in it is borne out in both stores. */
  readonly isPlain: boolean;
}

export function plant({ plain, patients, categories, seed, wellFormed, isPlain }: Planting): Planted {
  const draw = drawing(seed);
  const marks = markers();
  const telling = new Map<string, string>();
  const stories = patients.flatMap((patient) => {
    const mine = plain.filter((resource) => JSON.stringify(resource).includes(`"Patient/${patient}"`));
    const visible = (type: string): string | undefined => {
      const one = draw.one(mine.filter(({ resourceType }) => resourceType === type));
      return one && keyOf(one);
    };
    return categories.map((category, n) =>
      storyOf({
        patient,
        category,
        draw,
        marks,
        telling,
        visible,
        visit: isPlain && draw.below(2) === 0 ? visible("Encounter") : undefined,
        keepsShared: n % 2 === 0,
        wellFormed,
        isPlain,
      }),
    );
  });
  return { withheld: stories.flatMap(({ withheld }) => withheld), bystanders: stories.flatMap(({ bystanders }) => bystanders), telling };
}

interface Story {
  readonly patient: string;
  readonly category: string;
  readonly draw: Draw;
  readonly marks: Markers;
  readonly telling: Map<string, string>;
  /** Key of some ordinary resource of the type, of the same patient. */
  readonly visible: (type: string) => string | undefined;
  /** An ordinary visit in which it is told, for every other story. */
  readonly visit: string | undefined;
  /** Whether its practitioners and places stand in the other store too. */
  readonly keepsShared: boolean;
  readonly wellFormed: boolean;
  readonly isPlain: boolean;
}

function storyOf(story: Story): Omit<Planted, "telling"> {
  const { category, keepsShared, wellFormed, isPlain } = story;
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
    const resource = made(story, type, { sensitive: true, to: amongVisible(story) });
    if (story.telling.has(keyOf(resource)) && !SHARED.includes(type)) withheld.push(resource);
  }
  for (const type of Object.keys(TEMPLATES).filter((name) => !SHARED.includes(name)))
    withheld.push(...pointingBothWays(story, type, anchors));
  for (const type of LABELLED) withheld.push(made(story, type, { labelled: true, to: () => undefined }));
  for (const type of wellFormed ? [] : ["Observation", "Condition"])
    withheld.push(...malformed(() => made(story, type, { labelled: true, to: () => undefined })));
  const witnesses = isPlain ? [] : [made(story, "Condition", { labelled: true, to: () => undefined })];
  return keepsShared ? { withheld, bystanders: [...shared, ...witnesses] } : { withheld: [...shared, ...withheld], bystanders: witnesses };
}

/** What a few of those that tell something are about is withheld with them. */
const POINTS_OUT_ONE_IN = 5;

/** Half of a story that is told in a visible visit is told there: one in which hardly anything else happened is withheld with it. */
function amongVisible({ draw, visible, visit, isPlain }: Story): (type: string) => string | undefined {
  const chosen = new Map<string, string | undefined>([["Encounter", draw.below(2) === 0 ? visit : undefined]]);
  const pointsOut = isPlain && draw.below(POINTS_OUT_ONE_IN) === 0;
  return (type) => {
    if (!chosen.has(type)) chosen.set(type, pointsOut && !SHARED.includes(type) ? visible(type) : undefined);
    return chosen.get(type);
  };
}

/** With ordinary codes, pointing to something visible and to something of the story: found by the one, hidden by the other. */
function pointingBothWays(story: Story, resourceType: string, anchors: ReadonlyMap<string, string>): readonly FhirResource[] {
  const visible = (type: string): string | undefined => (type === "Encounter" && !story.isPlain ? undefined : story.visible(type));
  return ["visible first", "hidden first"].flatMap((order) => {
    const chosen = new Map<string, string | undefined>();
    const sorts = new Set<string>();
    const resource = made(story, resourceType, {
      to: (type) => {
        if (SHARED.includes(type) || chosen.has(type)) return chosen.get(type);
        const wantsVisible = (chosen.size % 2 === 0) === (order === "visible first");
        const target = wantsVisible ? visible(type) : anchors.get(type);
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
}

function made({ patient, category, draw, marks, telling }: Story, resourceType: string, { to, sensitive, labelled }: Making): FhirResource {
  const id = marks.next();
  if (labelled) telling.set(`${resourceType}/${id}`, category);
  const coding = (kind: CodeKind): Coding => {
    const secret = sensitive ? draw.one(SENSITIVE[category]?.[kind] ?? []) : undefined;
    if (secret) telling.set(`${resourceType}/${id}`, category);
    return secret ?? draw.ordinary(kind);
  };
  const meta = labelled ? { meta: { security: [{ system: ACT_CODE, code: category, display: marks.next() }] } } : {};
  const filling = {
    patient,
    name: `${resourceType}/${id}`,
    date: draw.date(),
    coding,
    to,
    byName: () => draw.below(BY_NAME_ONE_IN) === 0,
    words: marks.next,
  };
  return { resourceType, id, ...meta, ...TEMPLATES[resourceType]?.(filling) };
}
