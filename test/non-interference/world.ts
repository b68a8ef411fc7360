/** Two facades before two stores that differ in what is withheld and in nothing else, and the corpus that tells whether one can know. */
import { startIssuer } from "../facade/support/issuer.ts";
import { replay, type Tally } from "./compare/replay.ts";
import { type Pipeline, type Side, startSide } from "./compare/side.ts";
import { type Sight, sightsOf, tokensFor } from "./compare/sights.ts";
import { type Asked, plainly } from "./corpus/asked.ts";
import { corpus } from "./corpus/corpus.ts";
import { surfaceOf } from "./corpus/surface.ts";
import { valuesIn } from "./corpus/values.ts";
import type { Records } from "./records/records.ts";
import { startFhirStore } from "./store/fhir-store.ts";

export interface Run {
  readonly records: Records;
  readonly withhold: readonly string[];
  readonly seed: number;
  readonly pairs: number;
  readonly onProgress?: (pairs: number, differences: number) => void;
  /** Instead of the corpus. */
  readonly requests?: Iterable<Asked>;
  /** Given by the tests that sabotage: another pipeline for both sides, other authorizations. */
  readonly pipeline?: Pipeline;
  readonly sights?: readonly Sight[];
}

export async function compareStores({
  records,
  withhold,
  seed,
  pairs,
  onProgress,
  pipeline,
  sights = sightsOf(records.patients, withhold, records.isExact),
  requests,
}: Run): Promise<Tally> {
  if (sights.length === 0) throw new Error("No authorization withholds these categories.");
  const issuer = await startIssuer();
  const stores = await Promise.all([startFhirStore(records.a), startFhirStore(records.b)]);
  const sides = await Promise.all(stores.map(({ url }) => startSide(issuer.url, url, pipeline)));
  const [a, b] = sides as [Side, Side];
  try {
    const tokens = await tokensFor(sights, issuer);
    const asked = requests ?? (await requestsFor(a, records, sights, tokens, seed));
    return await replay(a, b, { requests: asked, tokens, pairs, ...(onProgress ? { onProgress } : {}) });
  } finally {
    await Promise.all([...sides, ...stores, issuer].map((server) => server.close()));
  }
}

/** The corpus over the surface that this side says it has. */
export async function requestsFor(
  side: Side,
  { a, withheld }: Pick<Records, "a" | "withheld">,
  sights: readonly Sight[],
  tokens: readonly string[],
  seed: number,
): Promise<Iterable<Asked>> {
  const { text } = await side.ask(plainly(0, "/metadata"), tokens[0] ?? "");
  const ground = { surface: surfaceOf(text), values: valuesIn(a, withheld), patients: sights.map(({ patient }) => patient) };
  return corpus(ground, withheld, seed);
}
