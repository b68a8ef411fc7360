/** PDFs for tests: sound ones by a library, hostile ones by hand. */
import { deflateSync } from "node:zlib";
import { PDFDocument } from "@cantoo/pdf-lib";

export async function pdf(make: (document: PDFDocument) => unknown): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  await make(document);
  return document.save();
}

/** One page for each text; lines are divided by `\n`. */
export const pdfOf = (...pages: string[]): Promise<Uint8Array> =>
  pdf((document) => {
    for (const page of pages) document.addPage().drawText(page, { x: 50, y: 700 });
  });

/** One pixel. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

type PdfObject = string | readonly [dictionary: string, stream: Uint8Array];

/** The first object is the catalogue. */
export function rawPdf(objects: readonly PdfObject[]): Buffer {
  let bytes = Buffer.from("%PDF-1.7\n");
  const places: number[] = [];
  const add = (...more: (string | Uint8Array)[]): void => {
    bytes = Buffer.concat([bytes, ...more.map((one) => Buffer.from(one))]);
  };
  for (const [index, object] of objects.entries()) {
    places.push(bytes.length);
    const [dictionary, stream] = typeof object === "string" ? [object, undefined] : object;
    add(`${index + 1} 0 obj\n${dictionary}\n`);
    if (stream) add("stream\n", stream, "\nendstream\n");
    add("endobj\n");
  }
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${bytes.length}\n%%EOF`;
  add(`xref\n0 ${size}\n0000000000 65535 f \n${table}`, end);
  return bytes;
}

const CATALOGUE = "<< /Type /Catalog /Pages 2 0 R >>";
const FONT = "<< /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";
const page = (resources: string): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font ${FONT} ${resources} >> >>`;

/** One page with these operators. */
export function pdfWithContent(content: string | Uint8Array, resources = "", ...more: PdfObject[]): Buffer {
  const stream = deflateSync(content);
  return rawPdf([
    CATALOGUE,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    page(resources),
    [`<< /Length ${stream.length} /Filter /FlateDecode >>`, stream],
    ...more,
  ]);
}

export const words = (text: string): string => `BT /F 12 Tf 50 700 Td (${text}) Tj ET\n`;
