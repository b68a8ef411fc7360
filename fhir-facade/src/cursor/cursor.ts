/** Page links of our own: encrypted, of one size, bound to authorization, patient and query; the store's links stay inside. */
import { EncryptJWT, jwtDecrypt } from "jose";
import { invalidRequest } from "../outcome/refusals.ts";
import type { Pair } from "../pipeline/2-parse/raw-query.ts";

/** Where the next page starts: after a key of the index, or at a page of the store for one of the types (`null`: its first), some shown already. */
export type Position =
  | { readonly after: string }
  | { readonly types: readonly string[]; readonly at: number; readonly next: string | null; readonly skip: number };

export interface CursorContent {
  readonly authorizationId: string;
  readonly patient: string;
  /** Resource type, or `$everything`. */
  readonly of: string;
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

export function cursors(key: Uint8Array): Cursors {
  return {
    seal: async (content) => {
      const json = JSON.stringify(content);
      const bytes = Buffer.byteLength(JSON.stringify(json));
      if (bytes > SIZE) throw invalidRequest("cursor-too-long");
      return await new EncryptJWT({ c: json, pad: " ".repeat(SIZE - bytes) })
        .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
        .encrypt(key);
    },
    open: async (text) => {
      const { payload } = await jwtDecrypt(text, key, {
        keyManagementAlgorithms: ["dir"],
        contentEncryptionAlgorithms: ["A256GCM"],
      }).catch(() => {
        throw invalidRequest("cursor-malformed");
      });
      if (typeof payload.c !== "string") throw invalidRequest("cursor-malformed");
      return JSON.parse(payload.c) as CursorContent;
    },
  };
}
