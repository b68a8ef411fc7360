/** D10: PDFs are read by their text layer, ahead of time; what is in them beside words makes them not whole. */
import { degrees, type PDFDocument } from "@cantoo/pdf-lib";
import { documents } from "../../fhir-facade/src/documents/documents.ts";
import { attachment, base64, linesOf, readPrepared } from "./support/documents.ts";
import { PNG, pdf, pdfOf, pdfWithContent, words } from "./support/pdf.ts";

const READ = documents();
const WORDS = "Denies use of heroin";

/** A page with words, and what is done to the document beside. */
const beside = (more: (document: PDFDocument) => unknown): Promise<Uint8Array> =>
  pdf((document) => {
    document.addPage().drawText(WORDS, { x: 50, y: 700 });
    return more(document);
  });
const firstPage = (document: PDFDocument) => document.getPage(0);

describe("D10: the text layer", () => {
  const LEGIBLE: [string, () => Promise<Uint8Array>, readonly string[]][] = [
    ["pages and lines", () => pdfOf("Page one\nheroin", "Page two"), ["Page one", "heroin", "Page two"]],
    ["a word divided at the end of a line", () => pdfOf("No depres-\nsion today"), ["No depres-sion depression", "today"]],
    [
      "columns and cells",
      () =>
        pdf((document) => {
          const page = document.addPage();
          for (const [row, left] of ["No", "Some"].entries()) {
            page.drawText(left, { x: 50, y: 700 - 20 * row });
            page.drawText("heroin", { x: 350, y: 700 - 20 * row });
          }
        }),
      ["No heroin", "Some heroin"],
    ],
    ["turned text", () => pdf((document) => document.addPage().drawText(WORDS, { x: 50, y: 300, rotate: degrees(90) })), [WORDS]],
    ["invisible text", () => Promise.resolve(pdfWithContent(`3 Tr ${words("heroin")}`)), ["heroin"]],
    [
      "frames and lines",
      () =>
        beside((document) => {
          firstPage(document).drawRectangle({ x: 1, y: 1, width: 99, height: 99 });
          firstPage(document).drawCircle({ x: 50, y: 50, size: 20 });
        }),
      [WORDS],
    ],
    [
      "the title and keywords",
      () =>
        beside((document) => {
          document.setTitle("Letter of a psychiatrist");
          document.setKeywords(["methadone"]);
        }),
      ["Letter of a psychiatrist", "methadone", WORDS],
    ],
  ];
  test.each(LEGIBLE)("D10: %s", async (_, make, lines) => {
    const found = await readPrepared(await make(), READ);
    expect(linesOf(found)).toEqual(lines);
    expect(found?.whole).toBe(true);
  });

  test("D10: fields of a form", async () => {
    const bytes = await beside((document) => {
      const field = document.getForm().createTextField("a");
      field.setText("methadone");
      field.addToPage(firstPage(document));
    });
    expect(await readPrepared(bytes, READ)).toMatchObject({ whole: true, text: expect.stringContaining("methadone") });
  });

  const IMAGE_IN_LINE = "BI /W 1 /H 1 /CS /G /BPC 8 ID x EI\n";
  const NOT_WHOLE: [string, () => Promise<Uint8Array> | Uint8Array][] = [
    ["an image", () => beside(async (document) => firstPage(document).drawImage(await document.embedPng(PNG)))],
    ["an image in the page itself", () => pdfWithContent(words(WORDS) + IMAGE_IN_LINE)],
    ["a page without words", () => beside((document) => document.addPage())],
    ["a page that is an image", () => beside(async (document) => document.addPage().drawImage(await document.embedPng(PNG)))],
    ["an embedded file", () => beside((document) => document.attach(Buffer.from("heroin"), "a.txt", {}))],
    ["a program", () => beside((document) => document.addJavaScript("a", "while (true);"))],
    ["letters that are drawn", () => beside((document) => firstPage(document).drawSvgPath(" M 0 0 C 1 2 3 4 5 6".repeat(100)))],
    [
      "a font whose characters are unknown",
      () =>
        pdfWithContent(
          `${words(WORDS)}BT /G 12 Tf 50 600 Td <0001> Tj ET`,
          "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> /G << /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /UniJIS-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 0 >> >>] >> >>",
        ),
    ],
    ["operators that break off", () => pdfWithContent(`${words(WORDS)}/X Do (`)],
    [
      "a password of its owner",
      async () => {
        const bytes = await beside((document) => document.encrypt({ ownerPassword: "owner" }));
        return bytes;
      },
    ],
  ];
  test.each(NOT_WHOLE)("D10: with %s the words count and the document is not whole", async (_, make) => {
    expect(await readPrepared(await make(), READ)).toMatchObject({ whole: false, text: expect.stringContaining(WORDS) });
  });

  test("D10: pages after the last one that is read", async () => {
    expect(await readPrepared(await pdfOf("one", "two"), documents({ pdfPages: 1 }))).toMatchObject({ text: "one", whole: false });
  });

  test.each([
    ["a password of its reader", () => beside((document) => document.encrypt({ userPassword: "reader", ownerPassword: "owner" }))],
    ["an end that is missing", async () => (await pdfOf(WORDS)).subarray(0, 300)],
    ["nothing after its name", async () => Buffer.from("%PDF-1.7\n")],
  ])("D10: with %s it is opaque", async (_, make) => expect(await readPrepared(await make(), READ)).toBeUndefined());
});

describe("D10: ahead of time", () => {
  test("D10: a PDF that was not prepared is opaque, whatever it is said to be", async () => {
    const bytes = await pdfOf("not prepared");
    for (const type of ["application/pdf", "text/plain", undefined]) expect(documents().textOf(attachment(type, bytes))).toBeUndefined();
  });

  test("D10: its bytes decide that it is one", async () => {
    for (const type of ["text/plain", "image/png"]) expect((await readPrepared(await pdfOf("heroin"), READ, type))?.text).toBe("heroin");
    expect((await readPrepared(Buffer.concat([Buffer.from("junk\n"), await pdfOf("heroin")]), READ))?.text).toBe("heroin");
  });

  test("D10: wherever it stands: contained, in extensions, in a bundle, as bytes of a Binary", async () => {
    const bytes = await pdfOf("heroin");
    const places = [
      { resourceType: "Binary", id: "b", ...attachment("application/pdf", bytes) },
      { resourceType: "Patient", id: "p", extension: [{ url: "x", valueBase64Binary: base64(bytes) }] },
      { resourceType: "Bundle", entry: [{ resource: { contained: [{ photo: [attachment("application/pdf", bytes)] }] } }] },
    ];
    for (const place of places) {
      const by = documents();
      await by.prepare([place]);
      expect(by.textOf(attachment("application/pdf", bytes))?.text).toBe("heroin");
    }
  });

  test("D10: the same document is read once, also by requests at the same time; what cannot be read is not tried again", async () => {
    let times = 0;
    const by = documents({}, async (bytes) => {
      times += 1;
      return bytes.length > 20 ? { text: "heroin", whole: true } : undefined;
    });
    const good = Buffer.from("%PDF-1.7 a document of some length");
    const bad = Buffer.from("%PDF-1.7");
    await Promise.all([readPrepared(good, by), readPrepared(good, by), readPrepared(bad, by)]);
    await Promise.all([readPrepared(good, by), readPrepared(bad, by)]);
    expect(times).toBe(2);
  });

  test("D10: what was prepared stays known for the resource at hand when the memory is full", async () => {
    const by = documents({ remembered: 1 }, async (bytes) => ({ text: Buffer.from(bytes).toString(), whole: true }));
    const all = ["one", "two", "three"].map((text) => attachment("application/pdf", `%PDF-1.7 ${text}`));
    await by.prepare(all);
    expect(all.map((one) => by.textOf(one)?.text)).toEqual(["%PDF-1.7 one", "%PDF-1.7 two", "%PDF-1.7 three"]);
    expect(all.map((one) => by.textOf({ ...one })?.text)).toEqual([undefined, undefined, "%PDF-1.7 three"]);
  });

  test("D10: after the time for one answer is over, and while too many wait, documents are opaque and can be read later", async () => {
    const bytes = Buffer.from("%PDF-1.7 heroin");
    expect(await readPrepared(bytes, documents({ pdfMsPerAnswer: 0 }))).toBeUndefined();
    let isBusy = true;
    const by = documents({}, async () => (isBusy ? "busy" : { text: "heroin", whole: true }));
    expect(await readPrepared(bytes, by)).toBeUndefined();
    isBusy = false;
    expect((await readPrepared(bytes, by))?.text).toBe("heroin");
  });

  test("D10: too long a document is opaque, and errors are nobody's", async () => {
    expect(await readPrepared(await pdfOf("heroin"), documents({ bytes: 100 }))).toBeUndefined();
    const by = documents({}, () => Promise.reject(new Error("broken")));
    expect(await readPrepared(Buffer.from("%PDF-1.7 heroin"), by)).toBeUndefined();
  });
});
