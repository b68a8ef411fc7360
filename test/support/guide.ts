/** docs/app-developer-guide.md done by the letter: its commands in one bash, its program with Node. */
import { spawn } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const GUIDE = readFileSync(new URL("../../docs/app-developer-guide.md", import.meta.url), "utf8");

type Visit = (address: string) => Promise<string>;

const blocks = (language: string): string[] =>
  [...GUIDE.matchAll(/```(\w+)\n([\s\S]*?)```/g)].flatMap(([, name, text = ""]) => (name === language ? [text] : []));

/** Runs the commands against this base; resolves to what they print after the member's answer. */
export async function followGuide(fhirBaseUrl: string, visit: Visit): Promise<string[]> {
  const commands = blocks("sh")
    .join("")
    .replace(/^BASE=.*$/m, `BASE=${fhirBaseUrl}`);
  const [before = "", after = ""] = commands.split(/^CODE=.*$/m);
  return conversation("bash", ["-eu"], before, async (address) => {
    const code = new URL(await visit(address)).searchParams.get("code");
    return `CODE='${code}'\n${after.replaceAll(/^(curl [^|]*"\$BASE\/Patient[^|\n]*)$/gm, "$1; echo")}`;
  });
}

/** Runs the program with openid-client; resolves to its last line. */
export async function runGuidesProgram(words: readonly string[], visit: Visit): Promise<string> {
  const program = blocks("js").find((text) => text.includes('from "openid-client"')) ?? "";
  // where its packages are found
  const file = fileURLToPath(new URL(`./guide-${process.pid}.mjs`, import.meta.url));
  writeFileSync(file, program);
  try {
    const lines = await conversation(process.execPath, [file, ...words], "", async (address) => `${await visit(address)}\n`);
    return lines.at(-1) ?? "";
  } finally {
    rmSync(file);
  }
}

/** Gives a program its first input, answers the first address that it prints, and resolves to the lines after that. */
async function conversation(command: string, flags: readonly string[], first: string, reply: Visit): Promise<string[]> {
  const child = spawn(command, flags, { stdio: ["pipe", "pipe", "pipe"] });
  let [printed, complaints, answered] = ["", "", false];
  child.stderr.on("data", (chunk: Buffer) => {
    complaints += chunk;
  });
  child.stdout.on("data", (chunk: Buffer) => {
    printed += chunk;
    const address = /^(https?:\S+)\n/m.exec(printed)?.[1];
    if (answered || address === undefined) return;
    answered = true;
    reply(address).then(
      (text) => child.stdin.end(text),
      (error: Error) => {
        complaints += error.message;
        child.stdin.end();
      },
    );
  });
  child.stdin.write(first);
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${complaints}`);
  return printed
    .split("\n")
    .slice(1)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
