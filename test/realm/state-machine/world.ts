/** One member's run: takes each step at the real Keycloak and in the model, and compares what all tokens are worth after it. */
import { accountToken, consent } from "../../support/account-api.ts";
import { type AuthorizationFlow, claimsOf, type Shown, type Tokens } from "../../support/authorization-flow.ts";
import { type Parent, patientOf, personValue, represents, signOut } from "../../support/people.ts";
import { DIARY, type TestRealm } from "../../support/realm.ts";
import { UserAgent } from "../../support/user-agent.ts";
import { type Answer, type Authorization, Model, type Person, type Session, type Span, type Token, type Truth } from "./model.ts";
import type { Request, Step } from "./steps.ts";

export const APPS = [DIARY, { ...DIARY, clientId: "second-diary", redirectUris: ["http://localhost:9/second"] }];

/** A code, and all that the app got for it. */
interface Grant {
  readonly flow: AuthorizationFlow;
  readonly code: Shown;
  readonly session: Session;
  redeemed: boolean;
  readonly refreshTokens: string[];
}
interface Held {
  readonly token: Token;
  readonly jwt: string;
  readonly grant: Grant;
}

export class World {
  readonly #model = new Model();
  readonly #browsers = [new UserAgent(), new UserAgent()];
  readonly #signIns: (number | undefined)[] = [undefined, undefined];
  readonly #grants: Grant[] = [];
  readonly #held: Held[] = [];
  readonly #ids = new Map<Authorization, unknown>();
  #signInCount = 0;
  readonly #realm: TestRealm;
  readonly #parent: Parent;

  constructor(realm: TestRealm, parent: Parent) {
    this.#realm = realm;
    this.#parent = parent;
  }

  /** @returns whether the step could be taken at all */
  async take(step: Step): Promise<boolean> {
    const model = this.#model;
    switch (step.do) {
      case "ask":
        return this.#ask(step, step.again, step.answer, step.late);
      case "deny":
        return this.#ask(step, true, undefined, true);
      case "redeem":
        return this.#redeem(
          pick(
            this.#grants.filter(({ redeemed }) => !redeemed),
            step.which,
          ),
        );
      case "redeem-twice":
        return this.#redeem(
          pick(
            this.#grants.filter(({ redeemed }) => redeemed),
            step.which,
          ),
        );
      case "refresh":
        return this.#refresh(
          pick(
            this.#grants.filter(({ refreshTokens }) => refreshTokens.length > 0),
            step.which,
          ),
          -1,
        );
      case "refresh-with-used":
        return this.#refresh(
          pick(
            this.#grants.filter(({ refreshTokens }) => refreshTokens.length > 1),
            step.which,
          ),
          0,
        );
      case "revoke":
        return this.#revoke(pick(this.#held, step.which));
      case "member-stops": {
        const account = await accountToken(this.#realm, this.#parent);
        must("yes", (await consent(this.#realm, account, "DELETE", [], APPS[step.app])).status === 204, "account API stops");
        model.stopAll(step.app);
        return true;
      }
      case "admin-stops":
        if (process.env.NO_ADMIN) return false;
        await this.#adminStops(step.app);
        model.stopAll(step.app);
        return true;
      case "sign-out": {
        const signIn = this.#signIns[step.browser];
        if (signIn === undefined) return false;
        await signOut(this.#realm, this.#browsers[step.browser] as UserAgent);
        model.signedIn.delete(signIn);
        this.#signIns[step.browser] = undefined;
        return true;
      }
      case "set-app":
        if (model.apps[step.app] === step.state) return false;
        await setApp(this.#realm, step.app, step.state);
        model.apps[step.app] = step.state;
        return true;
      case "take-away":
      case "give-back": {
        const has = step.do === "give-back";
        if (model.related.has(step.person) === has) return false;
        has ? model.related.add(step.person) : model.related.delete(step.person);
        await this.#writeRelationships();
        return true;
      }
      case "wait": {
        const ends = model.authorizations.flatMap(({ end, ended }) => (end && !ended && end.to > Date.now() ? end.to : []));
        if (ends.length === 0) return false;
        await new Promise((resolve) => setTimeout(resolve, Math.max(...ends) - Date.now() + 10));
        return true;
      }
    }
  }

  /** Asks as the facade does about every token that was handed out. @throws when one is worth more, or surely less, than the model says */
  async check(): Promise<{ something: number; nothing: number }> {
    let something = 0;
    for (const { token, jwt } of this.#held) {
      const [effective, during] = await timed(() => this.#realm.effective(jwt));
      must(
        this.#model.isWorth(token, during),
        effective !== undefined,
        `introspection: ${JSON.stringify({ effective, token: shortly(token) })}`,
      );
      if (effective) {
        something += 1;
        expect(sorted(effective)).toMatchObject(this.#allowed(token.session));
      }
      if (!token.revoked) this.#model.lookAt(token.session);
    }
    return { something, nothing: this.#held.length - something };
  }

  #allowed({ authorization, scope }: Session) {
    const { person, mode, shared } = authorization;
    const patient = patientOf(this.#parent, person);
    return { id: this.#ids.get(authorization), patient, mode, scope: [...scope].sort(), shared: [...shared].sort() };
  }

  async #ask(
    { app, browser, person: wanted, scope }: Request,
    again: boolean,
    answer: Answer | undefined,
    late: boolean,
  ): Promise<boolean> {
    const model = this.#model;
    const agent = this.#browsers[browser] as UserAgent;
    const flow = this.#realm.flow(scope, { app: APPS[app] as typeof DIARY, ...(again ? { prompt: "consent" } : {}) }, agent);
    const person = model.related.size === 1 ? "self" : wanted;
    let shown = await this.#realm.signedIn(flow, this.#parent);
    if (model.apps[app] !== "keeps-rules") {
      must(
        "no",
        hasCode(shown) || isPage(shown, "member-authorization.ftl") || isPage(shown, "choose-person.ftl"),
        "an app that must not ask",
      );
      return true;
    }
    const requested = new Set(scope.split(" "));
    const remembered = again ? undefined : model.remembered(app, person, requested);
    const since = Date.now();
    if (isPage(shown, "choose-person.ftl")) {
      if (!model.related.has(person)) {
        expect(() => personValue(shown, person)).toThrow("is not among");
        return true;
      }
      shown = await flow.post(shown, { person: personValue(shown, person), decision: "continue" });
    }
    const span = { from: since - 1000, to: Date.now() };
    must(remembered ? model.counts(remembered, span) : "no", hasCode(shown), "answered without asking the member");
    let authorization = remembered;
    if (!hasCode(shown)) {
      const page = shown;
      const decision = answer ? "allow" : "deny";
      const [next, during] = await timed(() => flow.post(page, { ...answer, decision }));
      shown = next;
      authorization = answer && model.allow(app, person, requested, answer, during);
      must(authorization ? "yes" : "no", hasCode(shown), "a code after the member's answer");
    }
    if (!authorization) return true;
    let signIn = this.#signIns[browser];
    if (signIn === undefined) {
      this.#signInCount += 1;
      signIn = this.#signIns[browser] = this.#signInCount;
      model.signedIn.add(signIn);
    }
    const session = model.newSession(authorization, requested, signIn);
    const grant = { flow, code: shown, session, redeemed: false, refreshTokens: [] };
    this.#grants.push(grant);
    return late ? true : this.#redeem(grant);
  }

  async #redeem(grant: Grant | undefined): Promise<boolean> {
    if (!grant) return false;
    const { session, redeemed } = grant;
    const isHeard = this.#model.apps[session.authorization.app] !== "disabled";
    const [tokens, during] = await timed(() => grant.flow.redeem(grant.code));
    must(redeemed ? "no" : this.#model.isGood(session, during), tokens.status === 200, `code: ${JSON.stringify(tokens.body)}`);
    if (isHeard && redeemed) session.ended = true;
    this.#model.lookAt(session);
    grant.redeemed ||= isHeard;
    session.offline ||= tokens.status === 200 && session.asksOffline;
    this.#hold(grant, tokens);
    return true;
  }

  async #refresh(grant: Grant | undefined, at: number): Promise<boolean> {
    if (!grant) return false;
    const isUsed = at === 0;
    const good = (during: Span): Truth => this.#model.isGood(grant.session, during);
    const [tokens, during] = await timed(() => grant.flow.refresh(grant.refreshTokens.at(at)));
    must(isUsed ? "no" : good(during), tokens.status === 200, `refresh: ${JSON.stringify(tokens.body)}`);
    if (isUsed && good(during) === "yes") grant.session.ended = true;
    this.#model.lookAt(grant.session);
    this.#hold(grant, tokens);
    return true;
  }

  /** The session by its refresh token (RFC 7009 section 2.1), or the access token where there is none. */
  async #revoke(held: Held | undefined): Promise<boolean> {
    if (!held) return false;
    const { grant, token } = held;
    const refreshToken = grant.refreshTokens.at(-1);
    const { clientId: client_id, issuer } = grant.flow.request;
    const body = new URLSearchParams({ client_id, token: refreshToken ?? held.jwt });
    await fetch(`${issuer}/protocol/openid-connect/revoke`, { method: "POST", body });
    if (this.#model.apps[grant.session.authorization.app] === "disabled") return true;
    if (refreshToken) grant.session.ended = true;
    else token.revoked = true;
    return true;
  }

  #hold(grant: Grant, { status, body }: Tokens): void {
    if (status !== 200) return;
    const { session } = grant;
    const { person, once } = session.authorization;
    const id = claimsOf(body.access_token).member_authorization_id;
    const known = this.#ids.get(session.authorization);
    if (known === undefined) expect([...this.#ids.values()]).not.toContain(id);
    else expect(id).toBe(known);
    this.#ids.set(session.authorization, id);
    expect(body.patient).toBe(patientOf(this.#parent, person));
    expect(body.refresh_token === undefined).toBe(once);
    if (body.refresh_token) grant.refreshTokens.push(body.refresh_token);
    const token = { session, revoked: false };
    this.#held.push({ token, jwt: body.access_token as string, grant });
  }

  async #adminStops(app: number): Promise<void> {
    const id = await this.#realm.userId(this.#parent);
    const { clientId } = APPS[app] as typeof DIARY;
    await this.#realm.admin.users.revokeConsent({ id, clientId }).catch((error: { response?: Response }) => {
      // no consent is there when nothing of this app counts
      const counts = this.#model.authorizations.some((one) => one.app === app && !one.ended);
      if (error.response?.status !== 404 || counts) throw error;
    });
  }

  async #writeRelationships(): Promise<void> {
    const { tom, lisa } = this.#parent;
    const children: [Person, string][] = [
      ["tom", represents(tom, "Tom Member")],
      ["lisa", represents(lisa, "Lisa Member")],
    ];
    const id = await this.#realm.userId(this.#parent);
    const user = await this.#realm.admin.users.findOne({ id });
    const represented_patients = children.filter(([person]) => this.#model.related.has(person)).map(([, value]) => value);
    await this.#realm.admin.users.update({ id }, { ...user, attributes: { ...user?.attributes, represented_patients } });
  }
}

/** As an administrator does: switches the app off, lets it break a rule for apps, or mends it. */
export async function setApp(realm: TestRealm, app: number, state: Model["apps"][number]): Promise<void> {
  await realm.changeClient(APPS[app]?.clientId as string, { enabled: state !== "disabled", fullScopeAllowed: state === "breaks-rule" });
}

/** @throws when something is that must not be, or is not that must be */
function must(expected: Truth, found: boolean, what: string): void {
  if ((expected === "yes" && !found) || (expected === "no" && found)) throw new Error(`expected ${expected}, found ${found}: ${what}`);
}

async function timed<T>(action: () => Promise<T>): Promise<[T, Span]> {
  const from = Date.now();
  const result = await action();
  return [result, { from, to: Date.now() }];
}

const pick = <T>(from: readonly T[], which: number): T | undefined => from[which % from.length];
const isPage = (shown: Shown, page: string): shown is Shown & { kind: "page" } => shown.kind === "page" && shown.page === page;
const hasCode = (shown: Shown): boolean => shown.kind === "app" && shown.params.has("code");
const sorted = ({ scope, shared, ...others }: Record<string, unknown>) => ({
  ...others,
  scope: String(scope).split(" ").sort(),
  shared: [...(shared as string[])].sort(),
});
const shortly = ({ session: { authorization, ...session }, revoked }: Token) => ({ ...session, ...authorization, revoked });
