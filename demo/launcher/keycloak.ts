/** Keycloak: a distribution with our providers built in, and a server of it on the loopback address with an H2 file. */
import { copyFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { type BuildPlace, toolEnvironment, unpackKeycloak } from "./build.ts";
import { startChild } from "./children.ts";
import { untilReady } from "./ready.ts";
import { unlessDone } from "./stamp.ts";
import { runTool } from "./tools.ts";

export type DatabaseKind = "dev-file" | "postgres";

/** Build-time options; with them baked in, `start --optimized` is ready in about seven seconds. */
const buildOptions = (database: DatabaseKind) => [`--db=${database}`, "--features-disabled=impersonation"];
/** A request may name a hundred scopes, and a refresh token holds them; Keycloak drops what is longer than its limit (4,000 characters) without a word. */
const LONGEST = ["scope", "refresh_token"].map((name) => `--spi-login-protocol--openid-connect--req-params-max-size--${name}=20000`);
export const QUICKLY_COMPILED = ["-XX:TieredStopAtLevel=1"];
const READY_WITHIN_SECONDS = 180;

export interface KeycloakBuild extends BuildPlace {
  readonly version: string;
  /** Provider jars. */
  readonly jars: readonly string[];
  /** `dev-file` unless said otherwise; each kind has a home of its own. */
  readonly database?: DatabaseKind;
}

/** Unpacks the distribution, puts the jars into `providers/` and builds it when they changed; resolves to its home. */
export async function prepareKeycloak({ version, jars, database = "dev-file", ...place }: KeycloakBuild): Promise<string> {
  const home = await unpackKeycloak(place, version, database === "dev-file" ? "" : `-${database}`);
  const words = [version, ...buildOptions(database)];
  const stamp = join(home, "data", "providers-built");
  const outputs = jars.map((jar) => join(home, "providers", basename(jar)));
  await unlessDone({ stamp, inputs: jars, words, outputs }, async () => {
    rmSync(stamp, { force: true });
    for (const [index, jar] of jars.entries()) copyFileSync(jar, outputs[index] as string);
    await runTool("Building Keycloak with the providers", {
      command: join(home, "bin/kc.sh"),
      flags: ["build", ...buildOptions(database)],
      cwd: home,
      env: toolEnvironment(place),
      log: join(place.dataDir, "logs/keycloak-build.log"),
    });
  });
  return home;
}

export interface KeycloakStart extends BuildPlace {
  /** From `prepareKeycloak`. */
  readonly home: string;
  readonly port: number;
  readonly admin: { readonly username: string; readonly password: string };
  /** Heap options of the JVM. */
  readonly heap: string;
  /** Further options of the server. */
  readonly flags?: readonly string[];
  /** Options of the JVM; without them it compiles quickly rather than well, as a server wants it that is started often. */
  readonly jvm?: readonly string[];
  /** A node of a cluster has a name, its own database and cache flags, and an address that is not its own. */
  readonly node?: {
    readonly name: string;
    readonly flags: readonly string[];
    readonly env: NodeJS.ProcessEnv;
    readonly hostname: string;
  };
}

export interface Keycloak {
  readonly url: string;
  readonly admin: KeycloakStart["admin"];
  stop(): Promise<void>;
  kill(): Promise<void>;
}

/** Starts a server whose log lies in `dataDir`, and its database too unless it is a node; it has no management interface. */
export async function startKeycloak({
  home,
  port,
  admin,
  heap,
  node,
  flags = [],
  jvm = QUICKLY_COMPILED,
  ...place
}: KeycloakStart): Promise<Keycloak> {
  const url = `http://localhost:${port}`;
  const database = join(place.dataDir, "keycloak-database", "keycloak");
  const alone = ["--cache=local", `--db-url=jdbc:h2:file:${database};NON_KEYWORDS=VALUE`];
  const child = startChild({
    command: join(home, "bin/kc.sh"),
    flags: [
      "start",
      "--optimized",
      "--http-enabled=true",
      "--http-host=127.0.0.1",
      `--http-port=${port}`,
      `--hostname=${node?.hostname ?? url}`,
      ...(node?.flags ?? alone),
      ...LONGEST,
      ...flags,
    ],
    cwd: home,
    env: {
      ...toolEnvironment(place),
      KC_BOOTSTRAP_ADMIN_USERNAME: admin.username,
      KC_BOOTSTRAP_ADMIN_PASSWORD: admin.password,
      JAVA_OPTS_KC_HEAP: heap,
      JAVA_OPTS_APPEND: jvm.join(" "),
      ...node?.env,
    },
    log: join(place.dataDir, `logs/${node?.name ?? "keycloak"}.log`),
  });
  await untilReady(node ? `Keycloak ${node.name}` : "Keycloak", child, `${url}/realms/master`, READY_WITHIN_SECONDS);
  return { url, admin, stop: () => child.stop(), kill: () => child.kill() };
}
