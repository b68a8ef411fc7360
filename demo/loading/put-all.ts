/** One transaction of PUTs: everything arrives or nothing does, and a second time changes nothing. */
import { Refusal } from "../launcher/refusal.ts";
import type { Resource } from "./bundle-files.ts";

const PATIENCE_MS = 300_000;

/** @throws when the store refuses (its status and the first lines of its answer) or, as a {@link Refusal}, is not there. */
export async function putAll(storeUrl: string, resources: readonly Resource[]): Promise<void> {
  if (resources.length === 0) return;
  const entry = resources.map((resource) => ({ resource, request: { method: "PUT", url: `${resource.resourceType}/${resource.id}` } }));
  const answer = await ask(storeUrl, {
    method: "POST",
    headers: { "content-type": "application/fhir+json", prefer: "return=minimal" },
    body: JSON.stringify({ resourceType: "Bundle", type: "transaction", entry }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`the store at ${storeUrl} answered ${answer.status}: ${text.slice(0, 400)}`);
}

export async function holds(storeUrl: string, { resourceType, id }: Resource): Promise<boolean> {
  const answer = await ask(`${storeUrl}/${resourceType}/${id}?_elements=id`);
  await answer.arrayBuffer();
  return answer.ok;
}

async function ask(url: string, request: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(url, { ...request, signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (cause) {
    throw new Refusal(`The FHIR store at ${new URL(url).origin} went away while records were loaded: start again to go on.`, { cause });
  }
}
