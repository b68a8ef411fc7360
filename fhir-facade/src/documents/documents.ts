/** Documents inside resources, read for judging: PDFs ahead of time, everything else when it is asked for. What was not read is opaque. */
import { createHash } from "node:crypto";
import type { JsonObject } from "../compartment/resource.ts";
import { room } from "../patient-index/room.ts";
import { bytesOf, firstBytes } from "./base64.ts";
import { dataOf, findAttachments } from "./find-attachments.ts";
import { DOCUMENT_LIMITS, type DocumentLimits } from "./limits.ts";
import { mediaType } from "./media-type.ts";
import { pdfReader, type ReadPdf } from "./pdf-reader.ts";
import { isPdf, readDocument } from "./read-document.ts";
import { type Reading, reading } from "./reading.ts";

export interface Documents {
  /** Reads the PDFs in these resources, or in bundles of them; `textOf` knows them afterwards. Does not reject. */
  readonly prepare: (resources: readonly JsonObject[]) => Promise<void>;
  /**
   * The words of an Attachment, a Binary or an object with `valueBase64Binary`; `undefined` when it is opaque: an address, no base64, an unknown format,
   * too long, a PDF that was not prepared. Does not throw.
   */
  readonly textOf: (attachment: JsonObject) => Reading | undefined;
}

/** @param readPdf can be given by tests */
export function documents(given: Partial<DocumentLimits> = {}, readPdf?: ReadPdf): Documents {
  const limits = { ...DOCUMENT_LIMITS, ...given };
  const readNext = readPdf ?? pdfReader(limits);
  const prepared = new WeakMap<JsonObject, Known>();
  const known = room<Known>(limits.remembered, limits.rememberedCharacters, ({ size }) => size);
  const underWay = new Map<string, Promise<Known | undefined>>();

  return {
    async prepare(resources) {
      const until = performance.now() + limits.pdfMsPerAnswer;
      for (const attachment of findAttachments(resources)) {
        const data = dataOf(attachment);
        if (data === undefined || prepared.has(attachment) || !isPdfData(attachment, data)) continue;
        const name = nameOf(data);
        const isLate = performance.now() >= until;
        const found = known.use(name) ?? (isLate ? undefined : await readShared(name, data).catch(() => undefined));
        if (found) prepared.set(attachment, found);
      }
    },
    textOf(attachment) {
      const data = dataOf(attachment);
      if (data === undefined) return undefined;
      try {
        if (isPdfData(attachment, data)) return (prepared.get(attachment) ?? known.use(nameOf(data)))?.reading;
        const bytes = bytesOf(data, limits.bytes);
        return bytes && readDocument(bytes, mediaType(attachment.contentType), limits);
      } catch {
        return undefined;
      }
    },
  };

  /** A document that several requests wait for is read once. */
  function readShared(name: string, data: string): Promise<Known | undefined> {
    const shared = underWay.get(name);
    if (shared) return shared;
    const work = read(name, data).finally(() => underWay.delete(name));
    underWay.set(name, work);
    return work;
  }

  /** What cannot be read is remembered too: it is not tried again with each request. */
  async function read(name: string, data: string): Promise<Known | undefined> {
    const bytes = bytesOf(data, limits.bytes);
    const text = bytes && (await readNext(bytes));
    if (text === "busy") return undefined;
    const found = text && reading(text.text, text.whole, limits.characters);
    const value: Known = { reading: found, size: (found?.text.length ?? 0) + 100 };
    known.keep(name, value);
    return value;
  }
}

interface Known {
  readonly reading: Reading | undefined;
  readonly size: number;
}

const isPdfData = ({ contentType }: JsonObject, data: string): boolean => isPdf(firstBytes(data), mediaType(contentType));

const nameOf = (data: string): string => createHash("sha256").update(data).digest("base64");
