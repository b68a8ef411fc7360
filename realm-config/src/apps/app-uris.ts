/** Addresses that an app may have: https, or http on the machine of the person who uses it. The extension has the same rule (AppUris.java). */

/** Hosts of one's own machine, as a URL has them. */
export const LOOPBACK: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

/** What is wrong with a link, as the end of a sentence; undefined when nothing is. */
export function linkProblem(text: unknown): string | undefined {
  if (typeof text !== "string" || text.trim() !== text || text === "") return "is not an address";
  const url = parsed(text);
  if (!url) return "is not an absolute address";
  if (/^[a-z]+:\/\/[^/?#]*@/i.test(text)) return "has a user name in it";
  if (url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK.includes(url.hostname))) return undefined;
  return "is not https (http is for localhost, 127.0.0.1 and [::1] alone)";
}

/** The same for a redirect URI, which is compared as it stands. */
export function redirectUriProblem(text: unknown): string | undefined {
  if (typeof text === "string" && text.includes("*")) return "has a wildcard: name each address in full";
  if (typeof text === "string" && text.includes("#")) return "has a fragment";
  return linkProblem(text);
}

function parsed(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
