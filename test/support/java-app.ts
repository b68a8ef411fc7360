/** Builds and runs the app of test/java-client: its libraries by Maven, its one source file by the JDK's launcher. */
import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOM = fileURLToPath(new URL("../java-client/", import.meta.url));

/** @throws when Maven cannot get the libraries */
export function getLibraries(): void {
  const flags = ["--quiet", "--batch-mode", "--no-transfer-progress", "-f", `${ROOM}pom.xml`, "package"];
  const maven = spawnSync("mvn", flags, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  if (maven.status !== 0) throw new Error(`Maven did not get the Java client's libraries: ${maven.stdout}${maven.stderr}`);
}

/**
 * Runs it to its end; resolves to what it printed, as names and values.
 * @param visit is given where the member has to go, and resolves to where the member came back
 */
export async function runJavaApp(
  words: readonly string[],
  key: object,
  visit: (address: string) => Promise<string>,
): Promise<Record<string, string>> {
  const java = process.env.JAVA_HOME ? `${process.env.JAVA_HOME}/bin/java` : "java";
  const child = spawn(java, ["-cp", `${ROOM}target/lib/*`, `${ROOM}src/App.java`, ...words], {
    env: { ...process.env, APP_KEY: JSON.stringify(key) },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let [printed, complaints, visited] = ["", "", false];
  child.stderr.on("data", (chunk: Buffer) => {
    complaints += chunk;
  });
  child.stdout.on("data", (chunk: Buffer) => {
    printed += chunk;
    const end = printed.indexOf("\n");
    if (visited || end < 0) return;
    visited = true;
    visit(printed.slice(0, end)).then(
      (cameBack) => child.stdin.end(`${cameBack}\n`),
      (error: Error) => {
        complaints += error.message;
        child.stdin.end();
      },
    );
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`the Java client ended with ${code}: ${complaints}`);
  const [, ...lines] = printed.trim().split("\n");
  return Object.fromEntries(lines.map((line) => line.split(" ", 2) as [string, string]));
}
