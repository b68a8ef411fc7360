/** An app asks in one of the member's browsers; the member answers, is remembered, or says no. */
import type { Shown } from "../../support/authorization-flow.ts";
import { personValue } from "../../support/people.ts";
import type { Answer, Authorization } from "./model.ts";
import type { Request } from "./steps.ts";
import { redeem } from "./tokens.ts";
import { APPS, must, timed, type World } from "./world.ts";

const isPage = (shown: Shown, page: string): boolean => shown.kind === "page" && shown.page === page;
const hasCode = (shown: Shown): boolean => shown.kind === "app" && shown.params.has("code");

/**
 * @param again whether the app wants the page even when the member is remembered
 * @param answer undefined for no
 * @param late whether the code is left for a later step
 */
export async function ask(world: World, request: Request, again: boolean, answer: Answer | undefined, late: boolean): Promise<boolean> {
  const { model } = world;
  const person = model.related.size === 1 ? "self" : request.person;
  const flow = flowOf(world, request, again ? { prompt: "consent" } : {});
  const since = Date.now();
  let shown = await world.realm.signedIn(flow, world.parent);
  model.lookAtAll(request.app);
  if (model.apps[request.app] !== "keeps-rules") {
    must("no", ["member-authorization.ftl", "choose-person.ftl"].some((page) => isPage(shown, page)) || hasCode(shown), "it may not ask");
    return true;
  }
  if (isPage(shown, "choose-person.ftl")) {
    const chooser = shown;
    if (!model.related.has(person)) {
      expect(() => personValue(chooser, person)).toThrow("is not among");
      return true;
    }
    shown = await flow.post(chooser, { person: personValue(chooser, person), decision: "continue" });
  }
  const requested = new Set(request.scope.split(" "));
  const remembered = again ? undefined : model.remembered(request.app, person, requested);
  must(remembered ? model.counts(remembered, { from: since, to: Date.now() }) : "no", hasCode(shown), "answered without the member");
  if (hasCode(shown)) return came(world, request, flow, shown, remembered as Authorization, late);

  const page = shown;
  expect(isPage(page, "member-authorization.ftl")).toBe(true);
  const [next, during] = await timed(() => flow.post(page, { ...answer, decision: answer ? "allow" : "deny" }));
  const authorization = answer && model.allow(request.app, person, requested, answer, during);
  must(authorization ? "yes" : "no", hasCode(next), "a code after the answer");
  return authorization ? came(world, request, flow, next, authorization, late) : true;
}

/** The app asks without a page: answered when the member is signed in and remembered for exactly one person. */
export async function askSilently(world: World, request: Request): Promise<boolean> {
  const { model } = world;
  const flow = flowOf(world, request, { prompt: "none" });
  const [shown, during] = await timed(() => flow.start());
  const requested = new Set(request.scope.split(" "));
  const found = [...model.related].flatMap((person) => model.remembered(request.app, person, requested) ?? []);
  const counting = found.filter((one) => model.counts(one, during) !== "no");
  const isDoubtful = counting.some((one) => model.counts(one, during) === "perhaps");
  const isSignedIn = world.browsers[request.browser]?.signIn !== undefined;
  if (isSignedIn) model.lookAtAll(request.app);
  if (isDoubtful) return true;
  const [only] = counting;
  must(only && counting.length === 1 && isSignedIn ? "yes" : "no", hasCode(shown), "answered silently");
  return only && hasCode(shown) ? came(world, request, flow, shown, only, false) : true;
}

type Flow = ReturnType<typeof flowOf>;

const flowOf = (world: World, { app, browser, scope }: Request, more: { prompt?: string }) =>
  world.realm.flow(scope, { app: APPS[app] ?? APPS[0], ...more }, world.browsers[browser]?.agent);

/** The app has a code: the browser is signed in from here on. */
async function came(
  world: World,
  request: Request,
  flow: Flow,
  code: Shown,
  authorization: Authorization,
  late: boolean,
): Promise<boolean> {
  const { model } = world;
  const browser = world.browsers[request.browser];
  if (!browser) throw new Error("no such browser");
  browser.signIn ??= model.signIn();
  const session = model.newSession(authorization, new Set(request.scope.split(" ")), browser.signIn);
  const grant = { flow, code, session, redeemed: false, refreshTokens: [] };
  world.grants.push(grant);
  return late || redeem(world, grant);
}
