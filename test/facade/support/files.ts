/** Files of made-up records in a folder of their own, which goes with the test. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

export interface Folder {
  readonly path: string;
  /** @returns the path; compressed when the name ends with `.gz`, as JSON unless it is text already */
  readonly write: (name: string, contents: unknown) => string;
  readonly remove: () => void;
}

export function folder(): Folder {
  const path = mkdtempSync(join(tmpdir(), "records-"));
  return {
    path,
    write: (name, contents) => {
      const text = typeof contents === "string" ? contents : JSON.stringify(contents);
      writeFileSync(join(path, name), name.endsWith(".gz") ? gzipSync(text) : text);
      return join(path, name);
    },
    remove: () => rmSync(path, { recursive: true }),
  };
}

export const bundle = (resources: readonly object[], type = "collection"): object => ({
  resourceType: "Bundle",
  type,
  entry: resources.map((resource) => ({ resource })),
});
