/** The `curl` commands of a page, as requests; of the shell and of curl no more than the page uses. */
import type { Asked } from "./facade.ts";
import { FHIR_BASE_URL } from "./issuer.ts";

export interface Example {
  /** The comment above the command: status, and issue code of an error. */
  readonly expected: string;
  readonly command: string;
}

export type Variables = Readonly<Record<string, string>>;

/** Every command of the fenced `sh` blocks, in order. @throws Error for one without an expectation above it */
export function examplesOf(page: string): readonly Example[] {
  const blocks = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = ""]) => block);
  return blocks.flatMap((block) =>
    block
      .split(/^(?=# )/m)
      .filter((part) => part.trim() !== "")
      .map((part) => {
        const [, expected, command] = /^# (\d{3}(?: [a-z-]+)?)\n(curl [\s\S]+)$/.exec(part.trimEnd()) ?? [];
        if (!expected || !command || /\ncurl /.test(command)) throw new Error(`not one expected status and one command: ${part}`);
        return { expected, command };
      }),
  );
}

/** Words of a command: quotes opened, variables filled in. @throws Error for a variable without a value */
function wordsOf(command: string, variables: Variables): string[] {
  const filled = (name: string): string => {
    const value = variables[name];
    if (value === undefined) throw new Error(`$${name} has no value`);
    return value;
  };
  const open = (piece: string): string => {
    if (piece.startsWith("'")) return piece.slice(1, -1);
    const text = piece.startsWith('"') ? piece.slice(1, -1) : piece;
    return text.replace(/\\(.)|\$([A-Z_]+)/g, (_, escaped?: string, name = "") => escaped ?? filled(name));
  };
  const words = command.match(/(?:'[^']*'|"(?:\\.|[^"\\])*"|[^\s'"])+/g) ?? [];
  return words.map((word) => (word.match(/'[^']*'|"(?:\\.|[^"\\])*"|[^'"]+/g) ?? []).map(open).join(""));
}

/** @throws Error for an option that the page does not explain by using it, and for an address that is not below the base */
export function requestOf(command: string, variables: Variables): Asked {
  const [curl, ...words] = wordsOf(command, { ...variables, BASE: FHIR_BASE_URL });
  if (curl !== "curl") throw new Error(`not curl: ${command}`);
  const headers: Record<string, string> = {};
  const fields: string[] = [];
  let method: string | undefined;
  let body: string | undefined;
  let address = "";
  let isGet = false;
  const value = (): string => words.shift() ?? "";
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === "-H") {
      const [name = "", ...rest] = value().split(": ");
      headers[name] = rest.join(": ");
    } else if (word === "-X") method = value();
    else if (word === "-G") isGet = true;
    else if (word === "-d") body = value();
    else if (word === "--data-urlencode") {
      const [name = "", ...rest] = value().split("=");
      fields.push(`${name}=${encodeURIComponent(rest.join("="))}`);
    } else if (word.startsWith("-") || address !== "") throw new Error(`what is ${word}?`);
    else address = word;
  }
  if (!address.startsWith(FHIR_BASE_URL)) throw new Error(`not below the base: ${address}`);
  const path = address.slice(FHIR_BASE_URL.length) + (isGet ? `?${fields.join("&")}` : "");
  const form = body ?? (fields.length > 0 && !isGet ? fields.join("&") : undefined);
  return { method: method ?? (form === undefined ? "GET" : "POST"), path, headers, ...(form === undefined ? {} : { form }) };
}
