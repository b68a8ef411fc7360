/** The index of a record weakened: judging, propagation, reach and being up to date. */
import { of } from "../mutant.ts";

const propagate = of("patient-index/propagate.ts", "patient-index-propagation");
const entry = of("patient-index/entry.ts", "patient-index-entries", "withholding");
const reach = of("patient-index/patient-index.ts", "patient-index-entries", "withholding");
const build = of("patient-index/build.ts", "patient-index-check", "patient-index-build");
const builder = of("patient-index/index-builder.ts", "patient-index-build", "patient-index-check");
const print = of("patient-index/fingerprint.ts", "patient-index-fingerprint");
const reader = of("patient-index/read-record.ts", "patient-index-check", "patient-index-build");

export const INDEX = [
  propagate("bits do not travel", "masks[pointer] = before | mask;", "masks[pointer] = before;"),
  propagate("bits travel one step only", 'if (known[pointer]?.type !== "Patient") changed.push(pointer);', ""),
  propagate(
    "what leads out of the record is harmless",
    "masks[place] = (masks[place] ?? 0) | UNCLASSIFIABLE;",
    "masks[place] = masks[place] ?? 0;",
  ),
  propagate("a medication that is missing is harmless", ' || target.startsWith("Medication/")', ""),
  entry(
    "what leads out of the store is harmless",
    "labeller.label(resource).mask | (foreign ? UNCLASSIFIABLE : 0)",
    "labeller.label(resource).mask",
  ),
  entry("a document that is not read is harmless", "entry(key, { own: UNCLASSIFIABLE, targets: NONE", "entry(key, { own: 0, targets: NONE"),
  reach(
    "shared resources are there for everybody",
    "if (!isShared(entry.type) && granted(entry)) reach(entry);",
    "if (isShared(entry.type) || granted(entry)) reach(entry);",
  ),
  reach(
    "what no scope covers leads to shared resources",
    "if (!isShared(entry.type) && granted(entry)) reach(entry);",
    "if (!isShared(entry.type)) reach(entry);",
  ),
  reach("hidden resources are visible", " || isHidden(sight, entry.type, entry.mask)) return;", ") return;"),
  reach("only a resource's own bits count", "isHidden(sight, entry.type, entry.mask)", "isHidden(sight, entry.type, entry.own)"),
  reach("authorizations share what is visible", '[sight.hidden, grantsOf(sight.read), grantsOf(sight.search)].join(" ")', '""'),
  reach("authorizations that withhold differently share what is visible", "[sight.hidden, grantsOf", "[grantsOf", "leak-14-required"),
  build("other patients' resources are taken in", "if (!isMine(resource)) return;", "", "second-lines"),
  build("what became another patient's stays", "for (const key of gone) entries.delete(key);", ""),
  build("what changed leads nowhere", "entries: propagate(entries.values()) }, mark, shared: all", "entries }, mark, shared: all"),
  build("shared resources are not looked at again", "await reader.shared([...shared].filter(isTransparent), since, compare);", ""),
  builder(
    "an index is never brought up to date",
    "if (young && isWithin(limits.indexCheckMs, known.checkedAt)) return",
    "if (young) return",
  ),
  builder(
    "an index is never made anew",
    "known !== undefined && isWithin(limits.indexMaxAgeMs, known.index.builtAt)",
    "known !== undefined",
  ),
  builder(
    "authorizations with other criteria share an index",
    "const name = `${patient} ${JSON.stringify(criteria)}`;",
    "const name = patient;",
    "patient-index-entries",
  ),
  builder("a record may be of any size", 'throw unavailable("index-too-large");', "void 0;"),
  print("labels do not count", "  walk(meta, 0);", "  walk({ versionId: meta.versionId, lastUpdated: meta.lastUpdated }, 0);"),
  print(
    "what cannot be told apart is as judged",
    "return judged !== UNTOLD && judged === fingerprintOf(resource);",
    "return judged === fingerprintOf(resource);",
  ),
  reader("a page that cannot be read is left out", ".catch((error) => thrown.push(error))", ".catch(() => undefined)"),
];
