/** One request through the five stages, in order; each takes what only the one before can make. */
import type { IncomingHttpHeaders } from "node:http";
import type { Config } from "./config.ts";
import { open, type Position, seal } from "./cursor/cursor.ts";
import { labeller } from "./labeller/label.ts";
import { notFound } from "./outcome/refusals.ts";
import { patientIndexes } from "./patient-index/index-builder.ts";
import { authenticator } from "./pipeline/1-authn/authenticate.ts";
import { parseCursor } from "./pipeline/2-parse/from-cursor.ts";
import { parseRequest, type RequestLine } from "./pipeline/2-parse/parse.ts";
import { type AuthorizedInteraction, authorizeInteraction } from "./pipeline/3-authz/authorize.ts";
import { forwarder } from "./pipeline/4-forward/forward.ts";
import { storeAt } from "./pipeline/4-forward/store.ts";
import { searchset } from "./pipeline/5-redact/bundle.ts";
import { redactor } from "./pipeline/5-redact/redact.ts";

/** What goes out with status 200, and what the log may say of it. */
export interface Answer {
  readonly body: object;
  readonly interaction: string;
  readonly type: string | undefined;
  readonly client: string;
  readonly authorization: string;
  readonly entries: number;
}

export type AnswerRequest = (rawUrl: string, headers: IncomingHttpHeaders, line: RequestLine) => Promise<Answer>;

/** @throws Refusal from the returned function for whatever is not answered */
export function answering(config: Config): AnswerRequest {
  const judge = labeller(config.codeLists);
  const store = storeAt(config);
  const authenticate = authenticator(config);
  const forward = forwarder(store, patientIndexes(store, judge, config), config);
  const redact = redactor(judge);

  return async (rawUrl, headers, line) => {
    const token = await authenticate(rawUrl, headers);
    const parsed = parseRequest(line, config);
    const owner = { authorizationId: token.authorization.id, patientId: token.authorization.patient };
    const cursor = parsed.operation === "page" ? await open(parsed.cursor, owner, config) : undefined;
    const asked = parsed.operation === "page" ? undefined : parsed;
    const continued = cursor ? parseCursor(cursor) : asked;
    if (!continued) throw notFound();
    const interaction = authorizeInteraction(token, continued);
    const stored = await forward(interaction, cursor?.position);
    const resources = redact(stored);
    const about = {
      interaction: continued.operation,
      type: "type" in continued ? continued.type : undefined,
      client: interaction.grant.clientId,
      authorization: interaction.grant.authorizationId,
      entries: resources.length,
    };
    if (interaction.operation === "read") {
      const [body] = resources;
      if (!body) throw notFound();
      return { body, ...about };
    }
    const operation = continued.operation === "everything" ? "everything" : "search-type";
    const next = stored.next && (await linkTo(stored.next, interaction, operation, config));
    return { body: searchset(resources, { self: selfLink(line, config), next }, config.fhirBaseUrl), ...about };
  };
}

async function linkTo(
  position: Position,
  interaction: Extract<AuthorizedInteraction, { operation: "list" }>,
  operation: "search-type" | "everything",
  config: Config,
): Promise<string> {
  const { types, filters, count, grant } = interaction;
  const { authorizationId, patientId } = grant;
  return `${config.fhirBaseUrl}/?page=${await seal({ authorizationId, patientId, operation, types, filters, count, position }, config)}`;
}

/** The app's own path and query; a posted form is not repeated. */
function selfLink({ path, query }: RequestLine, { fhirBaseUrl }: Config): string {
  return `${fhirBaseUrl}${path.replace(/\/_search$/, "")}${query ? `?${query}` : ""}`;
}
