/** Files of FHIR resources: a Bundle of any type, one resource, or NDJSON, each also as gzip; and folders of them. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { ID, isObject, type JsonObject, type Resource } from "../compartment/resource.ts";
import { type Named, withResolvedReferences } from "./resolved-references.ts";

export interface RecordFile {
  readonly name: string;
  /** Of any type, supported or not; each with an id. */
  readonly resources: readonly Resource[];
}

const IN_FOLDERS = /\.(json|ndjson)(\.gz)?$/i;
const GZIP = [0x1f, 0x8b];

/**
 * Every reference that leads to a resource of one of the files says `Type/id`.
 * @param reached told how many of how many files are read
 * @throws Error with one sentence that names the file or folder
 */
export function readRecordFiles(paths: readonly string[], reached: (done: number, of: number) => void = () => undefined): RecordFile[] {
  const names = [...new Set(paths.flatMap(filesAt))];
  const files = names.map((path, place) => {
    const found = { name: basename(path), named: resourcesIn(path) };
    reached(place + 1, names.length);
    return found;
  });
  if (files.every(({ named }) => named.length === 0)) throw new Error(`There is no FHIR resource in ${paths.join(", ")}.`);
  const resolved = withResolvedReferences(files.flatMap(({ named }) => named)).values();
  return files.map(({ name, named }) => ({ name, resources: named.map(({ resource }) => resolved.next().value ?? resource) }));
}

function filesAt(path: string): readonly string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new Error(`There is no file or folder ${path}.`);
  if (!found.isDirectory()) return [path];
  const names = readdirSync(path, { recursive: true, encoding: "utf8" }).filter((name) => IN_FOLDERS.test(name));
  if (names.length === 0) throw new Error(`There is no .json or .ndjson file in ${path}.`);
  return names.sort().map((name) => join(path, name));
}

function resourcesIn(path: string): readonly Named[] {
  const found = values(path).flatMap((value) => namedIn(value, undefined));
  let made = 0;
  return found.map(({ fullUrl, value }) => {
    const last = fullUrl?.split(/[/:]/).at(-1) ?? "";
    const given = typeof value.id === "string" && value.id !== "" ? value.id : undefined;
    const id = given ?? (ID.test(last) ? last : `without-id-${++made}`);
    return { fullUrl, resource: { ...value, id } as unknown as Resource };
  });
}

/** A Bundle in a Bundle is opened too; an entry without a resource is a deletion. */
function namedIn(value: unknown, fullUrl: string | undefined): readonly { fullUrl: string | undefined; value: JsonObject }[] {
  if (!isObject(value) || typeof value.resourceType !== "string") return [];
  if (value.resourceType !== "Bundle") return [{ fullUrl, value }];
  const entries = Array.isArray(value.entry) ? value.entry : [];
  return entries.flatMap((entry) =>
    isObject(entry) ? namedIn(entry.resource, typeof entry.fullUrl === "string" ? entry.fullUrl : undefined) : [],
  );
}

function values(path: string): readonly unknown[] {
  const text = textOf(path);
  try {
    return [JSON.parse(text)];
  } catch {
    return text.split("\n").flatMap((line, place) => {
      if (line.trim() === "") return [];
      try {
        return [JSON.parse(line)];
      } catch {
        throw new Error(place === 0 ? `${path} is neither JSON nor NDJSON.` : `Line ${place + 1} of ${path} is no JSON.`);
      }
    });
  }
}

function textOf(path: string): string {
  try {
    const bytes = readFileSync(path);
    return (GZIP.every((byte, place) => bytes[place] === byte) ? gunzipSync(bytes) : bytes).toString("utf8").replace(/^\uFEFF/, "");
  } catch {
    throw new Error(`${path} cannot be read.`);
  }
}
