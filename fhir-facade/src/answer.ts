/** One request through the five stages, in order; each takes what only the one before can make. */
import type { IncomingHttpHeaders } from "node:http";
import type { Config } from "./config.ts";
import { cursors } from "./cursor/cursor.ts";
import { documents } from "./documents/documents.ts";
import { legibleStore } from "./documents/legible-store.ts";
import { labeller } from "./labeller/label.ts";
import { type Log, logToStdout } from "./log.ts";
import { notFound } from "./outcome/refusals.ts";
import { patientIndexes } from "./patient-index/index-builder.ts";
import { authenticator } from "./pipeline/1-authn/authenticate.ts";
import { parser, type RawRequest } from "./pipeline/2-parse/parse-request.ts";
import { formatPairs } from "./pipeline/2-parse/raw-query.ts";
import type { Elements } from "./pipeline/2-parse/result-parameters.ts";
import { type AuthorizedInteraction, authorize } from "./pipeline/3-authz/authorize.ts";
import { forwarder } from "./pipeline/4-forward/forward.ts";
import { storeAt } from "./pipeline/4-forward/store.ts";
import { searchset } from "./pipeline/5-redact/bundle.ts";
import { redactor } from "./pipeline/5-redact/redact.ts";
import { transmissionOf } from "./pipeline/5-redact/transmission.ts";
import { transmissions } from "./pipeline/5-redact/transmissions.ts";

/** What goes out with status 200, and what the log may say of it. */
export interface Answer {
  readonly body: object;
  readonly about: { readonly interaction: string; readonly client: string; readonly authorization: string; readonly entries: number };
}

export type AnswerRequest = (headers: IncomingHttpHeaders, raw: RawRequest) => Promise<Answer>;

/** @param now wall clock in epoch milliseconds. @throws Refusal from the returned function for whatever is not answered */
export function answering(config: Config, log: Log = logToStdout, now: () => number = Date.now): AnswerRequest {
  const inResources = documents();
  const judge = labeller(config.policy, inResources);
  const store = legibleStore(storeAt(config), inResources);
  const sealed = cursors(config.cursorKeys);
  const authenticate = authenticator(config);
  const { parse } = parser(config, sealed);
  const forward = forwarder(store, patientIndexes(store, judge, config, log), judge, config);
  const redact = redactor(judge);
  const sent = transmissions();

  return async (headers, raw) => {
    const token = await authenticate(raw.url, headers);
    const interaction = authorize(await parse(token, raw), config.policy);
    const { sight, request } = interaction;
    const again = isWholeProvenance(interaction) ? sent.find(sight, interaction.request.id) : undefined;
    const about = (entries: number) => ({
      interaction: request.operation,
      client: token.clientId,
      authorization: sight.authorizationId,
      entries,
    });
    if (again) return { body: again, about: about(1) };
    const stored = await forward(interaction);
    const entries = redact(stored, "elements" in request ? request.elements : WHOLE);
    if (interaction.kind === "read") {
      const [body] = entries;
      if (!body) throw notFound();
      return { body: body.resource, about: about(entries.length) };
    }
    const { path, query } = interaction.request;
    const { authorizationId, patient } = sight;
    const sealedPosition = stored.next && (await sealed.seal({ authorizationId, patient, path, query, position: stored.next }));
    const links = { self: selfLink(interaction, config), next: sealedPosition && `${config.fhirBaseUrl}/?page=${sealedPosition}` };
    const transmission = asksForProvenance(interaction) ? transmissionOf(entries, config.planName, now()) : undefined;
    if (transmission) sent.keep(sight, transmission, entries.length);
    return { body: searchset(entries, links, config.fhirBaseUrl, transmission), about: about(entries.length) };
  };
}

const WHOLE: Elements = { kind: "all" };

/** R13: each exchange can have one, and no one gets it without the scope for it. */
function asksForProvenance(interaction: Exclude<AuthorizedInteraction, { kind: "read" }>): boolean {
  if (interaction.sight.search.get("Provenance")?.whole !== true) return false;
  if (interaction.kind === "everything") return interaction.types.includes("Provenance");
  return interaction.request.revincludes.some(({ source, parameter }) => source === "Provenance" && parameter === "target");
}

/** A read of a Provenance with all its elements, and a scope that covers each. */
function isWholeProvenance(interaction: AuthorizedInteraction): interaction is AuthorizedInteraction & { kind: "read" } {
  if (interaction.kind !== "read" || interaction.request.type !== "Provenance") return false;
  return interaction.request.elements.kind === "all" && interaction.sight.read.get("Provenance")?.whole === true;
}

/** The app's own query, also on later pages: it never holds anything that this facade or the store added. */
function selfLink(interaction: Exclude<AuthorizedInteraction, { kind: "read" }>, { fhirBaseUrl }: Config): string {
  const { path, query } = interaction.request;
  return `${fhirBaseUrl}/${path}${query.length > 0 ? `?${formatPairs(query)}` : ""}`;
}
