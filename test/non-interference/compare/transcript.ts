/** A request and all that follows from it on one side: its answer, and with a walk every page that its next links lead to. */
import { FHIR_BASE_URL } from "../../facade/support/issuer.ts";
import type { Asked } from "../corpus/asked.ts";
import { type Observed, observed } from "./observed.ts";
import type { Answered, Side } from "./side.ts";

export interface Step {
  readonly answered: Answered;
  readonly observed: Observed;
}

export type Transcript = readonly Step[];

/** More pages than that are followed by none. */
const MOST_PAGES = 60;

/** @param tokens one for each sight; a walk ends with the first next link shown to somebody else, which must be worth nothing */
export async function transcriptOf(side: Side, asked: Asked, tokens: readonly string[]): Promise<Transcript> {
  const steps: Step[] = [];
  const step = async (one: Asked): Promise<Answered> => {
    const answered = await side.ask(one, tokens[one.sight] ?? "");
    steps.push({ answered, observed: await observed(answered) });
    return answered;
  };
  let next = nextOf(await step(asked));
  if (!asked.walk || next === undefined) return steps;
  const first = next;
  for (let page = 1; next !== undefined && page < MOST_PAGES; page++) next = nextOf(await step(following(asked, next, asked.sight)));
  await step(following(asked, first, (asked.sight + 1) % tokens.length));
  return steps;
}

const following = ({ headers }: Asked, path: string, sight: number): Asked => ({
  sight,
  method: "GET",
  path,
  query: [],
  form: false,
  headers,
  walk: false,
});

/** The next link below the base URL. */
function nextOf({ status, text }: Answered): string | undefined {
  if (status !== 200) return undefined;
  const { link } = JSON.parse(text || "{}") as { link?: { relation: string; url: string }[] };
  return Array.isArray(link) ? link.find(({ relation }) => relation === "next")?.url.slice(FHIR_BASE_URL.length) : undefined;
}
