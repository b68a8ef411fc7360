/** A store that holds its resources as texts, so that they may be what no value can say: keys twice, numbers beyond range, depth without end. */
import type { Misbehaviour } from "./store.ts";

const typeOf = (text: string): string => /"resourceType":"(\w+)"/.exec(text)?.[1] ?? "";
const idOf = (text: string): string => /"id":"([^"]*)"/.exec(text)?.[1] ?? "";

export interface Obedience {
  /** A page holds everything, whatever `_count` says. */
  readonly ignoresCount?: boolean;
}

/** Reads, searches by type and `_id`, pages; asks nobody whose they are. */
export const servingTexts =
  (texts: readonly string[], { ignoresCount = false }: Obedience = {}): Misbehaviour =>
  (request, response) => {
    const url = new URL(request.url ?? "/", "http://store.invalid");
    const [type = "", id] = url.pathname.replace(/^\/fhir\//, "").split("/");
    const send = (body: string, status = 200): void =>
      void response.writeHead(status, { "Content-Type": "application/fhir+json" }).end(body);
    const ofType = texts.filter((text) => typeOf(text) === type);
    if (id !== undefined) {
      const found = ofType.find((text) => idOf(text) === id);
      return found === undefined ? send("{}", 404) : send(found);
    }
    const ids = url.searchParams.get("_id")?.split(",");
    const matching = ids ? ofType.filter((text) => ids.includes(idOf(text))) : ofType;
    const offset = Number(url.searchParams.get("_offset") ?? 0);
    const count = ignoresCount ? matching.length : Number(url.searchParams.get("_count") ?? 20);
    const more = new URLSearchParams(url.searchParams);
    more.set("_offset", String(offset + count));
    const link = matching.length > offset + count ? [{ relation: "next", url: `${type}?${more}` }] : [];
    const entry = matching.slice(offset, offset + count).map((text) => `{"fullUrl":"http://store.invalid/x","resource":${text}}`);
    send(`{"resourceType":"Bundle","type":"searchset","total":${matching.length},"link":${JSON.stringify(link)},"entry":[${entry}]}`);
  };
