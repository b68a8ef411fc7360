/** HTML, XHTML, XML and C-CDA to words: text, comments and the attributes that carry words. Entities of the document itself are never expanded. */
import { Parser } from "htmlparser2";
import { hasWords, NOT_WORDS, WITHIN_LINE, withoutPrefix } from "./markup-names.ts";
import type { DocumentCode } from "./reading.ts";

export interface MarkupText {
  readonly text: string;
  readonly whole: boolean;
  readonly codes: readonly DocumentCode[];
}

/** Stands where an element within a line begins or ends, until it is known whether letters meet there. */
const SEAM = "\uE000";
const SEAM_IN_WORD = /[\p{L}\p{N}]\uE000+[\p{L}\p{N}]/u;
/** What a style sheet can say in words, or where it can lead. */
const TELLING_STYLE = /content\s*:|url\s*\(|@import|\\/i;

const EMBEDDING = new Set(["background", "poster", "srcdoc", "srcset"]);

/** HTML's rules also read XML: names in any case, elements that close themselves, CDATA. */
const RULES = { recognizeSelfClosing: true, recognizeCDATA: true };

export interface MarkupLimits {
  /** Elements nested deeper are not read. */
  readonly depth: number;
  /** More are not kept. */
  readonly codes: number;
}

/** @param isHtml whether a line break in the source is a blank and no more, as HTML has it outside `pre` */
export function markupText(source: string, isHtml: boolean, limits: MarkupLimits): MarkupText {
  const parts: string[] = [];
  const codes: DocumentCode[] = [];
  const open = { style: 0, pre: 0 };
  let whole = true;
  let depth = 0;
  const say = (words: string): void => {
    if (words.trim() !== "") parts.push("\n", words, "\n");
  };
  const parser = new Parser(
    {
      onopentag(qualified, attributes) {
        depth += 1;
        // a stack that grows without end makes each closing tag dear
        if (depth > limits.depth) throw new RangeError("too deep");
        const name = withoutPrefix(qualified);
        if (NOT_WORDS.has(name)) whole = false;
        if (name === "style" || name === "pre") open[name] += 1;
        parts.push(WITHIN_LINE.has(name) ? SEAM : "\n");
        for (const attribute in attributes) {
          const value = attributes[attribute] ?? "";
          if (/^\s*(?:data|javascript):/i.test(value) || EMBEDDING.has(attribute)) whole = false;
          if (attribute === "style" && TELLING_STYLE.test(value)) whole = false;
          if (attribute === "representation" && /b64/i.test(value)) whole = false;
          if (hasWords(attribute)) say(value);
        }
        const { code, codesystem } = attributes;
        if (!code || !codesystem) return;
        if (codes.length < limits.codes) codes.push({ system: codesystem, code });
        else whole = false;
      },
      onclosetag(qualified) {
        depth -= 1;
        const name = withoutPrefix(qualified);
        if (name === "style" || name === "pre") open[name] -= 1;
        parts.push(WITHIN_LINE.has(name) ? SEAM : "\n");
      },
      ontext(text) {
        if (open.style > 0 && TELLING_STYLE.test(text)) whole = false;
        parts.push(isHtml && open.pre === 0 ? text.replace(/[\r\n]+/g, " ") : text);
      },
      oncomment(text) {
        if (!/^\?xml\b/i.test(text)) say(text);
      },
      onprocessinginstruction(_, data) {
        // a subset of its own, where entities are defined
        if (/^!DOCTYPE[^>]*\[|^!ENTITY/i.test(data)) whole = false;
      },
    },
    RULES,
  );
  try {
    parser.end(source.replaceAll(SEAM, " "));
  } catch {
    whole = false;
  }
  return { text: joined(parts.join("")), whole, codes };
}

/** A line in which letters meet at a seam is there twice: as one word, and as two. */
function joined(text: string): string {
  if (!text.includes(SEAM)) return text;
  const lines: string[] = [];
  for (const line of text.split("\n")) {
    if (!line.includes(SEAM)) lines.push(line);
    else {
      lines.push(line.replaceAll(SEAM, ""));
      if (SEAM_IN_WORD.test(line)) lines.push(line.replaceAll(SEAM, " "));
    }
  }
  return lines.join("\n");
}
