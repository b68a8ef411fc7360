/** The labeller weakened: what tells, where it tells, and what cannot be judged. */
import { of } from "../mutant.ts";

const label = of("labeller/label.ts", "labeller", "labeller-unclassifiable");
const walk = of("labeller/walk.ts", "labeller-words", "labeller", "labeller-unclassifiable");
const concept = of("labeller/concept.ts", "labeller", "labeller-unclassifiable", "labeller-structure");
const document = of("labeller/document.ts", "labeller-unclassifiable", "labeller-words");
const asked = of("labeller/questionnaire.ts", "labeller-unclassifiable");
const vague = of("labeller/vague.ts", "labeller-unclassifiable");
const compiled = of("labeller/compile-list.ts", "labeller-structure");
const families = of("labeller/spelling.ts", "labeller", "labeller-structure");

export const LABELLER = [
  label("a resource of which nobody knows the subject is harmless", 'add(found, UNCLASSIFIABLE, "no-code");', "void 0;"),
  label("a relative tells nothing of the person", 'add(found, DEMO, "type");', "void 0;", "withholding"),
  label("weak evidence is none", "weak: weak & ~mask, rules", "weak: 0, rules", "labeller-words"),
  label("questions are not looked at", "answers(found, resource);", "void 0;"),
  walk("words do not count", 'addText(found, name === "div" ? text.replace(TAG, " ") : text);', "void text;"),
  walk("words in lists do not count", "=== Mark.Words) addText(found, item);", "=== Mark.Words) void item;"),
  walk("names of people are words", "(inherited & Mark.Person) === 0) words", "true) words"),
  walk("a contained resource of any type is harmless", 'add(found, UNCLASSIFIABLE, "contained-type");', "void 0;"),
  walk("a modifier is harmless", 'add(found, UNCLASSIFIABLE, "modifier");', "void 0;"),
  walk("bytes in an extension are harmless", "else documentIn(found, value);", "else void value;"),
  walk("what is nested too deeply is harmless", 'add(found, UNCLASSIFIABLE | MALFORMED, "too-deep");', "void found;"),
  concept("labels on the data do not count", 'add(found, found.means.labels(system, code), "label", "label");', "void 0;"),
  concept(
    "codes do not count",
    "addSignal(found, family.match(code), () => family.explain(code));\n  // a code",
    "void family;\n  // a code",
  ),
  concept(
    "a plan's own code is no word",
    'if (family.standing !== "judged" && (element & Mark.Security) === 0) addText(found, code);',
    "",
    "labeller-words",
  ),
  concept("a position tells no code system", "(element & IN_POSITION) !== 0 &&", "(element & IN_POSITION) < 0 &&"),
  concept("a list that is off is harmless", 'add(found, UNCLASSIFIABLE, "list-off");', "void 0;"),
  concept("a code of no known system is harmless", 'add(found, UNCLASSIFIABLE, "unjudged");', "void 0;"),
  concept(
    "words that say nothing are judged",
    "if (saysSomething(text)) found.judged = true;\n  else",
    "found.judged = true;\n  if (text === undefined)",
  ),
  document("what a document says does not count", "if (reading) addText(found, reading.text);", "", "labeller-words"),
  document("what cannot be read is harmless", 'else add(found, UNCLASSIFIABLE, "attachment");', ""),
  asked("a question that nobody understands is harmless", 'else add(found, UNCLASSIFIABLE, "questionnaire");', "else found.judged = true;"),
  vague("every word says something", "if (!VAGUE.has(word)) return true;", "return word.length > 0;"),
  families("dots and case matter", 'code.trim().toUpperCase().replace(/[.\\s]/g, "")', "code.trim()"),
  compiled("weak codes tell by themselves", 'tell(whole, code, bit, tier === "weak")', "tell(whole, code, bit, false)"),
];
