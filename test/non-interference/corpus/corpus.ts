/** The requests of one run: what every run asks, then what this seed draws, with a read of each withheld resource in between. */
import fc from "fast-check";
import { type FhirResource, keyOf } from "../records/resource.ts";
import { type Asked, plainly } from "./asked.ts";
import { illFormed } from "./ill-formed.ts";
import { batch, everything, type Ground, including, read, search } from "./searches.ts";
import { systematic } from "./systematic.ts";

/** Endless but for its consumer: `fc.sample` of this seed, some at a time. */
export function* corpus(ground: Ground, withheld: readonly FhirResource[], seed: number): Generator<Asked> {
  yield* systematic(ground);
  const drawn = fc.oneof(
    { weight: 5, arbitrary: read(ground) },
    { weight: 9, arbitrary: search(ground) },
    { weight: 4, arbitrary: including(ground) },
    { weight: 1, arbitrary: everything(ground) },
    { weight: 1, arbitrary: batch(ground) },
    { weight: 4, arbitrary: illFormed(ground) },
  );
  const rest = withheld.values();
  let turn = 0;
  for (let round = 0; ; round++) {
    for (const asked of fc.sample(drawn, { seed: seed + round, numRuns: 500 })) {
      yield asked;
      const { value: resource } = rest.next();
      if (resource) yield plainly(turn++ % ground.patients.length, `/${keyOf(resource)}`);
    }
  }
}
