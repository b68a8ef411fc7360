/** The extension's own admin resource: apps with the rules that they break, the switch with its ledger (docs/contracts.md, section 9). */
import { RealmConfigError } from "../apply/refusals.ts";
import type { Session } from "../apply/session.ts";

export interface BrokenRule {
  /** Its name in docs/apps.md. */
  readonly rule: string;
  readonly sentence: string;
}

export interface AppView {
  /** Keycloak's internal id. */
  readonly id: string;
  readonly clientId: string;
  readonly name: string | null;
  readonly ownerType: string;
  readonly ownerName: string | null;
  readonly verified: boolean;
  /** `disabled`: switched off past the ledger, no reason recorded. */
  readonly state: "active" | "breaks-rules" | "suspended" | "disabled";
  readonly reason: string | null;
  readonly note: string | null;
  /** Epoch milliseconds of the suspension. */
  readonly since: number | null;
  readonly broken: readonly BrokenRule[];
}

/** One row of the ledger; `at` in epoch milliseconds. */
export interface Decision {
  readonly id: string;
  readonly at: number;
  readonly clientId: string;
  readonly clientUuid: string;
  readonly appName: string;
  readonly ownerName: string;
  readonly decision: "register" | "suspend" | "resume" | "remove" | "disabled-by-hand" | "enabled-by-hand";
  readonly reason: string | null;
  readonly note: string | null;
  readonly adminId: string;
  readonly adminName: string;
}

const PAGE = 1000;

export const listApps = (session: Session): Promise<readonly AppView[]> => request(session, "GET", "");

/** @throws RealmConfigError when there is no such app */
export async function findApp(session: Session, clientId: string): Promise<AppView> {
  const app = (await listApps(session)).find((one) => one.clientId === clientId);
  if (!app) throw new RealmConfigError(`There is no app ${clientId}: see npm run apps -- list.`);
  return app;
}

export const decide = (session: Session, app: AppView, verb: "suspend" | "resume" | "remove", body: object): Promise<Decision> =>
  request(session, "POST", `/${app.id}/${verb}`, body);

/** All rows, oldest first. */
export async function readLedger(session: Session, clientId?: string): Promise<readonly Decision[]> {
  const rows: Decision[] = [];
  const client = clientId ? `&client=${encodeURIComponent(clientId)}` : "";
  for (;;) {
    const page = await request<Decision[]>(session, "GET", `/ledger?first=${rows.length}&max=${PAGE}${client}`);
    rows.push(...page);
    if (page.length < PAGE) return rows;
  }
}

/** Apps that get no data because they break a rule or are off with no reason recorded; for `npm run realm -- check`. */
export async function appsThatBreakRules(session: Session): Promise<{ readonly clientId: string; readonly rules: readonly string[] }[]> {
  return (await listApps(session))
    .map(({ clientId, broken, state }) => ({
      clientId,
      rules: [...broken.map(({ rule, sentence }) => `${rule}: ${sentence}`), ...(state === "disabled" ? [DISABLED] : [])],
    }))
    .filter(({ rules }) => rules.length > 0);
}

export const DISABLED = "disabled, no reason recorded: suspend it with a reason, or resume it";

async function request<Body>({ keycloak }: Session, method: string, path: string, body?: object): Promise<Body> {
  const answer = await fetch(`${keycloak.baseUrl}/admin/realms/${keycloak.realmName}/member-exchange-apps${path}`, {
    method,
    headers: { authorization: `Bearer ${await keycloak.getAccessToken()}`, ...(body ? { "content-type": "application/json" } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (answer.ok) return (await answer.json()) as Body;
  const { error, error_description: said } = (await answer.json().catch(() => ({}))) as { error?: string; error_description?: string };
  if (said) throw new RealmConfigError(said);
  if (answer.status === 403)
    throw new RealmConfigError("This admin may not do that: the role manage-clients (view-clients to read) is needed.");
  if (answer.status === 404)
    throw new RealmConfigError(`Keycloak has no realm ${keycloak.realmName}, or runs without our extension: run npm run realm -- apply.`);
  throw new RealmConfigError(`Keycloak answers ${answer.status} (${error ?? "no reason given"}): see its log.`);
}
