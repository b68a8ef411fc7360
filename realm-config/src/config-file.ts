/** REALM_CONFIG_FILE: what a plan sets about its realm, as JSON; secrets are not taken from it. */
import { dirname, resolve } from "node:path";
import { RealmConfigError } from "./apply/refusals.ts";
import { LIMIT_BOUNDS } from "./desired/limits.ts";
import { readJson } from "./json-file.ts";
import type { Limits } from "./settings.ts";

/** Every field may be left out; the environment's variable of the same thing comes first. */
export interface RealmConfigFile {
  readonly keycloakUrl?: string;
  readonly adminRealm?: string;
  readonly realm?: string;
  readonly displayName?: string;
  readonly sslRequired?: "all" | "external";
  readonly fhirBaseUrl?: string;
  readonly facadeClientId?: string;
  readonly planClientId?: string;
  readonly smtp?: {
    readonly host?: string;
    readonly port?: number;
    readonly from?: string;
    readonly security?: "none" | "starttls" | "tls";
    readonly username?: string;
  };
  readonly limits?: Partial<Limits>;
  /** Files beside this one. */
  readonly sharingPolicyFile?: string;
  readonly signInFile?: string;
  readonly appsFile?: string;
  readonly membersFile?: string;
}

/** What a value has to be, in words, or nothing when it is. */
type Field = (value: unknown) => string | undefined;
type Fields = { readonly [name: string]: Field | Fields };

const text: Field = (value) => (typeof value === "string" && value.trim() !== "" ? undefined : "a text");
const address: Field = (value) => (typeof value === "string" && /^https?:\/\/[^/]/.test(value) ? undefined : "an http or https address");
const whole =
  (least: number, most: number): Field =>
  (value) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most
      ? undefined
      : `a whole number from ${least} to ${most}`;
const oneOf =
  (...words: string[]): Field =>
  (value) =>
    words.includes(value as string) ? undefined : words.map((word) => `"${word}"`).join(" or ");

const FIELDS: Fields = {
  keycloakUrl: address,
  adminRealm: text,
  realm: text,
  displayName: text,
  sslRequired: oneOf("all", "external"),
  fhirBaseUrl: address,
  facadeClientId: text,
  planClientId: text,
  smtp: { host: text, port: whole(1, 65_535), from: text, security: oneOf("none", "starttls", "tls"), username: text },
  limits: Object.fromEntries(Object.entries(LIMIT_BOUNDS).map(([name, [least, most]]) => [name, whole(least, most)])),
  sharingPolicyFile: text,
  signInFile: text,
  appsFile: text,
  membersFile: text,
};

const SECRET = /secret|password$|^key$/i;

/** @throws RealmConfigError with one sentence: file, field, what it has to be */
export function readConfigFile(file: string | undefined): RealmConfigFile {
  if (!file) return {};
  const content = readJson(file);
  requireFields(file, "", content, FIELDS);
  const { sharingPolicyFile, signInFile, appsFile, membersFile, ...rest } = content as RealmConfigFile;
  const beside = (name: string | undefined) => name && resolve(dirname(file), name);
  const files = {
    sharingPolicyFile: beside(sharingPolicyFile),
    signInFile: beside(signInFile),
    appsFile: beside(appsFile),
    membersFile: beside(membersFile),
  };
  return { ...rest, ...(Object.fromEntries(Object.entries(files).filter(([, path]) => path)) as Partial<typeof rest>) };
}

function requireFields(file: string, path: string, value: unknown, fields: Fields): void {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new RealmConfigError(`${file}: ${path || "the file"} has to be a JSON object.`);
  for (const [name, item] of Object.entries(value)) {
    const field = path ? `${path}.${name}` : name;
    const wanted = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!wanted && SECRET.test(name)) throw new RealmConfigError(`${file}: ${field} is a secret: set it in the environment.`);
    if (!wanted)
      throw new RealmConfigError(`${file}: ${field} is unknown: ${path || "the file"} may have ${Object.keys(fields).join(", ")}.`);
    if (typeof wanted !== "function") requireFields(file, field, item, wanted);
    else if (wanted(item)) throw new RealmConfigError(`${file}: ${field} has to be ${wanted(item)}.`);
  }
}
