/** How much of a document is read, and how long; what is beyond is not judged. */

export interface DocumentLimits {
  /** Of one document, decoded. */
  readonly bytes: number;
  /** Of the text of one document. */
  readonly characters: number;
  /** Codes of one document. */
  readonly codes: number;
  /** Elements within elements. */
  readonly depth: number;
  /** For one PDF, in milliseconds; the thread that reads it is ended then. */
  readonly pdfMs: number;
  readonly pdfPages: number;
  /** For all PDFs of one answer of the store together, in milliseconds. */
  readonly pdfMsPerAnswer: number;
  /** PDFs that wait while another is read. */
  readonly pdfsWaiting: number;
  /** Heap of the thread that reads PDFs. */
  readonly pdfHeapMb: number;
  /** One decompressed stream of a PDF. */
  readonly pdfStreamBytes: number;
  /** PDFs whose reading is remembered, and the characters of all of them together. */
  readonly remembered: number;
  readonly rememberedCharacters: number;
}

export const DOCUMENT_LIMITS: DocumentLimits = Object.freeze({
  bytes: 8 * 1024 * 1024,
  characters: 2_000_000,
  codes: 20_000,
  depth: 256,
  pdfMs: 10_000,
  pdfPages: 500,
  pdfMsPerAnswer: 60_000,
  pdfsWaiting: 32,
  pdfHeapMb: 256,
  pdfStreamBytes: 32 * 1024 * 1024,
  remembered: 2_000,
  rememberedCharacters: 20_000_000,
});
