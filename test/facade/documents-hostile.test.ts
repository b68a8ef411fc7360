/** D10: whatever bytes a document has, reading it ends, never throws, and never says more than it may. */
import fc from "fast-check";
import { documents } from "../../fhir-facade/src/documents/documents.ts";
import { attachment, base64, read } from "./support/documents.ts";

const READ = documents({ characters: 10_000 });
const TYPES = [
  "text/plain",
  "text/html",
  "application/xml",
  "application/hl7-v3+xml",
  "text/rtf",
  "application/json",
  "text/csv",
  "text/markdown",
  "image/png",
  "application/pdf",
  undefined,
];
const PIECES = [
  "{\\rtf1 ",
  "{",
  "}",
  "\\'e",
  "\\u-1?",
  "\\uc9 ",
  "\\bin3 ",
  "\\pict",
  "<?xml ",
  "<!DOCTYPE x [",
  "<!ENTITY a '",
  "<![CDATA[",
  "]]>",
  "<!--",
  "-->",
  "<html>",
  "<p title='",
  "</",
  "<script>",
  "&#x110000;",
  "&amp",
  "&",
  '{"a":"',
  '"}',
  "[[",
  "%PDF-",
  "\uFEFF",
  "\uE000",
  "\uD800",
  "heroin",
  "\n",
  "-\n",
  "\u00AD",
  "A".repeat(70),
];

const contents = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => Buffer.from(pieces.join(""))),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => Buffer.from(pieces.join(""), "utf16le")),
  fc.string({ unit: "binary", maxLength: 300 }).map((text) => Buffer.from(text)),
);

describe("D10: any bytes", () => {
  test("D10: reading any bytes as any type ends, and gives text within its limits or nothing", () => {
    fc.assert(
      fc.property(contents, fc.constantFrom(...TYPES), (bytes, type) => {
        const found = READ.textOf(attachment(type, bytes));
        if (found) expect([found.text.length <= 10_000, typeof found.whole]).toEqual([true, "boolean"]);
      }),
      { numRuns: 1_500 },
    );
  });

  test("D10: any JSON in the place of an attachment", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom("data", "contentType", "valueBase64Binary", "url"), fc.jsonValue()), (value) => {
        READ.textOf(value as never);
      }),
    );
  });

  test("D10: a word in plain text is found, whatever stands around it", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), fc.string({ maxLength: 100 }), (before, after) => {
        const found = READ.textOf(attachment("text/plain", `${before}\n heroin \n${after}`));
        if (found?.whole) expect(found.text).toContain("heroin");
      }),
      { numRuns: 500 },
    );
  });
});

describe("D10: documents that are made to take long", () => {
  const MANY = 200_000;
  test.each([
    ["tags that open", "<x>".repeat(MANY)],
    ["tags that close", `<x>${"</y>".repeat(MANY)}`],
    ["tags that never end", "<x ".repeat(MANY)],
    ["attributes", `<x ${"a=b ".repeat(MANY)}>`],
    ["comments that never end", "<!--".repeat(MANY)],
    ["entities", `<x>${"&amp".repeat(MANY)}</x>`],
    ["seams", `<x>${"a<b></b>".repeat(MANY / 2)}`],
    ["groups", `{\\rtf1 ${"{\\b ".repeat(MANY)}`],
    ["slashes", `{\\rtf1 ${"\\".repeat(MANY)}`],
    ["lists", "[".repeat(MANY)],
    ["quotes", `["${'\\"'.repeat(MANY)}`],
    ["hyphens", "a-\n".repeat(MANY)],
    ["letters without end", "a".repeat(20 * MANY)],
    ["line breaks", "-\n \n".repeat(MANY)],
    ["characters that become long", "\uFDFA".repeat(MANY)],
    ["signs of Markdown", "![".repeat(MANY)],
  ])("D10: %s", (_, content) => {
    for (const type of ["text/html", "text/markdown"]) {
      const found = read(type, content);
      if (found) expect(found.text.length).toBeLessThanOrEqual(2_000_000);
    }
  });

  test("D10: more than eight megabytes are opaque", () => {
    expect(documents().textOf({ contentType: "text/plain", data: base64(Buffer.alloc(8 * 1024 * 1024 + 1, "x ")) })).toBeUndefined();
    expect(documents().textOf({ contentType: "text/plain", data: base64(Buffer.alloc(8 * 1024 * 1024, "x ")) })?.whole).toBe(false);
  });
});
