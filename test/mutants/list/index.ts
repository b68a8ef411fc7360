/** The index of a record weakened: judging, propagation, reach and being up to date. */
import { of } from "../mutant.ts";

const propagate = of("patient-index/propagate.ts", "patient-index-propagation");
const told = of("patient-index/spread/told.ts");
const visits = of("patient-index/spread/visits.ts");
const graph = of("patient-index/spread/graph.ts", "patient-index-propagation");
const identified = of("patient-index/spread/identified.ts");
const entry = of("patient-index/entry.ts", "patient-index-entries", "withholding");
const reach = of("patient-index/patient-index.ts", "patient-index-entries", "withholding");
const build = of("patient-index/build.ts", "patient-index-check", "patient-index-build");
const builder = of("patient-index/index-builder.ts", "patient-index-build", "patient-index-check");
const print = of("patient-index/fingerprint.ts", "patient-index-fingerprint");
const reader = of("patient-index/read-record.ts", "patient-index-check", "patient-index-build");

export const INDEX = [
  propagate("bits do not travel", "masks[to] = before | fresh;", 'masks[to] = before | (rule === "own" ? fresh : 0);'),
  propagate("bits travel one step only", 'if (entries[to]?.type !== "Patient") open.push(to);', 'if (rule === "own") open.push(to);'),
  propagate("the Patient's bits travel", 'if (entries[to]?.type !== "Patient") open.push(to);', "open.push(to);"),
  propagate("what leads out of the record is harmless", 'for (const place of astray) give(place, UNCLASSIFIABLE, place, "own");', ""),
  propagate("weak bits never count", "  corroborate(entries, give);", "", "patient-index-spread-weak"),
  propagate(
    "weak bits count by themselves",
    "const confirmed = weak & known & ~own;",
    "const confirmed = weak & ~own;",
    "patient-index-spread-weak",
  ),
  propagate(
    "nothing is told to what a statement is about",
    "const told = tell(graph,",
    "const told = new Int32Array(size) ?? tell(graph,",
    "patient-index-spread",
  ),
  propagate("visits are not told", "  tellVisits(graph, told, give);", "", "patient-index-spread-visits"),
  propagate(
    "what is told to an identifier is told to all that name it",
    "to < entries.length ? give(to, ...how) : note?.(to, ...how)",
    "give(to, ...how)",
    "patient-index-spread-identifiers",
  ),
  told("what is merely hidden tells", "const bits = own & SPREADS;", "const bits = own;", "patient-index-spread"),
  told("a drug by reference tells nothing", 'if (type !== "Medication") continue;', "continue;", "patient-index-spread"),
  told("bits are told one step only", "    open.push(to);", '    if (rule === "own") open.push(to);', "patient-index-spread"),
  told(
    "two of one type are one story",
    "other !== undefined && other !== type && canBeAbout(other)",
    "other !== undefined && canBeAbout(other)",
    "patient-index-spread-identifiers",
  ),
  visits("a visit is whatever happened in it", "(common[node] ?? 0) & bits", "(common[node] ?? 0) | bits", "patient-index-spread-visits"),
  visits(
    "what happens in a visit does not tell of it",
    "narrow(visit, told[place] ?? 0)",
    "narrow(visit, 0)",
    "patient-index-spread-visits",
  ),
  graph("a medication that is missing is harmless", ' || key.startsWith("Medication/")', ""),
  graph("containers and people are told", 'canBeAbout(entries[node]?.type ?? "Patient")', "node >= 0", "patient-index-spread-identifiers"),
  identified("hubs carry", "return silent <= MOST_ALIKE;", "return silent >= 0;", "patient-index-spread-identifiers"),
  identified("member numbers carry", "if (isPerson(type)) return false;", "", "patient-index-spread-identifiers"),
  entry("what leads out of the store is harmless", "own: mask | (surroundings.foreign ? UNCLASSIFIABLE : 0),", "own: mask,"),
  entry("a document that is not read is harmless", "entry(key, NOWHERE, { own: UNCLASSIFIABLE,", "entry(key, NOWHERE, { own: 0,"),
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
