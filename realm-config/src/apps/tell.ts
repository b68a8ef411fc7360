/** Apps and the ledger in words for an administrator. */
import { type AppView, type Decision, DISABLED } from "./apps-resource.ts";
import { csv, table } from "./table.ts";

export function appsTable(apps: readonly AppView[]): string {
  if (apps.length === 0) return "No app is registered.";
  const rows = apps.map((app) => [app.clientId, app.name ?? "", app.ownerType, ownerOf(app), stateOf(app)]);
  return table([["CLIENT ID", "NAME", "OWNER TYPE", "OWNER", "STATE"], ...rows]);
}

/** State, and each broken rule on a line of its own. */
export function appState(app: AppView): string {
  const head = table([
    ["name", app.name ?? ""],
    ["owner", `${ownerOf(app)}, ${app.ownerType}`],
    ["state", stateOf(app)],
    ...(app.note === null ? [] : [["note", app.note]]),
  ]);
  return [head, ...app.broken.map(({ rule, sentence }) => `breaks ${rule}: ${sentence}`)].join("\n");
}

export function ledgerTable(rows: readonly Decision[]): string {
  if (rows.length === 0) return "Nothing was decided yet.";
  return table([
    ["AT", "APP", "DECISION", "REASON", "ADMIN", "NOTE"],
    ...rows.map((row) => [at(row), row.clientId, row.decision, row.reason ?? "", row.adminName, row.note ?? ""]),
  ]);
}

const COLUMNS = [
  "id",
  "at",
  "clientId",
  "clientUuid",
  "appName",
  "ownerName",
  "decision",
  "reason",
  "note",
  "adminId",
  "adminName",
] as const;

export const ledgerCsv = (rows: readonly Decision[]): string =>
  csv([COLUMNS, ...rows.map((row) => COLUMNS.map((column) => (column === "at" ? at(row) : String(row[column] ?? ""))))]);

const at = (row: Decision): string => new Date(row.at).toISOString();

const ownerOf = (app: AppView): string => `${app.ownerName ?? ""}${app.verified ? "" : " (not verified)"}`;

function stateOf({ state, reason, since, broken }: AppView): string {
  if (state === "suspended") return `suspended since ${new Date(since ?? 0).toISOString()}: ${reason}`;
  if (state === "disabled") return DISABLED;
  return state === "breaks-rules" ? `no data, breaks ${broken.map(({ rule }) => rule).join(", ")}` : "active";
}
