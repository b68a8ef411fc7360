/** One real store in two states: everything is asked while it never had what is withheld, then that is loaded and everything is asked again. */
import { startIssuer } from "../facade/support/issuer.ts";
import { replayLater, type Tally } from "./compare/replay.ts";
import { startSide } from "./compare/side.ts";
import { sightsOf, tokensFor } from "./compare/sights.ts";
import { type Transcript, transcriptOf } from "./compare/transcript.ts";
import { type Asked, plainly } from "./corpus/asked.ts";
import type { Records } from "./records/records.ts";
import type { FhirResource } from "./records/resource.ts";
import { freshAnswersOf } from "./store/fresh-answers.ts";
import { requestsFor } from "./world.ts";

export interface InTurn {
  readonly storeUrl: string;
  readonly load: (resources: readonly FhirResource[]) => Promise<void>;
  readonly records: Records;
  readonly withhold: readonly string[];
  readonly seed: number;
  readonly pairs: number;
}

/** @returns what was compared, and what one who may see everything finds in the loaded store */
export async function compareInTurn({
  storeUrl,
  load,
  records,
  withhold,
  seed,
  pairs,
}: InTurn): Promise<Tally & { readonly everything: string }> {
  const issuer = await startIssuer();
  const store = await freshAnswersOf(storeUrl);
  try {
    const sights = sightsOf(records.patients, withhold, records.isExact);
    const tokens = await tokensFor(sights, issuer);
    await load(records.b);
    const b = await startSide(issuer.url, store.url);
    const kept: { asked: Asked; transcript: Transcript }[] = [];
    let done = 0;
    for (const asked of await requestsFor(b, records, sights, tokens, seed)) {
      const transcript = await transcriptOf(b, asked, tokens);
      kept.push({ asked, transcript });
      done += transcript.length;
      if (done >= pairs) break;
    }
    await b.close();

    await load(records.withheld);
    const a = await startSide(issuer.url, store.url);
    const tally = await replayLater(kept, a, tokens);
    const [token = ""] = await tokensFor(
      [{ name: "everything", patient: "", authorization: { mode: "everything", patient: records.patients[0] ?? "" } }],
      issuer,
    );
    const seen = await a.ask(plainly(0, "/Condition", ["_count=200"]), token);
    await a.close();
    return { ...tally, everything: seen.text };
  } finally {
    await Promise.all([store.close(), issuer.close()]);
  }
}
