/** Page after page from the plan into the new plan's store; after each, how far it got is kept. */
import { SingleBar } from "cli-progress";
import type { Settings } from "../launcher/settings.ts";
import { putAll } from "../loading/put-all.ts";
import type { Access } from "./access.ts";
import { firstPage, page } from "./pages.ts";
import { keepProgress, type Progress } from "./progress-file.ts";

/** Goes on where `from` ended when it is of the same patient; resolves to what is stored, by type. */
export async function download(settings: Settings, storeUrl: string, access: Access, from: Progress | undefined): Promise<Progress> {
  const start = firstPage(settings.fhirBaseUrl, access.patient);
  let progress: Progress = { patient: access.patient, refreshToken: access.refreshToken(), next: start, stored: {} };
  if (from?.patient === access.patient && from.next !== undefined) progress = { ...progress, next: from.next, stored: from.stored };
  keepProgress(settings.dataDir, progress);

  const bar = new SingleBar({
    format: "  {bar} {value} records, {pages} pages",
    noTTYOutput: true,
    notTTYSchedule: 1000,
    hideCursor: true,
  });
  let pages = 0;
  bar.start(Math.max(1, recordsIn(progress)), recordsIn(progress), { pages });
  try {
    while (progress.next !== undefined) {
      const got = await page(settings.fhirBaseUrl, progress.next, access);
      if (got === undefined) {
        if (progress.next === start) break;
        progress = { ...progress, next: start, stored: {} };
        continue;
      }
      await putAll(storeUrl, got.resources);
      progress = { ...progress, refreshToken: access.refreshToken(), next: got.next, stored: withIds(progress.stored, got.resources) };
      keepProgress(settings.dataDir, progress);
      pages += 1;
      const done = recordsIn(progress);
      bar.setTotal(Math.max(got.total ?? done + (got.next ? got.resources.length : 0), done, 1));
      bar.update(done, { pages });
    }
  } finally {
    bar.stop();
  }
  return progress;
}

function recordsIn({ stored }: Progress): number {
  return Object.values(stored).reduce((sum, ids) => sum + ids.length, 0);
}

function withIds(stored: Progress["stored"], resources: readonly { resourceType: string; id: string }[]): Progress["stored"] {
  const all: Record<string, string[]> = {};
  for (const [type, ids] of Object.entries(stored)) all[type] = [...ids];
  for (const { resourceType, id } of resources) {
    const ids = all[resourceType] ?? [];
    all[resourceType] = ids.includes(id) ? ids : [...ids, id];
  }
  return all;
}
