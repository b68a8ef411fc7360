/** The plan's answer to `$everything`, page by page, as far as the paging links lead. */

import { Refusal } from "../launcher/refusal.ts";
import type { Resource } from "../loading/bundle-files.ts";
import type { Access } from "./access.ts";

const RECORDS_A_PAGE = 100;
const TRIES = 5;
const PAUSE_MS = 1000;
const AGAIN = new Set([429, 502, 503, 504]);

export interface Page {
  readonly resources: readonly Resource[];
  /** How many there are in all, when the plan says so. */
  readonly total: number | undefined;
  readonly next: string | undefined;
}

export function firstPage(fhirBaseUrl: string, patient: string): string {
  return `${fhirBaseUrl}/Patient/${encodeURIComponent(patient)}/$everything?_count=${RECORDS_A_PAGE}`;
}

/** The page, or undefined when the plan no longer knows the link. @throws {Refusal} when the plan refuses or stays away, or the link leads elsewhere. */
export async function page(fhirBaseUrl: string, url: string, access: Access): Promise<Page | undefined> {
  if (![`${fhirBaseUrl}/`, `${fhirBaseUrl}?`].some((start) => url.startsWith(start)))
    throw new Refusal("A paging link leads away from the plan: the download was stopped.");
  for (let attempt = 1; ; attempt += 1) {
    const answer = await fetch(url, {
      headers: { authorization: `Bearer ${await access.token()}`, accept: "application/fhir+json" },
    }).catch(() => undefined);
    if (answer?.ok) return read((await answer.json()) as Bundle);
    await answer?.body?.cancel();
    if (answer?.status === 400 || answer?.status === 404 || answer?.status === 410) return undefined;
    if (answer?.status === 401 || answer?.status === 403) {
      throw new Refusal("The plan no longer gives access to this record: run npm run demo:new-plan again to ask the member.");
    }
    if ((answer && !AGAIN.has(answer.status)) || attempt === TRIES) {
      throw new Refusal(`The plan ${answer ? `answered ${answer.status}` : "does not answer"}: run npm run demo:new-plan again to go on.`);
    }
    const seconds = Number(answer?.headers.get("retry-after"));
    await new Promise((done) => setTimeout(done, seconds > 0 ? seconds * 1000 : PAUSE_MS * attempt));
  }
}

interface Bundle {
  readonly total?: number;
  readonly entry?: readonly { readonly resource?: Resource }[];
  readonly link?: readonly { readonly relation: string; readonly url: string }[];
}

function read({ total, entry = [], link = [] }: Bundle): Page {
  const resources = entry.flatMap(({ resource }) => (resource && resource.resourceType !== "OperationOutcome" ? [resource] : []));
  return { resources, total, next: link.find(({ relation }) => relation === "next")?.url };
}
