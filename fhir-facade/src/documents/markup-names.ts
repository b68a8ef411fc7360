/** Elements and attributes of HTML and C-CDA by what they mean for a reader of words. */

const names = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Elements within a line: letters before and after them may be of one word. Every other element begins and ends a line. */
export const WITHIN_LINE = names(
  "a abbr acronym b bdi bdo big cite code content del dfn em font i ins kbd label linkhtml mark nobr q s samp small span strike strong tt u var wbr",
);

/** Elements that say something that is not in the words: images, programs, other documents. */
export const NOT_WORDS = names(
  "applet area audio canvas embed fencedframe frame iframe image img link math meter nonxmlbody object observationmedia portal rendermultimedia script source svg track video",
);

/** Attributes whose values are for machines. Every other value counts as words. */
const FOR_MACHINES = names(
  "align bgcolor border cellpadding cellspacing class classcode codesystem codesystemname codesystemversion color cols colspan contextconductionind contextcontrolcode datetime determinercode dir extension face height href id idref inversionind lang media mediatype method moodcode name nullflavor operator rel representation role root rowspan scope size src style stylecode target tabindex typecode unit use valign width",
);

export const hasWords = (attribute: string): boolean =>
  !FOR_MACHINES.has(attribute) && !/^(?:xmlns|xsi|xml|sdtc)(?::|$)|^on|^data-/.test(attribute);

export const withoutPrefix = (name: string): string => name.slice(name.lastIndexOf(":") + 1);
