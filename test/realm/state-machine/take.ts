/** The table of steps: who does what at the real Keycloak and, by the same call, in the model. */
import { adminStops, giveBack, memberStops, relate, setApp, signOut, wait } from "./around.ts";
import { ask, askSilently } from "./asking.ts";
import { change, stopOne } from "./mine.ts";
import type { Step } from "./steps.ts";
import { redeem, refresh, revoke } from "./tokens.ts";
import type { World } from "./world.ts";

/** @returns whether the step could be taken at all */
export async function take(world: World, step: Step): Promise<boolean> {
  const { grants, held } = world;
  const known = [...world.ids.keys()];
  switch (step.do) {
    case "ask":
      return ask(world, step, step.again, step.answer, step.late);
    case "ask-silently":
      return askSilently(world, step);
    case "deny":
      return ask(world, step, true, undefined, true);
    case "redeem":
    case "redeem-twice": {
      const twice = step.do === "redeem-twice";
      return withOne(
        step,
        grants.filter(({ redeemed }) => redeemed === twice),
        (grant) => redeem(world, grant),
      );
    }
    case "refresh":
    case "refresh-with-used": {
      const used = step.do === "refresh-with-used";
      const able = grants.filter(({ refreshTokens }) => refreshTokens.length > (used ? 1 : 0));
      return withOne(step, able, (grant) => refresh(world, grant, used));
    }
    case "revoke":
      return withOne(step, held, (one) => revoke(world, one));
    case "member-stops":
      return memberStops(world, step.app);
    case "admin-stops":
      return adminStops(world, step.app);
    case "change":
      return withOne(step, known, (one) => change(world, one, step.choice));
    case "stop-one":
      return withOne(step, known, (one) => stopOne(world, one));
    case "sign-out":
      return signOut(world, step.browser);
    case "suspend":
      return world.model.apps[step.app] === "keeps-rules" && setApp(world, step.app, step.to);
    case "take-away":
      return world.model.related.has(step.person) && relate(world, step.person, false);
    case "give-back":
      return giveBack(world);
    case "wait":
      return wait(world);
  }
}

/** Counted from the last one back, round and round. */
function withOne<T>({ which }: { which: number }, from: readonly T[], action: (one: T) => Promise<boolean>): Promise<boolean> {
  const one = from[from.length - 1 - (which % from.length)];
  return one === undefined ? Promise.resolve(false) : action(one);
}
