/** An app from the words of the command line and from a file, not yet checked. */
import { RealmConfigError } from "../apply/refusals.ts";
import { readJson } from "../json-file.ts";

/** Values as `parseArgs` gives them for APP_OPTIONS and `file`. */
export type Given = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

/** @throws RealmConfigError when a file cannot be read as JSON */
export function readApp(given: Given): Record<string, unknown> {
  const base = given.file === undefined ? { verified: false } : readObject(String(given.file), "--file");
  const said = {
    clientId: given["client-id"],
    name: given.name,
    ownerType: given["owner-type"],
    ownerName: given["owner-name"],
    verified: given.verified,
    website: given.website,
    logoUri: given["logo-uri"],
    policyUri: given["policy-uri"],
    tosUri: given["tos-uri"],
    redirectUris: given["redirect-uri"],
    registeredScopes: given.scope === undefined ? undefined : String(given.scope).split(" ").filter(Boolean),
    authentication: given.authentication === undefined ? undefined : { method: given.authentication, ...readKeys(given) },
  };
  return { ...base, ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) };
}

/** The public keys that were named; nothing when none were. */
export function readKeys(given: Given): { jwks?: unknown; jwksUri?: unknown } {
  return {
    ...(given["jwks-file"] === undefined ? {} : { jwks: readObject(String(given["jwks-file"]), "--jwks-file") }),
    ...(given["jwks-uri"] === undefined ? {} : { jwksUri: given["jwks-uri"] }),
  };
}

function readObject(file: string, option: string): Record<string, unknown> {
  const value = readJson(file, `${option}: ${file}`);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new RealmConfigError(`${option}: ${file} must hold one JSON object.`);
}
