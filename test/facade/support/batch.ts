/** Batches as an app would post them. */
import type { Answered, Surroundings } from "./facade.ts";

export const entryOf = (url: unknown, changes: Readonly<Record<string, unknown>> = {}) => ({ request: { method: "GET", url, ...changes } });

export const bundleOf = (...urls: readonly unknown[]) => ({
  resourceType: "Bundle",
  type: "batch",
  entry: urls.map((url) => entryOf(url)),
});

/** POST to the base, of a value or of text as it stands. */
export const postBatch = (
  { ask }: Surroundings,
  token: string | undefined,
  body: unknown,
  { path = "", type = "application/fhir+json", headers = {} } = {},
): Promise<Answered> =>
  ask({
    method: "POST",
    path,
    token,
    form: typeof body === "string" ? body : JSON.stringify(body),
    headers: { "Content-Type": type, ...headers },
  });

/** Status of every entry of the answer, in order. */
export const statusesOf = ({ body }: Answered): string[] =>
  body.entry.map(({ response }: { response: { status: string } }) => response.status);
