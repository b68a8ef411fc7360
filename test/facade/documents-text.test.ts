/** D10: plain documents are read for judging: base64, charsets, and bytes that are not what they are said to be. */
import { documents } from "../../fhir-facade/src/documents/documents.ts";
import { attachment, base64, linesOf, read } from "./support/documents.ts";

const utf16 = (text: string, isBigEndian = false): Buffer => {
  const bytes = Buffer.from(text, "utf16le");
  return isBigEndian ? bytes.swap16() : bytes;
};

describe("D10: text is read by its charset", () => {
  const CHARSETS: [string, string | undefined, Uint8Array, string][] = [
    ["UTF-8 without a charset", "text/plain", Buffer.from("señal de depresión"), "señal de depresión"],
    ["UTF-8 with its mark", "text/plain", Buffer.from("\uFEFFdepresión"), "depresión"],
    ["ISO 8859-1", "text/plain; charset=ISO-8859-1", Buffer.from("depresión", "latin1"), "depresión"],
    ["windows-1252", 'text/plain; charset="windows-1252"', Buffer.from([0x93, 0x61, 0x94]), "“a”"],
    ["UTF-16 with its mark", "text/plain", utf16("\uFEFFdepresión"), "depresión"],
    ["UTF-16, the other way round", "text/plain", utf16("\uFEFFdepresión", true), "depresión"],
    ["UTF-16 without a mark", "text/plain; charset=utf-16", utf16("depresión"), "depresión"],
    ["UTF-16 that nobody mentions", undefined, utf16("opioid use", true), "opioid use"],
    ["UTF-8 that is said to be ISO 8859-1", "text/plain;charset=iso-8859-1", Buffer.from("depresión"), "depresión"],
    ["UTF-8 that is said to be UTF-16", "text/plain;charset=utf-16", Buffer.from("heroin"), "heroin"],
    [
      "XML that says its own",
      "text/xml",
      Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>depresión</a>', "latin1"),
      "depresión",
    ],
  ];
  test.each(CHARSETS)("D10: %s", (_, contentType, bytes, text) => {
    expect([linesOf(read(contentType, bytes)), read(contentType, bytes)?.whole]).toEqual([[text], true]);
  });

  test.each([
    ["no charset fits", "text/plain", Buffer.from("heroin \xe9", "latin1")],
    ["nobody knows the charset", "text/plain; charset=utf-7", Buffer.from("heroin")],
  ])("D10: where %s, the words count and the document is not whole", (_, contentType, bytes) => {
    expect(read(contentType, bytes)).toMatchObject({ text: expect.stringContaining("heroin"), whole: false });
  });

  test.each([
    ["zeros", Buffer.from("hero\0in was used")],
    ["control characters", Buffer.from("hero\bin")],
    ["half a UTF-16 character", Buffer.concat([utf16("\uFEFFheroin"), Buffer.from([1])])],
    ["bytes of an image", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
    ["an archive", Buffer.from("504b0304140000000800000021", "hex")],
    ["blanks only", Buffer.from(" \n\t ")],
  ])("D10: %s are no text, whatever they are said to be", (_, bytes) => {
    for (const type of ["text/plain", "text/html", "application/rtf", "application/json", undefined])
      expect(read(type, bytes)).toBeUndefined();
  });
});

describe("D10: bytes in base64", () => {
  const WORDS = base64("Denies any use of heroin");

  test("D10: with blanks and line breaks", () => {
    const data = WORDS.replace(/.{10}/g, "$&\r\n ");
    expect(documents().textOf({ contentType: "text/plain", data })?.text).toBe("Denies any use of heroin");
  });

  test.each([
    ["cut off", WORDS.slice(0, -3)],
    ["with other signs", `${WORDS.slice(0, -4)}*AAA`],
    ["in its form for addresses", "aGVyb2lu_-__"],
    ["with an end in the middle", "aGU=aGVyb2lu"],
    ["empty", ""],
    ["blank", "  \n"],
  ])("D10: %s it is opaque", (_, data) => expect(documents().textOf({ contentType: "text/plain", data })).toBeUndefined());

  test("D10: what stands behind an address is opaque; nothing is fetched", () => {
    expect(documents().textOf({ contentType: "text/plain", url: "https://store.example/fhir/Binary/b" })).toBeUndefined();
    expect(documents().textOf({ contentType: "text/plain", title: "Letter" })).toBeUndefined();
    expect(documents().textOf({ contentType: "text/plain", data: 7 })).toBeUndefined();
  });

  test("D10: an element of type base64Binary is read where it stands", () => {
    expect(documents().textOf({ url: "http://plan.example/x", valueBase64Binary: WORDS })?.text).toBe("Denies any use of heroin");
  });
});

describe("D10: the first bytes decide what a document is", () => {
  const HTML = "<html><body><p>Her<b>oin</b></p></body></html>";
  test.each([
    ["HTML that is said to be plain", "text/plain", HTML, ["Heroin", "Her oin"]],
    ["HTML that is said to be an image", "image/png", HTML, ["Heroin", "Her oin"]],
    ["RTF that is said to be plain", "text/plain", "{\\rtf1\\ansi H\\'65roin}", ["Heroin"]],
    ["text that is said to be PDF", "application/pdf", "Heroin", ["Heroin"]],
    ["JSON that is said to be nothing", undefined, '{"a":"H\\u0065roin"}', ["a", "Heroin"]],
    ["a type in capitals with parameters", "TEXT/HTML; Charset=UTF-8; x=y", HTML, ["Heroin", "Her oin"]],
  ])("D10: %s", (_, contentType, content, lines) => expect(linesOf(read(contentType, content))).toEqual(lines));

  test("D10: text of a type that nobody knows counts and is not whole", () => {
    for (const type of ["image/png", "message/rfc822", "multipart/related", "application/x-own", "text/vcard", "image/svg+xml"])
      expect([type, read(type, "heroin")]).toEqual([type, { text: "heroin", whole: false, codes: [] }]);
  });

  test("D10: markup inside a plain text is read both ways", () => {
    const found = read("text/plain", "Pain <5 of 10.\nHero<b>in</b> use");
    expect(found?.text).toContain("Pain <5 of 10.");
    expect(linesOf(found)).toContain("Heroin use");
  });
});

describe("D10: words as a reader sees them", () => {
  test.each([
    ["soft hyphens", "hero\u00ADin", "heroin"],
    ["a soft hyphen at the end of a line", "hero\u00AD\n  in", "heroin"],
    ["invisible characters", "he\u200Br\u2060oin", "heroin"],
    ["ligatures", "su\uFB03cient", "sufficient"],
    ["wide letters", "\uFF48\uFF45\uFF52\uFF4F\uFF49\uFF4E", "heroin"],
    ["a word divided at the end of a line, with and without its hyphen", "No depres-\n  sion today", "No depres-sion depression\n today"],
  ])("D10: %s", (_, content, text) => expect(read("text/plain", content)?.text).toBe(text));

  test("D10: Markdown's signs do not divide a word; an image makes it not whole", () => {
    expect(linesOf(read("text/markdown", "# Note\nhero**in** use"))).toContain("heroin use");
    expect(read("text/markdown", "Note ![scan](scan.png)")?.whole).toBe(false);
  });

  test("D10: cells of CSV stay apart", () => {
    expect(read("text/csv", "name,use\nx,heroin\n")).toMatchObject({ text: "name,use\nx,heroin\n", whole: true });
  });

  test.each([
    ["bytes in letters", `Scan:\n${base64(Buffer.alloc(90, "scan"))}`],
    ["another kind of document", "Letter: {\\rtf1 heroin}"],
    ["a data address", "see data:image/png;base64,AAAA"],
  ])("D10: a text with %s is not whole", (_, content) => expect(read("text/plain", content)?.whole).toBe(false));
});

describe("D10: JSON", () => {
  test("D10: every string counts, also of a member that stands there twice, and every name", () => {
    const found = read("application/json", '{"use of":"heroin","a":{"b":["x\\ty",1,true]},"use of":"none"}');
    expect(linesOf(found)).toEqual(["use of", "heroin", "a", "b", "x y", "use of", "none"]);
    expect(found?.whole).toBe(true);
  });

  test("D10: of FHIR the names are the standard's own; bytes in it make it not whole", () => {
    const condition = { resourceType: "Condition", id: "x", code: { text: "Opioid use" } };
    expect(linesOf(read("application/fhir+json", JSON.stringify(condition)))).toEqual(["Condition", "x", "Opioid use"]);
    const binary = { resourceType: "Binary", contentType: "text/plain", data: base64("heroin") };
    expect(read("application/fhir+json", JSON.stringify(binary))?.whole).toBe(false);
  });

  test("D10: one value a line; what is broken is text, and not whole", () => {
    expect(linesOf(read("application/fhir+ndjson", '{"a":"x"}\n{"a":"y"}\n'))).toEqual(["a", "x", "a", "y"]);
    expect(read("application/json", '{"a":"hero\\u0069n"')?.whole).toBe(false);
  });
});

test("D10: limits: too many bytes are opaque, too much text is cut and not whole", () => {
  const small = documents({ bytes: 100, characters: 20 });
  expect(read("text/plain", "x".repeat(101), small)).toBeUndefined();
  expect(read("text/plain", "heroin ".repeat(10), small)).toMatchObject({ text: "heroin heroin heroin".slice(0, 20), whole: false });
  expect(small.textOf({ data: ` ${" ".repeat(10_000)}${attachment(undefined, "x").data}` })).toBeUndefined();
});
