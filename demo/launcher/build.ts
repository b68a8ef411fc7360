/** The artifacts that the servers need, each made by its room's own build and only when its inputs changed. */
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { CHECKOUT } from "./settings.ts";
import { unlessDone } from "./stamp.ts";
import { runTool } from "./tools.ts";

export interface BuildPlace {
  readonly dataDir: string;
  /** Home of the JDK. */
  readonly jdk: string;
}

export const EXTENSION_JAR = join(CHECKOUT, "keycloak-extension/target/keycloak-extension.jar");
export const THEME_JAR = join(CHECKOUT, "keycloak-theme/dist_keycloak/health-plan-theme.jar");
export const STORE_TARGET = join(CHECKOUT, "demo/fhir-store/target");

/** Each says whether it had to build. */
export function buildExtension(place: BuildPlace): Promise<boolean> {
  const room = join(CHECKOUT, "keycloak-extension");
  const inputs = [join(room, "pom.xml"), join(room, "src/main")];
  return unlessDone({ stamp: stamp(place, "extension"), inputs, outputs: [EXTENSION_JAR] }, () =>
    maven(place, "The build of keycloak-extension", "extension", ["-f", join(room, "pom.xml"), "-DskipTests", "package"]),
  );
}

export function buildTheme(place: BuildPlace): Promise<boolean> {
  const inputs = [join(CHECKOUT, "keycloak-theme"), join(CHECKOUT, "sharing-policy/src"), join(CHECKOUT, "package-lock.json")];
  return unlessDone({ stamp: stamp(place, "theme"), inputs, outputs: [THEME_JAR] }, () =>
    runTool("The build of keycloak-theme", {
      command: "npm",
      flags: ["run", "build", "-w", "keycloak-theme"],
      cwd: CHECKOUT,
      env: toolEnvironment(place),
      log: log(place, "theme"),
    }),
  );
}

export function buildStore(place: BuildPlace): Promise<boolean> {
  const room = join(CHECKOUT, "demo/fhir-store");
  const outputs = [join(STORE_TARGET, "fhir-store.jar"), join(STORE_TARGET, "lib")];
  return unlessDone({ stamp: stamp(place, "fhir-store"), inputs: [join(room, "pom.xml"), join(room, "src")], outputs }, () =>
    maven(place, "The build of the FHIR store", "fhir-store-build", ["-f", join(room, "pom.xml"), "package"]),
  );
}

/** Unpacks Keycloak's distribution beside the data; resolves to its home, which `suffix` tells from another of the same version. */
export async function unpackKeycloak(place: BuildPlace, version: string, suffix = ""): Promise<string> {
  const home = join(place.dataDir, `keycloak-${version}${suffix}`);
  if (existsSync(home)) return home;
  const unpacking = join(place.dataDir, "unpacking");
  rmSync(unpacking, { recursive: true, force: true });
  const pom = join(CHECKOUT, "demo/keycloak/pom.xml");
  const flags = ["-f", pom, `-Dkeycloak.version=${version}`, `-Dunpack.into=${unpacking}`, "package"];
  await maven(place, `Getting Keycloak ${version}`, "keycloak-unpack", flags);
  renameSync(join(unpacking, `keycloak-${version}`), home);
  rmSync(unpacking, { recursive: true, force: true });
  return home;
}

export function toolEnvironment(place: BuildPlace): NodeJS.ProcessEnv {
  return { ...process.env, JAVA_HOME: place.jdk };
}

function maven(place: BuildPlace, what: string, name: string, flags: readonly string[]): Promise<void> {
  const quiet = ["--quiet", "--batch-mode", "--no-transfer-progress"];
  return runTool(what, { command: "mvn", flags: [...quiet, ...flags], cwd: CHECKOUT, env: toolEnvironment(place), log: log(place, name) });
}

function log(place: BuildPlace, name: string): string {
  return join(place.dataDir, "logs", `${name}.log`);
}

function stamp(place: BuildPlace, name: string): string {
  return join(place.dataDir, "stamps", name);
}
