/** Environment: a service is given only names that its program reads, and ours are those of docs/contracts.md. */
import { inEachService } from "./compose-file.ts";
import type { Rule, Stack } from "./stack.ts";
import { ENV_EXAMPLE, listedVariables } from "./variables.ts";

interface Reader {
  /** Files of this repository that read the environment. */
  readonly files: readonly string[];
  /** Names that a program of others reads. */
  readonly others?: readonly string[];
}

const READERS: Readonly<Record<string, Reader>> = {
  postgres: { files: ["demo/images/postgres/databases.sh"], others: ["POSTGRES_PASSWORD"] },
  keycloak: {
    files: [],
    others: [
      ...["KC_HOSTNAME", "KC_HOSTNAME_BACKCHANNEL_DYNAMIC", "KC_HTTP_ENABLED", "KC_DB_URL", "KC_DB_USERNAME", "KC_DB_PASSWORD"],
      ...["KC_DB_POOL_MAX_SIZE", "KC_BOOTSTRAP_ADMIN_USERNAME", "KC_BOOTSTRAP_ADMIN_PASSWORD"],
    ],
  },
  "realm-config": { files: ["realm-config/src/config.ts", "demo/images/node/demo-files.ts"] },
  "fhir-store": { files: ["demo/images/fhir-store/application.yaml"], others: ["JAVA_TOOL_OPTIONS"] },
  members: { files: ["demo/images/node/load-members.ts"] },
  facade: { files: ["fhir-facade/src/config.ts"] },
  "sample-app": { files: ["demo/images/node/sample-app.ts"] },
};

/** Of this stack alone, beside the names of the embedded run. */
const STACK_ONLY = ["POSTGRES_PASSWORD", "KEYCLOAK_DB_PASSWORD", "FHIR_STORE_DB_PASSWORD", "APPS_FILE", "MEMBERS_FILE"];

export const setsNamesThatAreRead: Rule = (stack) =>
  inEachService(stack, ({ environment = {} }, service) => {
    const { files, others = [] } = READERS[service] ?? { files: [] };
    return Object.keys(environment)
      .filter((name) => !others.includes(name) && !files.some((file) => reads(stack.read(file), name)))
      .map((name) => `nothing reads ${name}`);
  });

export const usesNamesOfTheContract: Rule = (stack) => {
  const known = [...contractNames(stack), ...STACK_ONLY];
  const others = Object.values(READERS).flatMap((reader) => reader.others ?? []);
  const unknown = (names: Iterable<string>) => [...names].filter((name) => !known.includes(name) && !others.includes(name));
  return [
    ...inEachService(stack, ({ environment = {} }) =>
      unknown(Object.keys(environment)).map((name) => `${name} is not in section 8 of docs/contracts.md`),
    ),
    ...unknown(listedVariables(stack).keys()).map((name) => `${ENV_EXAMPLE}: ${name} is not in section 8 of docs/contracts.md`),
  ];
};

/** A name in quotes, of `env.NAME` or `environment.NAME`, of `${NAME}` or after psql's `\getenv`. */
function reads(source: string, name: string): boolean {
  return new RegExp(`"${name}"|\\benv(?:ironment)?\\.${name}\\b|\\$\\{${name}\\}|\\\\getenv \\w+ ${name}\\b`).test(source);
}

function contractNames(stack: Stack): string[] {
  const section =
    stack
      .read("docs/contracts.md")
      .split(/^## /m)
      .find((text) => text.startsWith("8. ")) ?? "";
  const firstCells = [...section.matchAll(/^\|([^|]+)\|/gm)].map(([, cell]) => cell as string);
  return firstCells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name as string));
}
