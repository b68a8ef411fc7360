/** Variables: what docker-compose.yml takes from the environment, what .env.example lists, and which of them are secret. */
import { COMPOSE_FILE, composeFile, inEachService } from "./compose-file.ts";
import type { Rule, Stack } from "./stack.ts";

export const ENV_EXAMPLE = ".env.example";

const VARIABLE = /\$\{([A-Za-z_]\w*)([^}]*)\}/g;
const SECRET = /PASSWORD|SECRET|KEY$/;

/** `NAME=value` lines. */
export function listedVariables(stack: Stack): ReadonlyMap<string, string> {
  return new Map(
    [...stack.read(ENV_EXAMPLE).matchAll(/^([A-Za-z_]\w*)=(.*)$/gm)].map(([, name, value]) => [name as string, value as string]),
  );
}

/** Compose's own replacement, for variables without a default. */
export function interpolated(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(VARIABLE, (_, name: string) => values.get(name) ?? "").replaceAll("$$", "$");
}

export const listsEveryVariable: Rule = (stack) => {
  const used = new Set(variables(stack).map(({ name }) => name));
  const listed = new Set(listedVariables(stack).keys());
  return [
    ...[...used].filter((name) => !listed.has(name)).map((name) => `${name} is not in ${ENV_EXAMPLE}`),
    ...[...listed].filter((name) => !used.has(name)).map((name) => `${name} is not used in ${COMPOSE_FILE}`),
  ];
};

export const explainsEveryVariable: Rule = (stack) => {
  const paragraphs = stack.read(ENV_EXAMPLE).split("\n");
  return paragraphs.flatMap((line, index) => {
    const name = /^(\w+)=/.exec(line)?.[1];
    const above = paragraphs.slice(0, index).findLast((earlier) => !/^\w+=/.test(earlier)) ?? "";
    return name && !above.startsWith("# ") ? [`${name} has no explanation above it`] : [];
  });
};

/** Nothing falls back: a variable that is not set stops the start with a sentence. */
export const asksForEveryVariable: Rule = (stack) => [
  ...variables(stack)
    .filter(({ rest }) => !/^:\?./.test(rest))
    .map(({ name, rest }) => `\${${name}${rest}} does not say what to do when it is missing`),
  ...strings(composeFile(stack))
    .filter((text) => /\$\w/.test(text.replaceAll("$$", "").replace(VARIABLE, "")))
    .map((text) => `"${text}" has a variable without braces`),
];

export const keepsSecretsOut: Rule = (stack) => [
  ...inEachService(stack, ({ environment = {} }) =>
    Object.entries(environment)
      .filter(([name, value]) => SECRET.test(name) && !/^\$\{\w+:\?[^}]+\}$/.test(value))
      .map(([name]) => `the value of ${name} is not from the environment alone`),
  ),
  ...[...listedVariables(stack)]
    .filter(([name, value]) => SECRET.test(name) !== (value === ""))
    .map(([name, value]) => (value ? `${name} has a value in ${ENV_EXAMPLE}` : `${name} has no value in ${ENV_EXAMPLE}`)),
];

function variables(stack: Stack): { readonly name: string; readonly rest: string }[] {
  return strings(composeFile(stack)).flatMap((text) =>
    [...text.replaceAll("$$", "").matchAll(VARIABLE)].map(([, name, rest]) => ({ name: name as string, rest: rest as string })),
  );
}

function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}
