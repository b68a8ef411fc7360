/** A folder of FHIR Bundles (.json, .json.gz) as resources with ids, every reference inside resolved to `Type/id`. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type FhirResource, isRecord, keyOf, withStrings } from "./resource.ts";

interface Entry {
  readonly fullUrl?: string;
  readonly resource: FhirResource;
}

/** @throws Error with one sentence that names the folder or file */
export function readFolder(folder: string): readonly FhirResource[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`${folder} is not a folder.`);
  const names = readdirSync(folder)
    .filter((name) => /\.json(\.gz)?$/.test(name))
    .sort();
  if (names.length === 0) throw new Error(`There is no .json or .json.gz file in ${folder}.`);
  const entries = names.flatMap((name) => entriesOf(join(folder, name)));
  const resolve = resolver(entries);
  const byKey = new Map(entries.map(({ resource }) => [keyOf(resource), resource]));
  return [...byKey.values()].map((resource) => withStrings(resource, (text, path) => (path.at(-1) === "reference" ? resolve(text) : text)));
}

function entriesOf(file: string): readonly Entry[] {
  const bundle = parsed(file);
  if (!isRecord(bundle) || bundle.resourceType !== "Bundle" || !Array.isArray(bundle.entry))
    throw new Error(`${file} is not a FHIR Bundle with entries.`);
  return bundle.entry.flatMap(({ fullUrl, resource }: { fullUrl?: string; resource?: FhirResource }) => {
    if (!isRecord(resource) || typeof resource.resourceType !== "string") return [];
    const id = resource.id ?? fullUrl?.split(/[/:]/).at(-1);
    if (typeof id !== "string" || !/^[A-Za-z0-9.-]{1,64}$/.test(id))
      throw new Error(`${file} holds a ${resource.resourceType} without an id.`);
    return [{ ...(fullUrl === undefined ? {} : { fullUrl }), resource: { ...(resource as FhirResource), id } }];
  });
}

function parsed(file: string): unknown {
  try {
    const bytes = readFileSync(file);
    return JSON.parse((file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
  } catch {
    throw new Error(`${file} cannot be read as JSON.`);
  }
}

/** Full URLs, `urn:uuid:` names and `Type?identifier=…` become `Type/id`; what is unknown stays as it is. */
function resolver(entries: readonly Entry[]): (reference: string) => string {
  const names = new Map<string, string>();
  for (const { fullUrl, resource } of entries) {
    const key = keyOf(resource);
    names.set(`urn:uuid:${resource.id}`, key);
    if (fullUrl !== undefined) names.set(fullUrl, key);
    for (const { system, value } of [resource.identifier ?? []].flat() as { system?: string; value?: string }[])
      names.set(`${resource.resourceType}?identifier=${system}|${value}`, key);
  }
  return (reference) => names.get(reference) ?? reference;
}
