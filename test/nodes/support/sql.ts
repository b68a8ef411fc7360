/** The nodes' database as an administrator sees it, by `psql`: rows, locks, and whether what is stored is whole. */
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";

type Database = "keycloak" | "upgraded";

/** Rows of a query as texts; several statements may be given. */
export async function sql(query: string, database: Database = "keycloak"): Promise<string[][]> {
  const { stdout } = await promisify(execFile)(psql(), [...FLAGS, "-F", "\t", "-d", database, "-c", query]);
  return stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => line.split("\t"));
}

/** Runs a file of statements. */
export async function sqlFile(path: string, database: Database): Promise<void> {
  await promisify(execFile)(psql(), [...FLAGS, "-d", database, "-f", path]);
}

/** Holds a table in an open transaction: everybody may read and lock rows of it, nobody may write it, until what is returned is called. */
export async function holdTable(table: string): Promise<() => Promise<void>> {
  const child = spawn(psql(), [...FLAGS, "-d", "keycloak"], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.write(`begin; lock table ${table} in share row exclusive mode; select 'held';\n`);
  const [said] = await once(child.stdout, "data");
  if (!String(said).includes("held")) throw new Error(`${table} is not held: ${said}`);
  return async () => {
    child.stdin.end("rollback;\n");
    if (child.exitCode === null) await once(child, "exit");
  };
}

/** The tables of `among` that a transaction which waits for `table` has written already. @throws when none waits within ten seconds */
export async function writtenBeforeWaitingFor(table: string, among: readonly string[]): Promise<string[]> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const waits = await sql(
      `select l.pid from pg_locks l join pg_class c on c.oid = l.relation where not l.granted and c.relname = '${table}'`,
    );
    const pids = waits.map(([pid]) => pid).join(",");
    if (pids) {
      const written = await sql(
        `select distinct c.relname from pg_locks l join pg_class c on c.oid = l.relation
         where l.granted and l.mode = 'RowExclusiveLock' and l.pid in (${pids})`,
      );
      return written.flat().filter((name) => among.includes(name));
    }
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error(`nobody waits for ${table}`);
}

/** Waits until no transaction is open any more: what was cut off has been rolled back by then. */
export async function untilQuiet(): Promise<void> {
  const open = "select 1 from pg_stat_activity where datname = 'keycloak' and state <> 'idle' and pid <> pg_backend_pid()";
  const deadline = Date.now() + 10_000;
  while ((await sql(open)).length > 0 && Date.now() < deadline) await new Promise((done) => setTimeout(done, 20));
}

/** Newest revisions of the member's authorizations that are current, as `id`. */
export async function currentRows(userId: string): Promise<string[]> {
  return (await sql(`${NEWEST} and a.state = 'current' and a.user_id = '${userId}'`)).map(([id = ""]) => id);
}

/** What is wrong with what is stored for the member: holes in the revisions, current rows without their consent, two for one app and patient. */
export async function faults(userId: string): Promise<string[]> {
  const holes = await sql(
    `select id, 'has ' || count(*) || ' revisions up to ' || max(revision) from member_authorization where user_id = '${userId}'
     group by id having count(*) <> max(revision) or min(revision) <> 1`,
  );
  const baseless = await sql(
    `${NEWEST} and a.state = 'current' and a.user_id = '${userId}' and not exists (select 1 from user_consent c
     where c.user_id = a.user_id and c.client_id = a.client_id and c.created_date = a.consent_created)`,
  );
  const twins = await sql(
    `select client_id, patient_id from member_authorization where user_id = '${userId}' and id in (${NEWEST} and a.state = 'current')
     and revision = 1 group by client_id, patient_id having count(*) > 1`,
  );
  return [
    ...holes.map((row) => row.join(" ")),
    ...baseless.map(([id]) => `${id} is current without its consent`),
    ...twins.map(([client, patient]) => `${client} has two current authorizations for ${patient}`),
  ];
}

/** How many native consents the member has given. */
export async function consents(userId: string): Promise<number> {
  return (await sql(`select id from user_consent where user_id = '${userId}'`)).length;
}

const NEWEST = `select a.id from member_authorization a
  where a.revision = (select max(b.revision) from member_authorization b where b.id = a.id)`;
const FLAGS = ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"];

function psql(): string {
  const path = process.env.TEST_PSQL;
  if (!path) throw new Error("No database to test against: run `npm run test:nodes`, which starts one.");
  return path;
}
