/** Files judged record by record, each resource once. */
import type { SharingPolicy } from "@member-exchange/sharing-policy/policy";
import { type Judged, recordJudge } from "./judged-record.ts";
import { readRecordFiles } from "./record-files.ts";
import { recordsOf } from "./records.ts";

const QUIET_MS = 1000;

/**
 * A practitioner or place in several records has the bits of all of them, as nobody knows in which one an admin thinks of it.
 * @param say told how far it is, once a second at most, and never by work that takes no second
 * @throws Error with one sentence that names the file or folder
 */
export async function judgedFiles(
  paths: readonly string[],
  policy: SharingPolicy,
  say: (line: string) => void,
): Promise<readonly Judged[]> {
  let told = performance.now();
  const reached = (what: string) => (done: number, of: number) => {
    if (performance.now() - told < QUIET_MS) return;
    told = performance.now();
    say(`  ${done} of ${of} ${what}`);
  };
  const records = recordsOf(readRecordFiles(paths, reached("files read")));
  const judge = recordJudge(policy);
  const all = new Map<string, Judged>();
  const tell = reached("records judged");
  for (const [place, { resources }] of records.entries()) {
    for (const one of await judge(resources)) {
      const before = all.get(one.key);
      all.set(one.key, before ? { ...one, mask: one.mask | before.mask, spread: [...before.spread, ...one.spread] } : one);
    }
    tell(place + 1, records.length);
  }
  return [...all.values()];
}
