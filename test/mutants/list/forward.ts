/** Stage 4 weakened: what is asked of the store, whose its answer is, and what is visible of it. */
import { of } from "../mutant.ts";

const forward = of("pipeline/4-forward/forward.ts", "deny-by-default", "withholding");
const record = of("pipeline/4-forward/record.ts", "withholding", "deny-by-default");
const member = of("compartment/compartment.ts", "compartment");
const reference = of("compartment/references.ts", "compartment");
const includes = of("pipeline/4-forward/includes.ts", "leak-4-includes");
const provenance = of("pipeline/4-forward/provenance.ts", "leak-13-provenance");
const link = of("pipeline/4-forward/next-link.ts", "store");
const ask = of("pipeline/4-forward/ask-store.ts", "store", "store-misbehaves");
const store = of("pipeline/4-forward/store.ts", "store");
const found = of("pipeline/4-forward/store-searchset.ts", "store");
const pages = of("pipeline/4-forward/pages-of.ts", "store-misbehaves", "store-contents", "unjudged-words");
const cut = of("pipeline/4-forward/store-pages.ts", "surface", "unjudged-words");

export const FORWARD = [
  forward(
    "a read does not ask what is visible",
    'if (index && type !== "Provenance" && !visibleKeys(index, sight).has(`${type}/${id}`)) throw notFound();',
    "",
  ),
  forward(
    "what the store gave is shown, whosever it is",
    "record.isShown(resource, sight));\n    if (!isThere)",
    "true);\n    if (!resource || !isThere)",
  ),
  forward(
    "a search under withholding finds what the store finds",
    "visibleKeysOf(index, sight, type).filter(",
    "[...index.entries.keys()].filter((key) => key.startsWith(`${type}/`)).filter(",
    "leak-16-pinned",
  ),
  forward(
    "criteria do not count in a search",
    'covers(sight, "search", type, index.entries.get(key)?.criteria ?? 0) && ',
    "",
    "granular-scopes",
  ),
  forward(
    "under withholding a query finds everything",
    "matching ? known.filter((key) => matching.has(idOf(key))) : known",
    "matching ? known : known",
    "leak-16-pinned",
  ),
  forward("$everything under withholding is the store's", "if (!sight.withholding && own.length > 0 &&", "if (own.length > 0 &&"),
  forward("$everything gives every visible type", "(key) => types.includes(typeOf(key)) && ", "(key) => ", "listings"),
  record(
    "the store is trusted with whose a resource is",
    "(isShared(resource.resourceType) || belongsTo(resource, sight.patient, read)) && ",
    "",
    "store-contents",
  ),
  record(
    "what is sensitive by itself is shown",
    "=> !isHidden(sight, resource.resourceType, labeller.label(resource).mask);",
    '=> sight.patient !== "" && resource.id !== "";',
    "unjudged-words",
  ),
  record(
    "only its own words decide what is shown beside",
    "(!isIndexed(resource.resourceType, sight) || visible.has(keyOf(resource))) &&",
    "visible &&",
    "leak-4-includes",
  ),
  record(
    "shared resources are there for who shares everything",
    "=> sight.withholding || isShared(type);",
    "=> sight.withholding;",
    "granular-scopes",
  ),
  member("a resource of two patients is each one's", "patients.every((key)", "patients.some((key)"),
  member("another Patient is the patient's", "return resource.id === patient;", 'return resource.id !== "";'),
  reference(
    "an address that only begins like the store's leads to it",
    "reference.startsWith(`${storeUrl}/`)",
    "reference.startsWith(storeUrl)",
    "second-lines",
  ),
  reference(
    "documents in the store lead nowhere",
    ' && document.key.startsWith("Binary/")) pointers.target(',
    ' && document.key === "") pointers.target(',
    "patient-index-entries",
  ),
  includes("an included resource needs no scope", " && sight.read.has(typeOf(target.key))) keys", ") keys"),
  includes(
    "an included resource is anybody's",
    "return record.shown(await readKeys(record.store, wanted.slice(0, MAX_INCLUDED)), sight);",
    "return readKeys(record.store, wanted.slice(0, MAX_INCLUDED));",
  ),
  includes("any type is included", "targets.includes(typeOf(target.key)) && ", ""),
  includes("a reversely included resource needs no scope", "if (!sight.search.has(source)) return [];", ""),
  includes(
    "a reversely included resource may be hidden",
    "found.push(...(await record.shown(page.resources, sight)));",
    "found.push(...page.resources);",
  ),
  includes(
    "reverse includes are not pinned to the patient",
    "[patientParameter(source), sight.patient] as const, [parameter",
    "[parameter",
  ),
  includes("reverse includes come in the store's order", "return inOrder(found);", "return found;"),
  provenance("a target of Provenance may be hidden", 'targets.every((target) => target.kind === "key" && isVisible(target)) &&', ""),
  provenance("what else Provenance points to may be hidden", "referencesOf(resource, record.read).every(isVisible)", "targets.length > 0"),
  provenance("Provenance of nothing is shown", "targets.length > 0 &&", ""),
  provenance("Provenance of another patient is shown", "return target.key === `Patient/${sight.patient}`;", "return true;"),
  record(
    "Provenance in a listing is not looked at",
    '(resource.resourceType !== "Provenance" || isAllVisible(resource, record, known, sight)),',
    "true,",
    "leak-13-provenance",
  ),
  provenance("found Provenance is not looked at", "if (isAllVisible(resource, record, index, sight)) found", "found"),
  link("any origin is the store's", "origin !== base.origin || username", "username"),
  link("any path is below the base", " || !pathname.startsWith(root)) return undefined;", ") return undefined;"),
  link("dots are resolved", 'DOT_SEGMENT.test(url.split("?", 1)[0] ?? "") || ', ""),
  link("of two next links one is followed", "found.length === 1 ? below", "found[0] ? below"),
  ask("an answer may be of any size", 'if (length > maxBytes) throw unavailable("store-too-large");', ""),
  ask(
    "an announced size is not looked at",
    'if (Number(headers["content-length"] ?? 0) > maxBytes) return "store-too-large";',
    "",
    "store-connections",
  ),
  ask(
    "any content type is JSON",
    'return isJson(String(headers["content-type"] ?? "")) ? undefined : "store-content-type";',
    "return undefined;",
  ),
  ask("redirects are followed", "maxRedirects: 0", "maxRedirects: 5"),
  store(
    "any resource answers a read",
    "if (json.value.resourceType !== type || json.value.id !== id) throw",
    "if (json.value.resourceType !== type) throw",
  ),
  found("what the store adds to matches is taken", 'mode === undefined || mode === "match"', "mode !== null"),
  found("another type's resource is taken", 'throw unavailable("store-other-resource");', "void 0;"),
  pages("a store may lead in a circle", "seen.has(page.next) || page.next === link || ", ""),
  cut("hidden resources leave a gap in the pages", "(await listing.shown(page.resources)).slice(skip)", "page.resources.slice(skip)"),
  cut("a page may be longer than was asked for", "resources.push(...shown.slice(0, room));", "resources.push(...shown);", "store-contents"),
];
