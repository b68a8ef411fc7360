/** What the ring `nodes` runs against: one PostgreSQL and Keycloak nodes on it, which the tests start, stop and kill by name. */
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Keycloak, keptSecrets, keycloakHome, QUICKLY_COMPILED, readSettings, startKeycloak, step } from "@member-exchange/demo";
import { startControl } from "./control.ts";
import { freePorts, freeRow } from "./free-ports.ts";
import { findPostgres, type Postgres, startPostgres } from "./postgres.ts";
import { QUICK_PASSWORDS } from "./quick-passwords.ts";

const DATABASE = "keycloak";
/** Where the tests of upgrade and downgrade put the tables of an earlier version before they start `upgraded`. */
const UPGRADED_DATABASE = "upgraded";
const FAILURE_DETECTION_OFFSET = 2;

interface Node {
  readonly name: string;
  readonly port: number;
  /** Port of the cluster's own traffic; with no other member it is a cluster of one. */
  readonly clusterPort: number | undefined;
  readonly database: string;
  /** The address that the issuer is built from, whichever node is asked. */
  readonly hostname: string;
}

/** Environment for the ring; both nodes and the database run, `upgraded` does not. */
export async function startNodes(jdk: string, dataDir: string): Promise<Record<string, string>> {
  const bin = findPostgres(process.env);
  const settings = readSettings({ ...process.env, DATA_DIR: dataDir });
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const place = { dataDir, jdk };
  const [databasePort = 0, first = 0, second = 0, third = 0] = await freePorts(4);
  const row = await freeRow(2 * FAILURE_DETECTION_OFFSET);
  const { keycloakAdmin: admin } = await keptSecrets(dataDir);
  const [postgres, home] = await Promise.all([
    step("PostgreSQL started", () => startPostgres(bin, databasePort, join(dataDir, "logs/postgres.log"))),
    keycloakHome(settings, place, "postgres"),
  ]);
  for (const database of [DATABASE, UPGRADED_DATABASE]) createDatabase(postgres, database);

  const front = `http://localhost:${first}`;
  const nodes: readonly Node[] = [
    { name: "node-1", port: first, clusterPort: row, database: DATABASE, hostname: front },
    { name: "node-2", port: second, clusterPort: row + 1, database: DATABASE, hostname: front },
    { name: "upgraded", port: third, clusterPort: undefined, database: UPGRADED_DATABASE, hostname: `http://localhost:${third}` },
  ];
  const startNode = (node: Node) =>
    startKeycloak({
      ...place,
      home: homeOf(dataDir, node),
      port: node.port,
      admin,
      heap: settings.keycloakHeap,
      flags: QUICK_PASSWORDS,
      jvm: [...QUICKLY_COMPILED, `-Djgroups.fd.port-offset=${FAILURE_DETECTION_OFFSET}`],
      node: asNode(node, postgres),
    });
  for (const node of nodes) copyHome(home, homeOf(dataDir, node));

  const running = new Map<string, Keycloak>();
  const ended = async ({ name }: Node, how: "stop" | "kill") => {
    await running.get(name)?.[how]();
    running.delete(name);
  };
  const servers = {
    database: { start: () => postgres.start(), stop: () => postgres.stop() },
    ...Object.fromEntries(
      nodes.map((node) => [
        node.name,
        {
          start: async () => void (running.has(node.name) || running.set(node.name, await startNode(node))),
          stop: () => ended(node, "stop"),
          kill: () => ended(node, "kill"),
        },
      ]),
    ),
  };
  for (const { name } of nodes.slice(0, 2)) await step(`Keycloak ${name} started`, () => servers[name as "database"].start());
  return {
    TEST_CONTROL_URL: await startControl(servers),
    TEST_NODE_URLS: nodes.map(({ port }) => `http://localhost:${port}`).join(" "),
    TEST_LOGS: join(dataDir, "logs"),
    TEST_PSQL: postgres.psql,
    PGHOST: "127.0.0.1",
    PGPORT: String(postgres.port),
    PGUSER: postgres.username,
    PGPASSWORD: postgres.password,
    TEST_KEYCLOAK_URL: front,
    TEST_KEYCLOAK_USERNAME: admin.username,
    TEST_KEYCLOAK_PASSWORD: admin.password,
  };
}

function asNode({ name, hostname, database, clusterPort }: Node, postgres: Postgres) {
  const cluster = ["--cache=ispn", "--cache-embedded-network-bind-address=127.0.0.1", `--cache-embedded-network-bind-port=${clusterPort}`];
  return {
    name,
    hostname,
    flags: [
      ...(clusterPort === undefined ? ["--cache=local"] : cluster),
      `--db-url=jdbc:postgresql://127.0.0.1:${postgres.port}/${database}`,
      `--db-username=${postgres.username}`,
    ],
    env: { KC_DB_PASSWORD: postgres.password },
  };
}

/** A node has a data folder of its own, which Keycloak keeps below its home. `cp` keeps the times by which Keycloak knows its jars. */
function copyHome(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  execFileSync("cp", ["-pR", from, to]);
}

function homeOf(dataDir: string, { name }: Node): string {
  return join(dataDir, `keycloak-${name}`);
}

function createDatabase({ psql, port, username, password }: Postgres, database: string): void {
  const flags = ["-h", "127.0.0.1", "-p", String(port), "-U", username, "-d", "postgres", "-qc", `create database ${database}`];
  execFileSync(psql, flags, { env: { ...process.env, PGPASSWORD: password } });
}
