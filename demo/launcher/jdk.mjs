/* Which JDK runs everything: the one that Maven itself uses, so that there is one answer. Uses nothing but Node. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";

/** `{home}` of a JDK ≥ 17 that a Maven ≥ 3.8 uses, or `{refusal}`: one sentence that says what to install. */
export function findJdk() {
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, "bin/java") : "java";
  const version = said(java, ["-version"]);
  if (version === undefined) {
    return process.env.JAVA_HOME
      ? { refusal: "JAVA_HOME names no JDK: set it to the folder of a JDK 17 or newer, then start again." }
      : { refusal: "No Java was found: install a JDK 17 or newer (for example Eclipse Temurin), then start again." };
  }
  const javaMajor = Number(/version "(?:1\.)?(\d+)/.exec(version)?.[1]);
  if (!(javaMajor >= 17)) return { refusal: tooOldJava(/version "([^"]+)"/.exec(version)?.[1]) };

  const maven = said("mvn", ["-v"]);
  if (maven === undefined) return { refusal: "No Maven was found: install Maven 3.8 or newer, then start again." };
  const plain = stripVTControlCharacters(maven);
  const [, mavenVersion, major, minor] = /Apache Maven ((\d+)\.(\d+)\S*)/.exec(plain) ?? [];
  if (!(Number(major) > 3 || (Number(major) === 3 && Number(minor) >= 8))) {
    return { refusal: `Maven ${mavenVersion ?? "of unknown version"} is too old: install Maven 3.8 or newer, then start again.` };
  }
  const [, mavenJava, home] = /Java version: ([^,\s]+).*?runtime: ([^\r\n]+)/s.exec(plain) ?? [];
  if (!(Number(/^(?:1\.)?(\d+)/.exec(mavenJava ?? "")?.[1]) >= 17)) return { refusal: tooOldJava(mavenJava, " that Maven uses") };
  if (!existsSync(join(home, "bin/javac")) && !existsSync(join(home, "bin/javac.exe"))) {
    return {
      refusal: "The Java that Maven uses has no compiler: install a full JDK 17 or newer (not only a runtime), then start again.",
    };
  }
  return { home };
}

function tooOldJava(version, which = "") {
  return `Java ${version ?? "of unknown version"}${which} is too old: install a JDK 17 or newer and point JAVA_HOME to it, then start again.`;
}

/** Everything that the command printed, or undefined when it is not there or fails. */
function said(command, flags) {
  const run = spawnSync(command, flags, { encoding: "utf8", shell: process.platform === "win32" });
  return run.status === 0 ? `${run.stdout}\n${run.stderr}` : undefined;
}
