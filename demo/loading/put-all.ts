/** One transaction of PUTs: everything arrives or nothing does, and a second time changes nothing. */
import type { Resource } from "./bundle-files.ts";

const PATIENCE_MS = 300_000;

/** @throws when the store refuses; the message carries its status and the first lines of its answer. */
export async function putAll(storeUrl: string, resources: readonly Resource[]): Promise<void> {
  if (resources.length === 0) return;
  const entry = resources.map((resource) => ({ resource, request: { method: "PUT", url: `${resource.resourceType}/${resource.id}` } }));
  const answer = await fetch(storeUrl, {
    method: "POST",
    headers: { "content-type": "application/fhir+json", prefer: "return=minimal" },
    body: JSON.stringify({ resourceType: "Bundle", type: "transaction", entry }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`the store at ${storeUrl} answered ${answer.status}: ${text.slice(0, 400)}`);
}

export async function holds(storeUrl: string, { resourceType, id }: Resource): Promise<boolean> {
  const answer = await fetch(`${storeUrl}/${resourceType}/${id}?_elements=id`, { signal: AbortSignal.timeout(PATIENCE_MS) });
  await answer.arrayBuffer();
  return answer.ok;
}
