/** A PostgreSQL of the run's own: where its programs are, a new cluster on the loopback address, started and stopped at will. */
import { execFile, execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { type Child, lastLines, Refusal, runTool, startChild } from "@member-exchange/demo";

const PROGRAMS = ["initdb", "postgres", "pg_isready", "psql"];
const DEBIAN = "/usr/lib/postgresql";
const READY_WITHIN_MS = 30_000;
/** What a crash of the machine would need; the cluster lives as long as the run. */
const CARELESS = ["fsync=off", "full_page_writes=off", "synchronous_commit=off"];

export interface Postgres {
  readonly port: number;
  readonly username: string;
  readonly password: string;
  /** Path of `psql`. */
  readonly psql: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** The folder of PostgreSQL's programs. @throws Error with one sentence when none is found */
export function findPostgres(environment: NodeJS.ProcessEnv): string {
  const wanted = environment.POSTGRES_BIN;
  if (wanted && hasAll(wanted)) return wanted;
  if (wanted) throw new Error(`POSTGRES_BIN is ${wanted}, where ${PROGRAMS.join(", ")} are not: set it to the folder that holds them.`);
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [...versions.map((version) => join(DEBIAN, version, "bin")), ...(environment.PATH ?? "").split(delimiter)];
  const found = places.find(hasAll);
  if (found) return found;
  throw new Error(
    "No PostgreSQL for the nodes: install it (on Debian: apt-get install postgresql), or set POSTGRES_BIN to its bin folder.",
  );
}

/** `bin` from `findPostgres`. Makes a new cluster in a temporary folder, which goes with the run, and starts it on `port`. */
export async function startPostgres(bin: string, port: number, log: string): Promise<Postgres> {
  const user = ownUser();
  const folder = mkdtempSync(join(tmpdir(), "postgres-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const [username, password] = ["keycloak", randomBytes(18).toString("base64url")];
  const secret = join(folder, "password");
  const cluster = join(folder, "cluster");
  writeFileSync(secret, password, { mode: 0o600 });
  if (user) for (const path of [folder, secret]) chownSync(path, user.uid, user.gid);
  const env = { ...process.env, LC_ALL: "C" };
  const access = [`--username=${username}`, `--pwfile=${secret}`, "--auth=scram-sha-256"];
  await runTool("Making a PostgreSQL cluster", {
    command: join(bin, "initdb"),
    flags: ["--no-sync", "--encoding=UTF8", "--locale=C", ...access, `--pgdata=${cluster}`],
    cwd: folder,
    env,
    log,
    user,
  });

  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=300", ...CARELESS];
  let child: Child | undefined;
  const postgres = {
    port,
    username,
    password,
    psql: join(bin, "psql"),
    async start() {
      child ??= startChild({
        command: join(bin, "postgres"),
        flags: ["-D", cluster, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
        cwd: folder,
        env,
        log,
        user,
        // SIGTERM would wait for its clients to leave
        endSignal: "SIGINT",
      });
      await untilItAnswers(join(bin, "pg_isready"), port, child);
    },
    async stop() {
      await child?.stop();
      child = undefined;
    },
  };
  await postgres.start();
  return postgres;
}

async function untilItAnswers(isReady: string, port: number, child: Child): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  let ended = false;
  child.ended.then(() => {
    ended = true;
  });
  while (!ended && Date.now() < deadline) {
    const answer = await promisify(execFile)(isReady, ["-q", "-h", "127.0.0.1", "-p", String(port)]).catch(() => undefined);
    if (answer) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  await child.stop();
  throw new Refusal(`${lastLines(child.log)}\nPostgreSQL did not start: see ${child.log}.`);
}

function hasAll(folder: string): boolean {
  return PROGRAMS.every((program) => existsSync(join(folder, program)));
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made. */
function ownUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  try {
    const [uid, gid] = ["-u", "-g"].map((flag) => Number(execFileSync("id", [flag, "postgres"], { stdio: ["ignore", "pipe", "ignore"] })));
    return { uid: uid as number, gid: gid as number };
  } catch {
    throw new Error("PostgreSQL does not run as root and there is no user postgres: run the tests as another user, or make that user.");
  }
}
