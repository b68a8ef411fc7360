/** Page links of our own: encrypted, of one size, bound to authorization, patient and query; the store's links stay inside. */
import { EncryptJWT, jwtDecrypt } from "jose";
import { invalidRequest } from "../outcome/refusals.ts";
import type { Pair } from "../pipeline/2-parse/raw-query.ts";

/** Where the next page starts: after these sort keys and this resource of the index, or at a page of the store for one of the types (`null`: its first), some shown already. */
export type Position =
  | { readonly after: string; readonly by: readonly (number | null)[] }
  | { readonly types: readonly string[]; readonly at: number; readonly next: string | null; readonly skip: number };

export interface CursorContent {
  readonly authorizationId: string;
  readonly patient: string;
  /** Of the listing, below the base. */
  readonly path: string;
  /** The client's own query. */
  readonly query: readonly Pair[];
  readonly position: Position;
}

export interface Cursors {
  readonly seal: (content: CursorContent) => Promise<string>;
  /** @throws InvalidRequest for anything that this facade did not seal */
  readonly open: (text: string) => Promise<CursorContent>;
}

/** Characters of every cursor before encryption, so that its length says nothing. */
const SIZE = 3072;
export const CURSOR = /^[A-Za-z0-9_.-]{1,6000}$/;

/** @param keys of 32 bytes: the first seals; the others, which were in use before, still open */
export function cursors(keys: readonly Uint8Array[]): Cursors {
  const [current] = keys;
  if (!current) throw new RangeError("no cursor key");
  return {
    seal: async (content) => {
      const json = JSON.stringify(content);
      const bytes = Buffer.byteLength(JSON.stringify(json));
      if (bytes > SIZE) throw invalidRequest("cursor-too-long");
      return await new EncryptJWT({ c: json, pad: " ".repeat(SIZE - bytes) })
        .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
        .encrypt(current);
    },
    open: async (text) => {
      for (const key of keys) {
        const opened = await jwtDecrypt(text, key, { keyManagementAlgorithms: ["dir"], contentEncryptionAlgorithms: ["A256GCM"] }).catch(
          () => undefined,
        );
        if (typeof opened?.payload.c === "string") return JSON.parse(opened.payload.c) as CursorContent;
      }
      throw invalidRequest("cursor-malformed");
    },
  };
}
