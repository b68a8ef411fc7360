/** Loads the synthetic members into a store: what it can be searched by, then hospitals and practitioners; what the store holds already is left alone. */
import { type BundleFile, memberFiles, type Resource, sharedFiles } from "./bundle-files.ts";
import { holds, putAll } from "./put-all.ts";
import { referencesTo, resolved } from "./references.ts";
import { SEARCH_PARAMETERS } from "./search-parameters.ts";

/** One transaction of this size takes a second; HAPI's time for one grows faster than its size. */
const RESOURCES_AT_ONCE = 100;

export interface LoadReport {
  readonly loaded: number;
  readonly present: number;
}

/** Counts resources; safe to run again, also after an interruption. `onPart` is called before each part. */
export async function loadMembers(storeUrl: string, onPart: (name: string) => void = () => {}): Promise<LoadReport> {
  if (!(await holdsLastOf(storeUrl, SEARCH_PARAMETERS))) await putAll(storeUrl, SEARCH_PARAMETERS);
  const shared = sharedFiles();
  const sharedReferences = referencesTo(shared.flatMap(({ resources }) => resources));
  const report = { loaded: 0, present: 0 };
  const load = async ({ name, resources }: BundleFile): Promise<void> => {
    if (await holdsLastOf(storeUrl, resources)) {
      report.present += resources.length;
      return;
    }
    const references = [referencesTo(resources), sharedReferences];
    for (let first = 0; first < resources.length; first += RESOURCES_AT_ONCE) {
      const part = resources.slice(first, first + RESOURCES_AT_ONCE);
      onPart(`${name.replace(".json.gz", "")} ${first}/${resources.length}`);
      const present = await holdsLastOf(storeUrl, part);
      if (!present) await putAll(storeUrl, resolved(part, references));
      report[present ? "present" : "loaded"] += part.length;
    }
  };
  for (const file of shared) await load(file);
  const members = memberFiles();
  const loadMembersOneByOne = async () => {
    for (const file of members) await load(file);
  };
  await Promise.all([loadMembersOneByOne(), loadMembersOneByOne()]);
  return report;
}

/** A part arrives whole and in its place, so its last resource stands for it and for all before it. */
function holdsLastOf(storeUrl: string, resources: readonly Resource[]): Promise<boolean> {
  const last = resources.at(-1);
  return last === undefined ? Promise.resolve(true) : holds(storeUrl, last);
}
