/** An answer as text that can be compared: page links opened, times of the facade's own clock taken out, nothing else touched. */
import { jwtDecrypt } from "jose";
import type { Decision } from "../../../fhir-facade/src/log.ts";
import { CURSOR_KEY } from "../../facade/support/configuration.ts";
import type { Answered } from "./side.ts";

/** Lines that are equal on both sides, or tell them apart. */
export type Observed = readonly string[];

const CURSOR = /[?&]page=([A-Za-z0-9_.-]{40,})/g;

export async function observed({ status, headers, text, log }: Answered): Promise<Observed> {
  return [
    `status: ${status}`,
    ...linesOf(headers),
    ...log.filter(isOfRequest).map(withoutTime).sort(),
    await opened(withoutRecorded(text)),
  ];
}

function linesOf(headers: readonly string[]): readonly string[] {
  return headers.flatMap((name, at) => (at % 2 === 1 || name.toLowerCase() === "date" ? [] : `${name}: ${headers[at + 1]}`));
}

/** The entries of a batch are answered side by side: the order of their lines is the order of the clock. */
const withoutTime = ({ milliseconds: _, ...decision }: Decision): string => `log: ${JSON.stringify(decision)}`;

/** What the operator is told of an index (its size in thousands, at times of its own) belongs to no request. */
const isOfRequest = ({ reason }: Decision): boolean => !reason.startsWith("index-");

/** A Provenance that the facade makes says when it was made. */
function withoutRecorded(text: string): string {
  return text.replace(/("fullUrl":"urn:uuid:(?:(?!"fullUrl").)*?"recorded":")[^"]*"/gs, '$1NOW"');
}

/** Each cursor as its length and what is sealed in it. */
async function opened(text: string): Promise<string> {
  const sealed = [...new Set([...text.matchAll(CURSOR)].map(([, cursor = ""]) => cursor))];
  let open = text;
  for (const cursor of sealed) {
    const { payload } = await jwtDecrypt(cursor, CURSOR_KEY);
    open = open.replaceAll(
      cursor,
      `<${cursor.length} characters: ${JSON.stringify(payload).replace(/ {8,}/g, (blanks) => `<${blanks.length} blanks>`)}>`,
    );
  }
  return open;
}
