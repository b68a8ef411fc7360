/** What FHIR Works found, judged again and redacted: a resource, or a searchset without a total and with links of our own. */
import { UnauthorizedError } from "fhir-works-on-aws-interface";
import { asResource, isObject, type Resource } from "../compartment/resource.ts";
import type { Config } from "../config.ts";
import type { Labeller } from "../labeller/label.ts";
import { notFound } from "../outcome/refusals.ts";
import type { IndexOf } from "../patient-index/index-builder.ts";
import { formatPairs } from "../pipeline/2-parse/raw-query.ts";
import type { AuthorizedInteraction } from "../pipeline/3-authz/authorize.ts";
import { judgedElsewhere } from "../pipeline/4-forward/found-elsewhere.ts";
import { searchset } from "../pipeline/5-redact/bundle.ts";
import type { Redact } from "../pipeline/5-redact/redact.ts";
import { OFFSET } from "./request.ts";

export type JudgeAnswer = (interaction: AuthorizedInteraction, answer: unknown, fhirBaseUrl: string) => Promise<object>;

/** @throws from the returned function: NotFound for a resource that may not be known to exist, UnauthorizedError for an answer of another kind than was asked for */
export function answerJudge(indexOf: IndexOf, labeller: Labeller, redact: Redact, config: Pick<Config, "storeUrl">): JudgeAnswer {
  const judge = judgedElsewhere(indexOf, labeller, config);
  return async (interaction, answer, fhirBaseUrl) => {
    switch (interaction.kind) {
      case "read": {
        const resource = asResource(answer);
        const [entry] = redact(await judge(interaction, resource ? [resource] : []), interaction.request.elements);
        if (!entry) throw notFound();
        return entry.resource;
      }
      case "search": {
        const { request } = interaction;
        const entries = redact(await judge(interaction, matchesOf(answer)), request.elements);
        const self = `${fhirBaseUrl}/${request.path}${request.query.length > 0 ? `?${formatPairs(request.query)}` : ""}`;
        const offset = nextOffset(answer);
        const next = offset === undefined ? undefined : `${self}${request.query.length > 0 ? "&" : "?"}${OFFSET}=${offset}`;
        return searchset(entries, { self, next }, fhirBaseUrl, undefined);
      }
      default:
        throw new UnauthorizedError();
    }
  };
}

/** Every entry, whatever its search mode. */
function matchesOf(answer: unknown): readonly Resource[] {
  if (!isObject(answer) || answer.resourceType !== "Bundle" || answer.type !== "searchset") throw new UnauthorizedError();
  const { entry = [] } = answer;
  if (!Array.isArray(entry)) throw new UnauthorizedError();
  return entry.flatMap((item) => asResource(isObject(item) ? item.resource : undefined) ?? []);
}

/** Of FHIR Works' own link nothing is kept but where the next page begins. */
function nextOffset(answer: unknown): string | undefined {
  const links = isObject(answer) && Array.isArray(answer.link) ? answer.link : [];
  const next = links.find((link) => isObject(link) && link.relation === "next");
  const url = isObject(next) && typeof next.url === "string" ? next.url : "";
  return new RegExp(`[?&]${OFFSET}=(\\d{1,6})(?:&|$)`).exec(url)?.[1];
}
