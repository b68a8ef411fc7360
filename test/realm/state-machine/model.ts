/** What an app's token may be worth after what members, representatives, apps and administrators did. Pure: knows no server and reads no clock. */
import { ALL_RESOURCE_TYPES, CATEGORIES, SHAREABLE_CATEGORIES } from "@member-exchange/sharing-policy";

export type Person = "self" | "tom" | "lisa";
export type AppState = "keeps-rules" | "breaks-rule" | "disabled";
/** Whether something holds during a span of time; `perhaps` only around the end of an authorization. */
export type Truth = "yes" | "perhaps" | "no";
/** Epoch milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Choice {
  readonly mode: "everything" | "all-but-sensitive" | "chosen";
  readonly category: readonly string[];
}
export interface Answer extends Choice {
  readonly scope: readonly string[];
  readonly duration: "once" | "P1Y" | "until-stopped" | "PT2S";
}

export interface Authorization {
  readonly app: number;
  readonly person: Person;
  readonly requested: ReadonlySet<string>;
  readonly granted: ReadonlySet<string>;
  readonly once: boolean;
  readonly isOpen: boolean;
  mode: string;
  shared: readonly string[];
  readonly end: Span | undefined;
  ended: boolean;
}

/** One code and all that comes of it. @property signIn the sign-in it came from, which it does not outlive unless it is offline */
export interface Session {
  readonly authorization: Authorization;
  readonly scope: ReadonlySet<string>;
  readonly signIn: number;
  readonly asksOffline: boolean;
  offline: boolean;
  ended: boolean;
}
export interface Token {
  readonly session: Session;
  revoked: boolean;
}

const NEEDS_END = CATEGORIES.filter(({ needsEnd }) => needsEnd).map(({ code }) => code);
/** Categories that are shared by this choice. */
export const sharedBy = ({ mode, category }: Choice): readonly string[] =>
  ({ everything: SHAREABLE_CATEGORIES, "all-but-sensitive": ["DEMO"], chosen: category })[mode];
const opened = (scopes: Iterable<string>): string[] =>
  [...scopes].flatMap((name) => (name === "patient/*.rs" ? ALL_RESOURCE_TYPES.map((type) => `patient/${type}.rs`) : name));

export class Model {
  readonly apps: AppState[] = ["keeps-rules", "keeps-rules"];
  readonly related = new Set<Person>(["self", "tom", "lisa"]);
  readonly signedIn = new Set<number>();
  readonly authorizations: Authorization[] = [];
  #signIns = 0;

  /** The member answers the page with yes; undefined when the page comes again instead. */
  allow(app: number, person: Person, requested: ReadonlySet<string>, answer: Answer, during: Span): Authorization | undefined {
    const asked = opened(requested).filter((name) => name.startsWith("patient/"));
    const granted = new Set(answer.mode === "chosen" ? asked.filter((name) => answer.scope.includes(name)) : asked);
    const isOpen = answer.duration === "until-stopped";
    if (granted.size === 0 || !this.needsNoEnd({ isOpen }, answer)) return undefined;
    this.lookAtAll(app);
    for (const earlier of this.authorizations) if (earlier.app === app && earlier.person === person) earlier.ended = true;
    const end = answer.duration === "PT2S" ? { from: during.from + 2000, to: during.to + 2000 } : undefined;
    const once = answer.duration === "once";
    const authorization = { app, person, requested, granted, once, isOpen, mode: answer.mode, shared: sharedBy(answer), end, ended: false };
    this.authorizations.push(authorization);
    return authorization;
  }

  /** Whether the choice may stand without an end, or there is one. */
  needsNoEnd({ isOpen }: Pick<Authorization, "isOpen">, choice: Choice): boolean {
    return !isOpen || !sharedBy(choice).some((code) => NEEDS_END.includes(code));
  }

  /** What was answered before and answers this request too: every scope of it was asked about, and some of it was allowed. */
  remembered(app: number, person: Person, requested: ReadonlySet<string>): Authorization | undefined {
    const found = this.authorizations.find((one) => one.app === app && one.person === person && !one.ended && !one.once);
    const covers = found && [...requested].every((name) => found.requested.has(name));
    return covers && opened(requested).some((name) => found.granted.has(name)) ? found : undefined;
  }

  newSession(authorization: Authorization, requested: ReadonlySet<string>, signIn: number): Session {
    const scope = new Set(opened(requested).filter((name) => authorization.granted.has(name)));
    const asksOffline = requested.has("offline_access") && !authorization.once;
    return { authorization, scope, signIn, asksOffline, offline: false, ended: false };
  }

  /** A consent that is gone takes all authorizations of the app along. */
  stopAll(app: number): void {
    for (const authorization of this.authorizations) if (authorization.app === app) authorization.ended = true;
  }

  /** One is stopped for good, in whatever state it was; when it stood, the app's others are looked at. */
  stop(authorization: Authorization, { from }: Span): void {
    const { app, person, end, ended } = authorization;
    if (!ended && this.related.has(person) && !(end && from >= end.to)) this.#endGone(app);
    authorization.ended = true;
  }

  /** Every sign-in to the app, answer and stop looks at all that this member allowed it. */
  lookAtAll(app: number): void {
    if (this.apps[app] !== "disabled") this.#endGone(app);
  }

  #endGone(app: number): void {
    for (const one of this.authorizations) if (one.app === app && !this.related.has(one.person)) one.ended = true;
  }

  isAlive(session: Session): boolean {
    return !session.ended && (session.offline || this.signedIn.has(session.signIn));
  }

  counts(authorization: Authorization, { from, to }: Span): Truth {
    const { app, person, end, ended } = authorization;
    if (ended || this.apps[app] !== "keeps-rules" || !this.related.has(person) || (end && from >= end.to)) return "no";
    return end && to >= end.from ? "perhaps" : "yes";
  }

  isGood(session: Session, during: Span): Truth {
    return this.isAlive(session) ? this.counts(session.authorization, during) : "no";
  }

  isWorth(token: Token, during: Span): Truth {
    return token.revoked ? "no" : this.isGood(token.session, during);
  }

  /** @returns the number of the new sign-in */
  signIn(): number {
    this.#signIns += 1;
    this.signedIn.add(this.#signIns);
    return this.#signIns;
  }

  /** Whether the token endpoint and introspection deal with the app's tokens at all. */
  isHeard({ authorization }: Session): boolean {
    return this.apps[authorization.app] !== "disabled";
  }

  /** Somebody looks at the authorization: a relationship that is gone at that moment does not come back for it. */
  lookAt(session: Session): void {
    const { authorization } = session;
    if (this.isHeard(session) && this.isAlive(session) && !this.related.has(authorization.person)) authorization.ended = true;
  }
}
