/** The store's next link as path and query below its base; one that could lead anywhere else makes the answer worthless. */
import { isObject, type Json } from "../../compartment/resource.ts";
import { unavailable } from "../../outcome/refusals.ts";

const MAX_LENGTH = 8_192;
/** What follows the base: nothing, or a slash and plain segments; nothing that needs decoding, no empty segment, a slash may end it. */
const PLAIN_PATH = /^(\/[A-Za-z0-9._$-]+)*\/?$/;
const DOT_SEGMENT = /(^|[/\\])(\.|%2e){1,2}([/\\]|$)/i;

/**
 * `undefined` when there is no next page.
 * @throws Unavailable for links that are no list, more than one next link, or one that is not below the base by origin and path
 */
export function nextLink(link: Json | undefined, storeUrl: string): string | undefined {
  if (link === undefined) return undefined;
  if (!Array.isArray(link)) throw unavailable("store-next-link");
  const found = link.filter((item) => isObject(item) && item.relation === "next");
  if (found.length === 0) return undefined;
  const target = found.length === 1 ? below(found[0].url, storeUrl) : undefined;
  if (target === undefined) throw unavailable("store-next-link");
  return target;
}

function below(url: unknown, storeUrl: string): string | undefined {
  if (typeof url !== "string" || url.length > MAX_LENGTH || url.includes("#")) return undefined;
  if (DOT_SEGMENT.test(url.split("?", 1)[0] ?? "") || !URL.canParse(url, `${storeUrl}/`)) return undefined;
  const base = new URL(storeUrl);
  const root = base.pathname.replace(/\/$/, "");
  const { origin, username, password, pathname, search } = new URL(url, `${storeUrl}/`);
  if (origin !== base.origin || username || password || !pathname.startsWith(root)) return undefined;
  const path = pathname.slice(root.length);
  return PLAIN_PATH.test(path) ? `${path}${search}` : undefined;
}
