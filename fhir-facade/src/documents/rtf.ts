/** Rich Text Format to words. */
import { decodedAs } from "./charset.ts";
import { BREAKS, CHARACTERS, NOT_WORDS, PARTLY_WORDS, WITHOUT_WORDS } from "./rtf-names.ts";

/** A control word with its number and one blank, a byte, a control symbol, a brace, or characters. */
const TOKEN = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[^\\{}]+/gs;

const ASCII = /^[\x20-\x7e\t]*$/;
/** Fields that show what stands in another file. */
const ELSEWHERE = /\bINCLUDE(?:PICTURE|TEXT)\b/;

interface Group {
  readonly isSkipped: boolean;
  /** Characters that stand after each `\u` for readers that do not know it. */
  readonly fallback: number;
}

const OUTSIDE: Group = { isSkipped: false, fallback: 1 };

/** @param source one character for each byte */
export function rtfText(source: string): { readonly text: string; readonly whole: boolean } {
  const parts: string[] = [];
  const outer: Group[] = [];
  let group = OUTSIDE;
  let whole = true;
  let pending: number[] = [];
  let page = "windows-1252";
  /** Characters that still stand for the last `\u`. */
  let over = 0;
  const flush = (): void => {
    if (pending.length === 0) return;
    const text = decodedAs(page, Uint8Array.from(pending));
    if (text === undefined) whole = false;
    parts.push(text ?? Buffer.from(pending).toString("latin1"));
    pending = [];
  };
  const say = (text: string): void => {
    flush();
    if (!group.isSkipped) parts.push(text);
  };
  const byte = (value: number): void => {
    if (over > 0) over -= 1;
    else if (!group.isSkipped) pending.push(value);
  };
  const tokens = new RegExp(TOKEN);
  for (let found = tokens.exec(source); found; found = tokens.exec(source)) {
    const [all, word, digits, hex, symbol, brace] = found;
    if (hex !== undefined) byte(Number.parseInt(hex, 16));
    else if (brace === "{") {
      flush();
      over = 0;
      outer.push(group);
    } else if (brace === "}") {
      flush();
      over = 0;
      const back = outer.pop();
      if (!back) whole = false;
      group = back ?? OUTSIDE;
    } else if (word !== undefined) {
      control(word, digits === undefined ? undefined : Number(digits));
    } else if (symbol !== undefined) {
      if (symbol === "~") say(" ");
      else if (symbol === "_") say("-");
      else if (symbol === "\n" || symbol === "\r") say("\n");
      else if ("\\{}".includes(symbol)) byte(symbol.charCodeAt(0));
    } else letters(all.replace(/[\r\n]+/g, ""));
  }
  flush();
  const text = parts.join("");
  return { text, whole: whole && outer.length === 0 && !ELSEWHERE.test(text) };

  function letters(run: string): void {
    if (over === 0 && pending.length === 0 && ASCII.test(run)) say(run);
    else for (const letter of run) byte(letter.charCodeAt(0));
  }

  function control(word: string, number: number | undefined): void {
    if (word === "u" && number !== undefined) {
      say(String.fromCharCode(number & 0xffff));
      over = group.fallback;
      return;
    }
    flush();
    over = 0;
    if (word === "uc") group = { ...group, fallback: Math.max(0, number ?? 1) };
    else if (word === "ansicpg") page = PAGES[number ?? 1252] ?? `windows-${number}`;
    else if (word === "mac") page = "macintosh";
    else if (word === "pc" || word === "pca") page = "ibm-of-old";
    else if (word === "bin") tokens.lastIndex += Math.max(0, number ?? 0);
    else if (BREAKS.has(word)) say("\n");
    else if (Object.hasOwn(CHARACTERS, word)) say(CHARACTERS[word] ?? "");
    if (NOT_WORDS.has(word) && !group.isSkipped) whole = false;
    if (WITHOUT_WORDS.has(word) || (NOT_WORDS.has(word) && !PARTLY_WORDS.has(word))) group = { ...group, isSkipped: true };
  }
}

/** Code pages whose charset has another name. */
const PAGES: Readonly<Record<number, string>> = {
  0: "windows-1252",
  932: "shift_jis",
  936: "gbk",
  949: "euc-kr",
  950: "big5",
  10000: "macintosh",
  65001: "utf-8",
};
