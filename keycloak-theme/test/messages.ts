/** The server's messages in the plan's words, as the build reads them: literals in the source of `i18n.ts`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const source = readFileSync(join(__dirname, "../src/login/i18n.ts"), "utf8");

export function messagesOf(language: string): Map<string, string> {
  const block = source.split(new RegExp(`\\n    ${language}: \\{\\n`))[1]?.split("\n    },")[0] ?? "";
  return new Map([...block.matchAll(/^ {6}"?([\w.-]+)"?:\s+"(.*)",$/gm)].map(([, key = "", text = ""]) => [key, text]));
}
