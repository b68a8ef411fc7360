/* Follows the paging links of `$everything` to the end. */

/** All resources that the app may read, by type; `progress` is called after each page. @throws when a link leaves the plan's server. */
export async function everything(client, progress) {
  const byType = new Map();
  const base = client.state.serverUrl.replace(/\/$/, "");
  let url = `${base}/Patient/${encodeURIComponent(client.patient.id)}/$everything?_count=100`;
  let total = 0;
  let pages = 0;
  while (url) {
    if (![`${base}/`, `${base}?`].some((start) => url.startsWith(start)))
      throw new Error("A paging link leads away from the plan's server: the download was stopped.");
    const bundle = await client.request(url);
    for (const { resource } of bundle.entry ?? []) {
      if (!resource || resource.resourceType === "OperationOutcome") continue;
      if (!byType.has(resource.resourceType)) byType.set(resource.resourceType, new Map());
      byType.get(resource.resourceType).set(resource.id, resource);
      total += 1;
    }
    pages += 1;
    progress(total, pages);
    url = bundle.link?.find(({ relation }) => relation === "next")?.url;
  }
  return byType;
}
