/** Stage 5 weakened: the last look at each resource and what of it leaves. */
import { of } from "../mutant.ts";

const redact = of("pipeline/5-redact/redact.ts", "stages", "withholding");
const prune = of("pipeline/5-redact/prune.ts", "prune", "withholding");
const words = of("pipeline/5-redact/free-text.ts", "unjudged-words", "withholding");
const person = of("pipeline/5-redact/demographics.ts", "unjudged-words", "withholding");
const other = of("pipeline/5-redact/other-patients.ts", "prune", "unjudged-words");
const mark = of("pipeline/5-redact/redisclosure.ts", "leak-8-versions");
const sent = of("pipeline/5-redact/transmissions.ts", "provenance");
const patient = of("pipeline/5-redact/patient.ts", "withholding");
const bundle = of("pipeline/5-redact/bundle.ts", "surface");

export const REDACT = [
  patient("what a Patient says in an extension leaves", "isObject(one) && isShown({", "isObject(one) || isShown({"),
  redact("the last look does not see hidden bits", "} else if (hidden) return undefined;", "}"),
  redact("the last look does not see scopes", "isCovered(resource, sight, needs) ? redactOne", "needs ? redactOne"),
  redact(
    "a Patient with a withheld label is whole",
    'if (hidden || sight.demographics === "masked") return',
    'if (sight.demographics === "masked") return',
  ),
  redact("a Patient is whole", 'if (hidden || sight.demographics === "masked") return', "if (hidden) return"),
  redact(
    "substance-use records leave without their mark",
    "return (mask & SUD) === 0 ? left : withRedisclosureMark(left);",
    "return left;",
    "leak-8-versions",
  ),
  prune("meta leaves whole", 'if (name === "meta") return', 'if (name === "nothing") return'),
  prune("words leave", "if (isFreeText(name, member, parent, rules.isNamed) ||", "if ("),
  prune("names of unjudged codes leave", "|| isUnjudged(name, parent, rules)", ""),
  prune("what tells of the person leaves", "if (rules.isMasked && isDemographic(name, parent)) return undefined;", ""),
  prune(
    "who is contained leaves",
    "return rules.isMasked && isWhollyDemographic(value) ? undefined : prunedObject",
    "return prunedObject",
    "leak-23-families",
  ),
  prune(
    "other members' ids leave",
    'if (typeof reference === "string" && isToOtherPatient(reference, rules.patient)) return { extension: MASKED };',
    "",
  ),
  prune(
    "the name of everything is its public name",
    'const isNamed = isShared(resourceType) || resourceType === "Patient"',
    'const isNamed = resourceType.length > 0 || resourceType === "Patient"',
  ),
  prune(
    "demographics alone withhold nothing else",
    'isWithholding: withholding || demographics === "masked"',
    'isWithholding: withholding && demographics !== "masked"',
  ),
  words(
    "words beside a reference leave",
    'case "display":\n      return !("code" in parent);',
    'case "display":\n      return !("code" in parent) && !("reference" in parent);',
    "what-leaves",
  ),
  words("narrative leaves", '  "text",\n  "div",\n', ""),
  person(
    "names of persons beside a reference leave",
    '((name === "display" || name === "identifier") && refersToPerson(parent.reference))',
    "false",
  ),
  person("extensions of a person leave", 'return typeof url === "string" && isTellingExtension(url);', "return false;", "leak-23-families"),
  person(
    "a masked Patient keeps its versions",
    "...(profile === undefined ? {} : { meta: { profile } }),",
    "...(meta === undefined ? {} : { meta }),",
  ),
  other("versions of other members leave", "(?:\\/|$)/;", "$/;", "leak-23-families"),
  mark("only one of both marks", '  { system: ACT_CODE_SYSTEM, code: "42CFRPart2" },\n', ""),
  sent("the Provenance of a page is for whoever knows its id", '`${createHash("sha256").update(seen).digest("base64url")} ${id}`', "id"),
  bundle("a total is told", 'type: "searchset",\n', 'type: "searchset",\n    total: all.length,\n'),
];
