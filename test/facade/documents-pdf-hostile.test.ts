/** D10: PDFs that are made to hang, to fill the memory or to break the thread are opaque, and the next one is read. */
import { spawnSync } from "node:child_process";
import { deflateSync } from "node:zlib";
import { documents } from "../../fhir-facade/src/documents/documents.ts";
import { DOCUMENT_LIMITS } from "../../fhir-facade/src/documents/limits.ts";
import { pdfReader } from "../../fhir-facade/src/documents/pdf-reader.ts";
import { readPrepared } from "./support/documents.ts";
import { pdfOf, pdfWithContent, rawPdf, words } from "./support/pdf.ts";

const READ = documents({ pdfMs: 20_000, pdfStreamBytes: 1_000_000 });
const DYING = new URL("./support/dying-thread.mjs", import.meta.url);
const page = (kids: string, more = "") => [
  "<< /Type /Catalog /Pages 2 0 R /Outlines 5 0 R >>",
  `<< /Type /Pages /Kids [${kids}] /Count 2 >>`,
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R ${more} >>`,
];

const HOSTILE: [string, () => Uint8Array][] = [
  ["a page that becomes very long", () => pdfWithContent(words("heroin") + " ".repeat(20_000_000))],
  [
    "a page that becomes long twice",
    () => {
      const stream = deflateSync(deflateSync(Buffer.alloc(100_000_000, 32)));
      return rawPdf([...page("3 0 R"), [`<< /Length ${stream.length} /Filter [/FlateDecode /FlateDecode] >>`, stream], "<< >>"]);
    },
  ],
  ["lists in lists", () => pdfWithContent("[".repeat(900_000))],
  ["dictionaries in dictionaries", () => pdfWithContent("<</A ".repeat(150_000))],
  [
    "pages that are their own parents",
    () => rawPdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]),
  ],
  [
    "a form that shows itself",
    () =>
      pdfWithContent("/X Do", "/XObject << /X 5 0 R >>", [
        "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 11 /Resources << /XObject << /X 5 0 R >> >> >>",
        Buffer.from("/X Do /X Do"),
      ]),
  ],
  [
    "an outline that leads back to itself",
    () =>
      rawPdf([
        ...page("3 0 R"),
        ["<< /Length 5 >>", Buffer.from("0 0 m")],
        "<< /First 6 0 R >>",
        "<< /Title (heroin) /Next 6 0 R /First 6 0 R >>",
      ]),
  ],
  ["a length that is not true", () => rawPdf([...page("3 0 R"), ["<< /Length 999999999 >>", Buffer.from(words("heroin"))], "<< >>"])],
  ["pages without number", () => rawPdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 2000000000 >>"])],
];

describe("D10: hostile PDFs", () => {
  test.each(HOSTILE)("D10: %s: never whole", async (_, make) => {
    expect((await readPrepared(make(), READ))?.whole ?? false).toBe(false);
    expect((await readPrepared(await pdfOf("Next one"), READ))?.text).toBe("Next one");
  });

  test("D10: a document that takes too long is opaque, and the thread is ended", async () => {
    const reader = pdfReader({ ...DOCUMENT_LIMITS, pdfMs: 1 });
    expect(await reader(await pdfOf("heroin"))).toBeUndefined();
    const dying = pdfReader({ ...DOCUMENT_LIMITS, pdfMs: 1500 }, DYING);
    expect(await dying(Buffer.from("hang"))).toBeUndefined();
    expect(await dying(Buffer.from("next"))).toEqual({ text: "next 1", whole: true });
  });

  test("D10: a document for which the memory is too small is opaque", async () => {
    const reader = pdfReader({ ...DOCUMENT_LIMITS, pdfHeapMb: 8 });
    expect(await reader(pdfWithContent(words("heroin").repeat(100_000)))).toBeUndefined();
  });

  test.each(["exit", "throw"])("D10: a thread that died (%s) is started anew", async (death) => {
    const reader = pdfReader(DOCUMENT_LIMITS, DYING);
    const asked = ["one", death, "two", "three"].map((text) => reader(Buffer.from(text)));
    expect(await Promise.all(asked)).toEqual([
      { text: "one 1", whole: true },
      undefined,
      { text: "two 1", whole: true },
      { text: "three 2", whole: true },
    ]);
  });

  test("D10: an answer that is not understood is none; a thread that cannot start gives none", async () => {
    expect(await pdfReader(DOCUMENT_LIMITS, DYING)(Buffer.from("nonsense"))).toBeUndefined();
    expect(await pdfReader(DOCUMENT_LIMITS, new URL("./no-such-thread.mjs", import.meta.url))(Buffer.from("x"))).toBeUndefined();
  });

  test("D10: when too many wait, one more is not looked at", async () => {
    const reader = pdfReader({ ...DOCUMENT_LIMITS, pdfsWaiting: 2 }, DYING);
    const asked = ["one", "two", "three"].map((text) => reader(Buffer.from(text)));
    expect(await Promise.all(asked)).toEqual([{ text: "one 1", whole: true }, { text: "two 2", whole: true }, "busy"]);
    expect(await reader(Buffer.from("four"))).toEqual({ text: "four 3", whole: true });
  });

  test("D10: a process that waits for a document goes on, and ends when it has it", async () => {
    const data = Buffer.from(await pdfOf("heroin")).toString("base64");
    const source = `import { documents } from ${JSON.stringify(new URL("../../fhir-facade/src/documents/documents.ts", import.meta.url).href)};
      const one = { data: ${JSON.stringify(data)} }; const by = documents(); await by.prepare([one]); console.log(by.textOf(one).text);`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", source], {
      encoding: "utf8",
      env: { PATH: process.env.PATH },
      timeout: 50_000,
    });
    expect([status, stdout, stderr]).toEqual([0, "heroin\n", ""]);
  });
});
