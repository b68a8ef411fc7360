/** One command of `npm run apps`, from its words to what is printed. */
import { parseArgs } from "node:util";
import { RealmConfigError } from "../apply/refusals.ts";
import { openSession, type Session } from "../apply/session.ts";
import { decide, findApp, listApps, readLedger } from "./apps-resource.ts";
import { COMMANDS, usage } from "./commands.ts";
import { forDeveloper } from "./for-developer.ts";
import { type Given, readApp, readKeys } from "./read-app.ts";
import { findClient, register } from "./register.ts";
import { rotateKey } from "./rotate-key.ts";
import type { AppsSettings } from "./settings.ts";
import { appState, appsTable, ledgerCsv, ledgerTable } from "./tell.ts";

/** @returns what is printed. @throws RealmConfigError with what is wrong, one line each */
export async function runApps(words: readonly string[], settings: () => AppsSettings): Promise<string> {
  const [name = "", ...rest] = words;
  const command = COMMANDS[name];
  if (!command) throw new RealmConfigError(usage());
  const { given, clientId } = parsed(name, rest);
  if (given.help) return usage(name);
  const { fhirBaseUrl, ...server } = settings();
  return run(name, clientId, given, await openSession(server), fhirBaseUrl);
}

function parsed(name: string, words: readonly string[]): { given: Given; clientId: string | undefined } {
  const { options = {}, takes = "" } = COMMANDS[name] ?? {};
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { ...options, help: { type: "boolean" } },
      allowPositionals: true,
    });
    const most = takes.includes("CLIENT_ID") ? 1 : 0;
    const isMissing = takes.startsWith("CLIENT_ID") && positionals.length === 0 && !values.help;
    if (positionals.length <= most && !isMissing) return { given: values as Given, clientId: positionals[0] };
  } catch (cause) {
    throw new RealmConfigError(`${(cause as Error).message}\n\n${usage(name)}`, { cause });
  }
  throw new RealmConfigError(usage(name));
}

async function run(name: string, id: string | undefined, given: Given, session: Session, fhirBaseUrl: string): Promise<string> {
  const clientId = id ?? "";
  const said = (option: string): string | undefined => (given[option] === undefined ? undefined : String(given[option]));
  switch (name) {
    case "register":
      return (await register(session, readApp(given), fhirBaseUrl, given.update === true)).text;
    case "list": {
      const apps = await listApps(session);
      return given.json ? JSON.stringify(apps, null, 2) : appsTable(apps);
    }
    case "show": {
      const app = await findApp(session, clientId);
      if (given.json) return JSON.stringify(app, null, 2);
      return `${appState(app)}\n\n${await forDeveloper(session, (await findClient(session, clientId)) ?? {}, fhirBaseUrl)}`;
    }
    case "suspend": {
      if (!said("reason") || !said("note")) throw new RealmConfigError(`--reason and --note are needed.\n\n${usage(name)}`);
      const row = await decide(session, await findApp(session, clientId), "suspend", { reason: said("reason"), note: said("note") });
      return `${clientId}: suspended since ${new Date(row.at).toISOString()}, ${row.reason}. Within five seconds it gets no data.`;
    }
    case "resume": {
      if (!said("note")) throw new RealmConfigError(`--note is needed.\n\n${usage(name)}`);
      await decide(session, await findApp(session, clientId), "resume", { note: said("note") });
      return `${clientId}: active again; what members allowed counts again.`;
    }
    case "remove": {
      const app = await findApp(session, clientId);
      if (!given.yes)
        throw new RealmConfigError(`Nothing was done. ${clientId} (${app.name}) would be removed for good: ${ENDS} Say --yes to do it.`);
      await decide(session, app, "remove", { reason: said("reason"), note: said("note") });
      return `${clientId}: removed. ${ENDS}`;
    }
    case "rotate-key":
      return rotateKey(session, clientId, readKeys(given));
    default: {
      const rows = await readLedger(session, id);
      if (given.json) return JSON.stringify(rows, null, 2);
      return given.csv ? ledgerCsv(rows) : ledgerTable(rows);
    }
  }
}

const ENDS = "what members allowed it ends at once, and so do its tokens; registering it again revives nothing. The ledger stays.";
