/** One run against one realm: a signed-in admin client, whether it writes, what it found and what differs. */
import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type { ApplyReport, Difference, RealmSettings } from "../settings.ts";
import { differences } from "./differences.ts";
import { type Found, readRealm } from "./read-realm.ts";
import { RealmConfigError, sentenceOf } from "./refusals.ts";
import { adminClient } from "./sign-in.ts";

/** `apply` writes; `plan` only reads and says what `apply` would do. */
export type Mode = "apply" | "plan";

export interface Session {
  readonly keycloak: KeycloakAdminClient;
  readonly realm: string;
  readonly mode: Mode;
  readonly created: string[];
  readonly changed: string[];
  unchanged: number;
  readonly differences: Difference[];
  /** What this run leaves as it is and somebody should look at. */
  readonly findings: string[];
  /** The realm was made by this run: what is found in it counts as created. */
  isNew: boolean;
  /** What the realm holds; see `found`. */
  reading?: Promise<Found> | undefined;
  /** Forgets the access token, because the account may do more since it was issued. */
  signInAgain(): void;
}

/** @throws RealmConfigError when the server cannot be reached or refuses the account. */
export async function openSession(
  settings: Pick<RealmSettings, "keycloakUrl" | "admin" | "realm">,
  mode: Mode = "apply",
): Promise<Session> {
  const { keycloak, signInAgain } = await adminClient(settings);
  const none = { created: [], changed: [], unchanged: 0, differences: [], findings: [] };
  return { keycloak, realm: settings.realm, mode, ...none, isNew: false, signInAgain };
}

/** What the realm held when it was first asked for; who writes a part keeps it true. */
export function found(session: Session): Promise<Found> {
  session.reading ??= readRealm(session.keycloak, session.realm);
  return session.reading;
}

export function report({ created, changed, unchanged, differences: all, findings }: Session, more: readonly string[]): ApplyReport {
  return { created, changed, unchanged, differences: all, findings: [...findings, ...more] };
}

/**
 * Creates what is missing, updates what differs, leaves alone what already says what is wanted; every write of a run goes through here or `change`.
 * @throws RealmConfigError naming the object that Keycloak did not take
 */
export async function ensure<Actual extends object>(
  session: Session,
  name: string,
  actual: Actual | undefined,
  wanted: object,
  write: { create: () => Promise<unknown>; update: (actual: Actual) => Promise<unknown> },
): Promise<void> {
  if (!actual) {
    await written(session, name, write.create);
    session.created.push(name);
    session.differences.push({ action: "create", object: name, fields: [] });
    return;
  }
  const fields = differences(actual, wanted);
  if (fields.length > 0) await change(session, name, fields, () => write.update(actual));
  else keep(session, name);
}

/** Writes one object of which these fields differ. */
export async function change(session: Session, name: string, fields: Difference["fields"], write: () => Promise<unknown>): Promise<void> {
  await written(session, name, write);
  if (session.isNew) return void session.created.push(name);
  session.changed.push(name);
  session.differences.push({ action: "change", object: name, fields });
}

/** Takes away one object of ours that is wanted no more. */
export const remove = (session: Session, name: string, write: () => Promise<unknown>): Promise<void> =>
  change(session, name, [{ field: "isThere", from: true, to: false }], write);

/** Counts one object that is as it should be. */
export function keep(session: Session, name: string): void {
  if (session.isNew) session.created.push(name);
  else session.unchanged += 1;
}

async function written(session: Session, name: string, write: () => Promise<unknown>): Promise<void> {
  if (session.mode === "plan") return;
  await write().catch((cause: unknown) => {
    throw cause instanceof RealmConfigError ? cause : new RealmConfigError(`${name} was not written: ${sentenceOf(cause)}`, { cause });
  });
}
