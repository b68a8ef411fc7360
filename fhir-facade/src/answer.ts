/** One request through the five stages, in order; each takes what only the one before can make. */
import type { IncomingHttpHeaders } from "node:http";
import type { Config } from "./config.ts";
import { cursors } from "./cursor/cursor.ts";
import { labeller } from "./labeller/label.ts";
import { type Log, logToStdout } from "./log.ts";
import { notFound } from "./outcome/refusals.ts";
import { patientIndexes } from "./patient-index/index-builder.ts";
import { authenticator } from "./pipeline/1-authn/authenticate.ts";
import { parser, type RawRequest } from "./pipeline/2-parse/parse-request.ts";
import { formatPairs } from "./pipeline/2-parse/raw-query.ts";
import { type AuthorizedInteraction, authorize } from "./pipeline/3-authz/authorize.ts";
import { forwarder } from "./pipeline/4-forward/forward.ts";
import { storeAt } from "./pipeline/4-forward/store.ts";
import { searchset } from "./pipeline/5-redact/bundle.ts";
import { redactor } from "./pipeline/5-redact/redact.ts";

/** What goes out with status 200, and what the log may say of it. */
export interface Answer {
  readonly body: object;
  readonly about: { readonly interaction: string; readonly client: string; readonly authorization: string; readonly entries: number };
}

export type AnswerRequest = (headers: IncomingHttpHeaders, raw: RawRequest) => Promise<Answer>;

/** @throws Refusal from the returned function for whatever is not answered */
export function answering(config: Config, log: Log = logToStdout): AnswerRequest {
  const judge = labeller(config.codeLists);
  const store = storeAt(config);
  const sealed = cursors(config.cursorKeys);
  const authenticate = authenticator(config);
  const { parse } = parser(config, sealed);
  const forward = forwarder(store, patientIndexes(store, judge, config, log), judge, config);
  const redact = redactor(judge);

  return async (headers, raw) => {
    const token = await authenticate(raw.url, headers);
    const interaction = authorize(await parse(token, raw));
    const stored = await forward(interaction);
    const resources = redact(stored);
    const { sight, request } = interaction;
    const about = {
      interaction: request.operation,
      client: token.clientId,
      authorization: sight.authorizationId,
      entries: resources.length,
    };
    if (interaction.kind === "read") {
      const [body] = resources;
      if (!body) throw notFound();
      return { body, about };
    }
    const { next: position } = stored;
    const next =
      position &&
      `${config.fhirBaseUrl}/?page=${await sealed.seal({
        authorizationId: sight.authorizationId,
        patient: sight.patient,
        path: interaction.request.path,
        query: interaction.request.query,
        position,
      })}`;
    return { body: searchset(resources, { self: selfLink(interaction, config), next }, config.fhirBaseUrl), about };
  };
}

/** The app's own query, also on later pages: it never holds anything that this facade or the store added. */
function selfLink(interaction: Exclude<AuthorizedInteraction, { kind: "read" }>, { fhirBaseUrl }: Config): string {
  const { path, query } = interaction.request;
  return `${fhirBaseUrl}/${path}${query.length > 0 ? `?${formatPairs(query)}` : ""}`;
}
