/** The indexes in use: made on the first request, brought up to date before an answer, made anew after a while, forgotten when there are too many. */
import { belongsTo } from "../compartment/compartment.ts";
import { referenceReader } from "../compartment/references.ts";
import type { Config } from "../config.ts";
import type { Labeller } from "../labeller/label.ts";
import { type Log, logToStdout } from "../log.ts";
import { tooManyRequests, unavailable } from "../outcome/refusals.ts";
import { type Criterion, criteriaBits } from "../pipeline/3-authz/criteria.ts";
import type { Store } from "../pipeline/4-forward/store.ts";
import { type Building, buildIndex, type Current, mergeChanges } from "./build.ts";
import type { PatientIndex } from "./patient-index.ts";
import { progressLog } from "./progress.ts";
import { storeReader } from "./read-record.ts";
import { room } from "./room.ts";

/** The criteria are those of the authorization that asks; an index is kept for each list of them. */
export type IndexOf = (patient: string, criteria: readonly Criterion[]) => Promise<PatientIndex>;

export type IndexLimits = Pick<
  Config,
  | "storeUrl"
  | "storeConcurrency"
  | "indexMaxAgeMs"
  | "indexCheckMs"
  | "indexMaxResources"
  | "indexMaxEntries"
  | "indexMaxPatients"
  | "indexMaxBuilds"
>;

interface Held extends Current {
  readonly checkedAt: number;
}

interface Subject {
  /** Patient and criteria in one text. */
  readonly name: string;
  readonly patient: string;
  readonly criteria: readonly Criterion[];
}

/** A build that took no longer needs no check after it, even where each request is checked. */
const SHORT_BUILD_MS = 1000;

/**
 * Requests for the same index share one build or check, whichever of them goes away. What cannot be built or checked is not answered from what was known before.
 * @param now wall clock in epoch milliseconds
 * @throws from the returned function: Unavailable or TimedOut when the record cannot be read whole, TooManyRequests when too many are being read
 */
export function patientIndexes(
  store: Store,
  labeller: Labeller,
  limits: IndexLimits,
  log: Log = logToStdout,
  now: () => number = Date.now,
): IndexOf {
  const read = referenceReader(limits.storeUrl);
  const reader = storeReader(store, limits.storeConcurrency, now);
  const progress = progressLog(log, now);
  const held = room<Held>(limits.indexMaxPatients, limits.indexMaxEntries, ({ index }) => index.entries.size);
  const running = new Map<string, Promise<PatientIndex>>();
  let builds = 0;

  return (patient, criteria) => {
    const name = `${patient} ${JSON.stringify(criteria)}`;
    const subject = { name, patient, criteria };
    const shared = running.get(name);
    if (shared) return shared;
    const known = held.use(name);
    const young = known !== undefined && isWithin(limits.indexMaxAgeMs, known.index.builtAt);
    if (young && isWithin(limits.indexCheckMs, known.checkedAt)) return Promise.resolve(known.index);
    if (!young && builds >= limits.indexMaxBuilds) return Promise.reject(tooManyRequests("index-builds"));
    const work = (young ? check(subject, known) : build(subject)).finally(() => running.delete(name));
    running.set(name, work);
    return work;
  };

  /** A clock that went back proves nothing. */
  function isWithin(most: number, since: number): boolean {
    const age = now() - since;
    return age >= 0 && age < most;
  }

  async function build(subject: Subject): Promise<PatientIndex> {
    builds += 1;
    held.forget(subject.name);
    const lines = progress();
    try {
      const began = now();
      const current = await buildIndex(subject.patient, began, building(subject, 0, lines.reached));
      held.keep(subject.name, { ...current, checkedAt: began });
      lines.built(current.index);
      if (isWithin(Math.max(limits.indexCheckMs, SHORT_BUILD_MS), began)) return current.index;
      return await check(subject, { ...current, checkedAt: began });
    } finally {
      builds -= 1;
      held.release(subject.name);
    }
  }

  async function check(subject: Subject, known: Held): Promise<PatientIndex> {
    const began = now();
    try {
      const current = await mergeChanges(known, building(subject, known.index.entries.size));
      held.keep(subject.name, { ...current, checkedAt: began });
      return current.index;
    } finally {
      held.release(subject.name);
    }
  }

  /** @param counted entries that have their place already */
  function building({ name, patient, criteria }: Subject, counted: number, reached?: (entries: number) => void): Building {
    return {
      reader,
      judging: { labeller, read, criteriaMet: (resource) => criteriaBits(resource, criteria) },
      isMine: (resource) => belongsTo(resource, patient, read),
      grown: (entries) => {
        if (entries > limits.indexMaxResources) throw unavailable("index-too-large");
        if (!held.reserve(name, Math.max(0, entries - counted))) throw tooManyRequests("index-entries");
        reached?.(entries);
      },
    };
  }
}
