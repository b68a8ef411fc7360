/** The words of `npm run apps`: each command with its options and its help, in one table. */
import type { ParseArgsConfig } from "node:util";
import { OWNER_TYPES, SUSPENSION_REASONS } from "@member-exchange/sharing-policy";

type Options = NonNullable<ParseArgsConfig["options"]>;

export interface Command {
  /** What stands behind the command's name. */
  readonly takes: string;
  readonly does: string;
  readonly options: Options;
  /** One line for each option, and what else there is to know. */
  readonly help: string;
}

const text = { type: "string" } as const;
const texts = { type: "string", multiple: true } as const;
const flag = { type: "boolean" } as const;
const JSON_HELP = "  --json                   as JSON";
const REASONS = `Reasons (docs/apps.md): ${Object.keys(SUSPENSION_REASONS).join(", ")}`;

export const APP_OPTIONS = {
  "client-id": text,
  name: text,
  "owner-type": text,
  "owner-name": text,
  verified: flag,
  website: text,
  "logo-uri": text,
  "policy-uri": text,
  "tos-uri": text,
  "redirect-uri": texts,
  scope: text,
  authentication: text,
  "jwks-file": text,
  "jwks-uri": text,
} as const satisfies Options;

export const COMMANDS: Readonly<Record<string, Command>> = {
  register: {
    takes: "[options]",
    does: "registers an app, or says what would change; safe to run again",
    options: { ...APP_OPTIONS, file: text, update: flag },
    help: `  --file app.json          one app as in APPS_FILE (type App in realm-config/src/settings.ts); options below win over it
  --client-id ID           1 to 64 letters, digits, dots, dashes, underscores
  --name TEXT              what members are shown
  --owner-type TYPE        ${Object.keys(OWNER_TYPES).join(", ")}
  --owner-name TEXT        who runs the app, as members are shown it
  --verified               the plan checked who that is
  --website URL, --logo-uri URL, --policy-uri URL, --tos-uri URL
  --redirect-uri URL       exact, https (http for localhost, 127.0.0.1, [::1]); may be given again
  --scope "SCOPE SCOPE"    SMART scopes that the app may be granted
  --authentication METHOD  none, client_secret_basic, private_key_jwt
  --jwks-file FILE, --jwks-uri URL    the app's public keys, for private_key_jwt
  --update                 writes what differs from an app that is there already`,
  },
  list: { takes: "[--json]", does: "lists apps with their state", options: { json: flag }, help: JSON_HELP },
  show: {
    takes: "CLIENT_ID [--json]",
    does: "shows one app, what its developer needs, and the rules that it breaks",
    options: { json: flag },
    help: JSON_HELP,
  },
  suspend: {
    takes: "CLIENT_ID --reason CODE --note TEXT",
    does: "stops an app's data within five seconds",
    options: { reason: text, note: text },
    help: `  --reason CODE            one of the published reasons
  --note TEXT              the evidence that the reason asks for; one line, for the ledger

${REASONS}
What members allowed stays and is without effect; resume brings it back.`,
  },
  resume: {
    takes: "CLIENT_ID --note TEXT",
    does: "ends a suspension; what members allowed counts again",
    options: { note: text },
    help: "  --note TEXT              what was mended, for the ledger",
  },
  remove: {
    takes: "CLIENT_ID --yes [--reason CODE] [--note TEXT]",
    does: "removes an app for good",
    options: { yes: flag, reason: text, note: text },
    help: `  --yes                    do it; without it nothing happens but this is said
  --reason CODE, --note TEXT    for the ledger

${REASONS}
What members allowed ends at once and for good, the app's tokens too. The ledger stays.`,
  },
  "rotate-key": {
    takes: "CLIENT_ID [--jwks-file FILE | --jwks-uri URL]",
    does: "a new secret, or other public keys",
    options: { "jwks-file": text, "jwks-uri": text },
    help: `  --jwks-file FILE, --jwks-uri URL    the new public keys, for private_key_jwt; a file may hold old and new ones for a while

Without options: a new secret, which is shown once.`,
  },
  ledger: {
    takes: "[CLIENT_ID] [--csv | --json]",
    does: "what was decided about apps, when, by whom and why",
    options: { csv: flag, json: flag },
    help: "  --csv                    as CSV (RFC 4180)\n  --json                   as JSON",
  },
};

export const ENVIRONMENT = `Environment: KEYCLOAK_URL, KEYCLOAK_ADMIN_USERNAME, KEYCLOAK_ADMIN_PASSWORD, REALM (health-plan), FHIR_BASE_URL
as for npm run realm. The admin needs the role manage-clients; list, show and ledger need view-clients.`;

export function usage(name?: string): string {
  const command = name === undefined ? undefined : COMMANDS[name];
  if (command) return `npm run apps -- ${name} ${command.takes}\n${command.does}\n\n${command.help}\n\n${ENVIRONMENT}`;
  const lines = Object.entries(COMMANDS).map(([word, { does }]) => `npm run apps -- ${word.padEnd(12)} ${does}`);
  return `${lines.join("\n")}\n\nnpm run apps -- COMMAND --help tells more.\n${ENVIRONMENT}`;
}
