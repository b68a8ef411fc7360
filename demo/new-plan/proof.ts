/** Reads everything back from the new plan's store, by type, and compares. */

const IDS_AT_ONCE = 100;

export interface Count {
  readonly type: string;
  readonly downloaded: number;
  /** Found in the store by their ids. */
  readonly readAgain: number;
  /** All of this type in the store, whoever's. */
  readonly inStore: number;
}

export async function readAgain(storeUrl: string, stored: Readonly<Record<string, readonly string[]>>): Promise<Count[]> {
  const counts: Count[] = [];
  for (const [type, ids] of Object.entries(stored).sort(([a], [b]) => a.localeCompare(b))) {
    const found = new Set<string>();
    for (let first = 0; first < ids.length; first += IDS_AT_ONCE) {
      const search = new URLSearchParams({
        _id: ids.slice(first, first + IDS_AT_ONCE).join(","),
        _count: String(IDS_AT_ONCE),
        _elements: "id",
      });
      const bundle = await ask(`${storeUrl}/${type}/_search`, search);
      for (const { resource } of bundle.entry ?? []) found.add(resource.id);
    }
    const { total } = await ask(`${storeUrl}/${type}/_search`, new URLSearchParams({ _summary: "count" }));
    counts.push({ type, downloaded: ids.length, readAgain: ids.filter((id) => found.has(id)).length, inStore: total ?? 0 });
  }
  return counts;
}

export function table(counts: readonly Count[]): string {
  const row = (type: string, ...numbers: (string | number)[]) =>
    `  ${type.padEnd(24)}${numbers.map((number) => String(number).padStart(12)).join("")}`;
  const sum = (pick: (count: Count) => number) => counts.reduce((all, count) => all + pick(count), 0);
  return [
    row("Type", "downloaded", "read again", "in store"),
    ...counts.map(({ type, downloaded, readAgain, inStore }) => row(type, downloaded, readAgain, inStore)),
    row(
      "all",
      sum((count) => count.downloaded),
      sum((count) => count.readAgain),
      sum((count) => count.inStore),
    ),
  ].join("\n");
}

async function ask(url: string, search: URLSearchParams): Promise<{ total?: number; entry?: { resource: { id: string } }[] }> {
  const answer = await fetch(url, { method: "POST", body: search, headers: { "cache-control": "no-cache" } });
  if (!answer.ok) throw new Error(`the new plan's store answered ${answer.status}`);
  return (await answer.json()) as { total?: number; entry?: { resource: { id: string } }[] };
}
