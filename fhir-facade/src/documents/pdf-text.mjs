/** The words of one PDF: its text layer, its annotations and forms, its title and outline. */
import { warnings } from "./pdf-surroundings.mjs";

const { getDocument, OPS, VerbosityLevel } = await import("unpdf/pdfjs");

/** No image is decoded: one of any size is left out with a warning, and a document with a warning is not whole. */
const SETTINGS = {
  isEvalSupported: false,
  useSystemFonts: false,
  disableFontFace: true,
  useWorkerFetch: false,
  useWasm: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  enableXfa: false,
  maxImageSize: 0,
  verbosity: VerbosityLevel.WARNINGS,
};

/** Annotations whose words are all in their own text. */
const IN_WORDS = new Set(["Text", "Link", "Popup", "Widget", "FreeText", "Highlight", "Underline", "Squiggly", "StrikeOut"]);
/** Curves on one page: more than frames and lines need may be letters that are drawn. */
const MOST_CURVES = 64;
/** Glyphs without a known character. */
const UNKNOWN = /[\p{Co}\p{Cn}\uFFFD]|[^\P{Cc}\t\n\r]/u;

/** Warnings about how a letter looks, not about which it is. */
const ABOUT_LOOKS = /standardFontDataUrl|fake worker|TT: /;

/** @throws whatever the document cannot be read for */
export async function readPdf(bytes, limits) {
  warnings.length = 0;
  const task = getDocument({ ...SETTINGS, data: bytes });
  // a password is asked for: nobody has one
  task.onPassword = () => void task.destroy();
  const document = await task.promise;
  try {
    const { text, whole } = await textOf(document, limits);
    return { text, whole: whole && warnings.every((warning) => ABOUT_LOOKS.test(warning)) };
  } finally {
    await task.destroy();
  }
}

async function textOf(document, limits) {
  const { info } = await document.getMetadata();
  const { Title, Subject, Keywords, Author, Custom } = info;
  const said = [Title, Subject, Keywords, Author, ...Object.values(Custom ?? {})].filter((value) => typeof value === "string");
  let whole = !info.EncryptFilterName && !info.IsXFAPresent && !info.IsCollectionPresent && document.numPages <= limits.pages;
  let length = 0;
  const say = (text) => {
    said.push(text);
    length += text.length + 1;
    if (UNKNOWN.test(text)) whole = false;
  };
  sayOutline((await document.getOutline()) ?? [], say);
  if ((await document.getAttachments()) !== null || (await document.hasJSActions())) whole = false;
  for (let number = 1; number <= Math.min(document.numPages, limits.pages) && length <= limits.characters; number++) {
    const page = await document.getPage(number);
    const text = await pageText(page);
    say(text ?? "");
    for (const annotation of await page.getAnnotations()) {
      if (!IN_WORDS.has(annotation.subtype)) whole = false;
      say(annotationText(annotation));
    }
    if (!text?.trim() || !(await isAllText(page))) whole = false;
    page.cleanup();
  }
  return { text: said.join("\n"), whole };
}

/** `undefined` for a page whose text cannot be read. */
async function pageText(page) {
  try {
    const { items } = await page.getTextContent({ includeMarkedContent: false });
    return items.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join("");
  } catch {
    return undefined;
  }
}

/** Whether the page shows no image and no drawing that could be letters. */
async function isAllText(page) {
  try {
    const { fnArray, argsArray } = await page.getOperatorList();
    let curves = 0;
    for (const [at, operator] of fnArray.entries()) {
      if (operator === OPS.shadingFill) return false;
      if (operator === OPS.constructPath) curves += curvesIn(argsArray[at]);
    }
    return fnArray.length > 0 && curves <= MOST_CURVES;
  } catch {
    return false;
  }
}

/** In a path of this library, 2 begins a curve with three points after it, 3 one with two. */
function curvesIn([, [path] = []]) {
  if (!path) return 0;
  const lengths = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 };
  let curves = 0;
  for (let at = 0; at < path.length; at += 1 + (lengths[path[at]] ?? path.length)) if (path[at] === 2 || path[at] === 3) curves += 1;
  return curves;
}

function annotationText({ contentsObj, titleObj, fieldValue, alternativeText, textContent, url, unsafeUrl, options }) {
  const values = [contentsObj?.str, titleObj?.str, fieldValue, alternativeText, textContent, url, unsafeUrl].flat();
  const choices = (options ?? []).map(({ displayValue }) => displayValue);
  return [...values, ...choices].filter((value) => typeof value === "string").join("\n");
}

function sayOutline(items, say) {
  const rest = [...items];
  for (let item = rest.pop(); item; item = rest.pop()) {
    say(String(item.title ?? ""));
    rest.push(...(item.items ?? []));
  }
}
