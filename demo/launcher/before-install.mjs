/* What has to happen before TypeScript and packages are there: usage, tool versions, `npm ci`. Uses nothing but Node. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findJdk } from "./jdk.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Runs `module` (its `main(jdk)`), or prints one sentence that says what to do and sets the exit code to 1. */
export async function start(module, flags) {
  if (flags.includes("--help")) return console.log(usage());
  const jdk = findJdk();
  const refusal = jdk.refusal ?? install();
  if (refusal) {
    console.error(refusal);
    process.exitCode = 1;
    return;
  }
  const { register } = await import("tsx/esm/api");
  register();
  const { main } = await import(module);
  await main(jdk.home, flags);
}

function usage() {
  const settings = JSON.parse(readFileSync(join(root, "demo/settings.json"), "utf8"));
  const width = Math.max(...settings.map(({ name }) => name.length));
  const lines = settings.map((setting) => `  ${setting.name.padEnd(width)}  ${setting.what} (default: ${setting.default})`);
  return `npm start                        sets up and starts everything on this machine; Ctrl-C ends it
npm run demo:new-plan            a new plan asks the member and downloads the record (needs npm start in another terminal)
npm run demo:new-plan -- --print-url   prints the sign-in address and does not open a browser

Needs Node 20.19, a JDK 17 and Maven 3.8 or newer. Set by environment variables:

${lines.join("\n")}`;
}

/** Installs when npm's own record of node_modules is missing or older than package-lock.json; returns a refusal or undefined. */
function install() {
  const lock = join(root, "package-lock.json");
  const installed = join(root, "node_modules/.package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return undefined;

  const since = Date.now();
  console.log("Installing the npm packages (once) …");
  const npm = spawnSync("npm", ["ci", "--no-progress", "--loglevel=error"], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (npm.status === 0) {
    console.log(`✓ npm packages installed  ${((Date.now() - since) / 1000).toFixed(1)} s`);
    return undefined;
  }
  const said = `${npm.stdout ?? ""}${npm.stderr ?? ""}`.trim().split("\n").slice(-10).join("\n");
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(said)) {
    return "The npm packages could not be downloaded: check the network connection, then start again.";
  }
  return `${said}\nThe npm packages could not be installed: see the lines above, then start again.`;
}
