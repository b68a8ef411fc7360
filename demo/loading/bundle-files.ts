/** The gzip bundles of `demo/members`: shared resources (hospitals, practitioners) and one bundle for each member. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

export interface Resource {
  readonly resourceType: string;
  readonly id: string;
  readonly [element: string]: unknown;
}

export interface BundleFile {
  readonly name: string;
  /** In an order in which no resource refers to a later one. */
  readonly resources: readonly Resource[];
}

const FOLDER = fileURLToPath(new URL("../members/", import.meta.url));
const SHARED = ["hospitalInformation.json.gz", "practitionerInformation.json.gz"];

export function sharedFiles(): BundleFile[] {
  return SHARED.map(read);
}

/** Read one by one: together they are some 15 MB of JSON. */
export function* memberFiles(): Generator<BundleFile> {
  for (const name of memberFileNames()) yield read(name);
}

export function memberFileNames(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json.gz") && !SHARED.includes(name))
    .sort();
}

function read(name: string): BundleFile {
  const bundle = JSON.parse(gunzipSync(readFileSync(join(FOLDER, name))).toString("utf8")) as { entry: { resource: Resource }[] };
  return { name, resources: bundle.entry.map(({ resource }) => resource) };
}
