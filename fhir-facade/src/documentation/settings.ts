/** The settings as a table, found by reading a configuration and watching what is read. */
import { type Config, ConfigError, readConfig } from "../config.ts";
import { names, table } from "./markdown.ts";

/** What must be set. */
const REQUIRED: Readonly<Record<string, string>> = {
  ISSUER_URL: "http://issuer.example",
  FHIR_BASE_URL: "http://plan.example/fhir",
  FHIR_STORE_URL: "http://store.example/fhir",
  FACADE_CLIENT_ID: "facade",
  FACADE_CLIENT_SECRET: "secret",
  CURSOR_KEY: Buffer.alloc(32).toString("base64url"),
};

/** Defaults that are no value of their own. */
const DEFAULTS: Readonly<Record<string, string>> = {
  ISSUER_BACKCHANNEL_URL: names(["ISSUER_URL"]),
  CODE_LISTS: "none",
  SHARING_POLICY_FILE: "the standard policy",
  STORE_PROFILES: "none",
  STORE_TYPES: "all types",
};

/** Fields that are not called like their variable. */
const FIELDS: Readonly<Record<string, keyof Config>> = { FACADE_HOST: "host", FACADE_PORT: "port" };

/** Names of all variables that are read, the required ones first. */
function variables(): readonly string[] {
  const read = new Set<string>();
  const watched = new Proxy(REQUIRED, {
    get: (target, name) => {
      if (typeof name === "string") read.add(name);
      return Reflect.get(target, name);
    },
  });
  readConfig(watched);
  const others = [...read].filter((name) => !Object.hasOwn(REQUIRED, name));
  return [...Object.keys(REQUIRED), ...others.sort()];
}

/** What a wrong value is told. */
function sentence(changes: Readonly<Record<string, string | undefined>>): string | undefined {
  try {
    readConfig({ ...REQUIRED, ...changes });
    return undefined;
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

function defaultOf(name: string): string {
  if (sentence({ [name]: undefined }) === `${name} is not set.`) return "required";
  const field = FIELDS[name] ?? (name.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) as keyof Config);
  const value = readConfig(REQUIRED)[field];
  const said = DEFAULTS[name] ?? (typeof value === "string" || typeof value === "number" ? names([String(value)]) : undefined);
  if (said === undefined) throw new RangeError(`nothing says what ${name} is by default`);
  return said;
}

function valuesOf(name: string): string {
  const told = sentence({ [name]: "*" });
  if (told === undefined) return "text";
  const rule = /^\w+ must be (.+)\.$/.exec(told)?.[1];
  return rule ?? "names divided by commas";
}

export const settings = (): string =>
  table(
    ["name", "default", "value"],
    variables().map((name) => [names([name]), defaultOf(name), valuesOf(name)]),
  );
