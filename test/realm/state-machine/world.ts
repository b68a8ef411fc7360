/** One member with two browsers and two apps: what the apps hold, and how it is compared with what the model says. */

import type { App } from "@member-exchange/realm-config";
import { type AuthorizationFlow, claimsOf, type Shown, type Tokens } from "../../support/authorization-flow.ts";
import { type Parent, patientOf } from "../../support/people.ts";
import { DIARY, type TestRealm } from "../../support/realm.ts";
import { UserAgent } from "../../support/user-agent.ts";
import { type Authorization, Model, type Session, type Span, type Token, type Truth } from "./model.ts";

export const APPS: readonly [App, App] = [DIARY, { ...DIARY, clientId: "second-diary", redirectUris: ["http://localhost:9/second"] }];

/** A code, and all that the app got for it. */
export interface Grant {
  readonly flow: AuthorizationFlow;
  readonly code: Shown;
  readonly session: Session;
  redeemed: boolean;
  readonly refreshTokens: string[];
}

export interface Held {
  readonly token: Token;
  readonly jwt: string;
  readonly grant: Grant;
}

export class World {
  readonly realm: TestRealm;
  readonly parent: Parent;
  readonly model = new Model();
  readonly browsers: readonly { readonly agent: UserAgent; signIn?: number | undefined }[] = [
    { agent: new UserAgent() },
    { agent: new UserAgent() },
  ];
  readonly grants: Grant[] = [];
  readonly held: Held[] = [];
  /** Ids that Keycloak gave to the model's authorizations, as far as a token told. */
  readonly ids = new Map<Authorization, string>();

  constructor(realm: TestRealm, parent: Parent) {
    this.realm = realm;
    this.parent = parent;
  }

  /** Takes what the token endpoint answered. @throws when it speaks of another authorization or person than the code did */
  hold(grant: Grant, { status, body }: Tokens): void {
    if (status !== 200) return;
    const { session } = grant;
    const { authorization } = session;
    const id = claimsOf(body.access_token).member_authorization_id as string;
    const known = this.ids.get(authorization);
    if (known === undefined) expect([...this.ids.values()]).not.toContain(id);
    else expect(id).toBe(known);
    this.ids.set(authorization, id);
    expect(body.patient).toBe(patientOf(this.parent, authorization.person));
    expect(body.refresh_token === undefined).toBe(authorization.once);
    if (body.refresh_token) grant.refreshTokens.push(body.refresh_token);
    this.held.push({ token: { session, revoked: false }, jwt: body.access_token as string, grant });
  }

  /** Asks about every token that was handed out, as the facade does. @throws when one is worth more, or surely less, than the model says */
  async check(): Promise<{ something: number; nothing: number }> {
    let something = 0;
    for (const { token, jwt } of this.held) {
      const [effective, during] = await timed(() => this.realm.effective(jwt));
      const shown = () => JSON.stringify({ effective, session: token.session, revoked: token.revoked });
      must(this.model.isWorth(token, during), effective !== undefined, `introspection ${shown()}`);
      if (effective) {
        something += 1;
        expect(sorted(effective)).toMatchObject(this.#allowed(token.session));
      }
      if (!token.revoked) this.model.lookAt(token.session);
    }
    return { something, nothing: this.held.length - something };
  }

  #allowed({ authorization, scope }: Session) {
    const { person, mode, shared } = authorization;
    const id = this.ids.get(authorization);
    return { id, patient: patientOf(this.parent, person), mode, scope: [...scope].sort(), shared: [...shared].sort() };
  }
}

const sorted = ({ scope, shared, ...others }: Record<string, unknown>) => ({
  ...others,
  scope: String(scope).split(" ").sort(),
  shared: [...(shared as string[])].sort(),
});

/** @throws when something is that must not be, or is not that must be */
export function must(expected: Truth, found: boolean, what: string): void {
  if ((expected === "yes" && !found) || (expected === "no" && found)) throw new Error(`expected ${expected}, found ${found}: ${what}`);
}

export async function timed<T>(action: () => Promise<T>): Promise<[T, Span]> {
  const from = Date.now();
  const result = await action();
  return [result, { from, to: Date.now() }];
}
