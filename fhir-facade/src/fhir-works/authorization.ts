/** Member authorization for a FHIR Works deployment: its `Authorization` interface, answered by the stages that answer HTTP. Everything but reads and searches is refused. */
import { type Authorization, type KeyValueMap, UnauthorizedError } from "fhir-works-on-aws-interface";
import { isObject } from "../compartment/resource.ts";
import type { Config } from "../config.ts";
import { cursors } from "../cursor/cursor.ts";
import { documents } from "../documents/documents.ts";
import { legibleStore } from "../documents/legible-store.ts";
import { labeller } from "../labeller/label.ts";
import { type Log, logToStdout } from "../log.ts";
import { patientIndexes } from "../patient-index/index-builder.ts";
import { authenticator } from "../pipeline/1-authn/authenticate.ts";
import { parser } from "../pipeline/2-parse/parse-request.ts";
import { type AuthorizedInteraction, authorize } from "../pipeline/3-authz/authorize.ts";
import { type Store, storeAt } from "../pipeline/4-forward/store.ts";
import { redactor } from "../pipeline/5-redact/redact.ts";
import { asInterfaceErrors } from "./interface-errors.ts";
import { answerJudge } from "./judge-answer.ts";
import { requestOf } from "./request.ts";
import { searchFilters } from "./search-filters.ts";

export interface FhirWorksOptions {
  /** What the patient index is made from; by default the FHIR endpoint at `FHIR_STORE_URL`. */
  readonly store?: Store;
  /** Most ids in one search filter; above them a search is refused. Elasticsearch takes 1,024 clauses by default. */
  readonly mostIds?: number;
  readonly log?: Log;
}

/**
 * The user identity that `verifyAccessToken` gives stands for one request. It is known by itself and not by what it says: a copy, or one that was made
 * elsewhere, authorizes nothing.
 * @throws from every method: the interface's own errors, or an Error with a fixed text when the issuer or the store is not available
 */
export function fhirWorksAuthorization(config: Config, options: FhirWorksOptions = {}): Authorization {
  const { store = storeAt(config), mostIds = 1_000, log = logToStdout } = options;
  const inResources = documents();
  const judge = labeller(config.policy, inResources);
  const indexOf = patientIndexes(legibleStore(store, inResources), judge, config, log);
  const authenticate = authenticator(config);
  const { parse } = parser(config, cursors(config.cursorKeys));
  const judgeAnswer = answerJudge(indexOf, judge, redactor(judge), config);
  const identities = new WeakMap<KeyValueMap, AuthorizedInteraction>();

  /** @throws UnauthorizedError for whom `verifyAccessToken` did not name, and for another operation than it was asked about */
  const interactionOf = (identity: KeyValueMap, operation: string): AuthorizedInteraction => {
    const interaction = identities.get(identity);
    if (interaction?.request.operation !== operation) throw new UnauthorizedError();
    return interaction;
  };
  const refused = async (): Promise<never> => {
    throw new UnauthorizedError();
  };

  return {
    verifyAccessToken: (asked) =>
      asInterfaceErrors(asked, async () => {
        const raw = requestOf(asked, config);
        const token = await authenticate(raw.url, { authorization: `Bearer ${asked.accessToken}` });
        const interaction = authorize(await parse(token, raw), config.policy);
        if (!isSameRequest(interaction, asked)) throw new UnauthorizedError();
        const identity = Object.freeze({ clientId: token.clientId, authorizationId: interaction.sight.authorizationId });
        identities.set(identity, interaction);
        return identity;
      }),

    getAllowedResourceTypesForOperation: async ({ userIdentity, operation }) => {
      const { sight } = interactionOf(userIdentity, operation);
      return [...(operation === "read" ? sight.read : sight.search).keys()];
    },

    getSearchFilterBasedOnIdentity: ({ userIdentity, operation, resourceType, fhirServiceBaseUrl }) =>
      asInterfaceErrors({ resourceType }, async () => {
        const interaction = interactionOf(userIdentity, operation);
        if (interaction.kind !== "search" || interaction.request.type !== resourceType) throw new UnauthorizedError();
        return searchFilters(interaction, indexOf, { mostIds, fhirBaseUrl: fhirServiceBaseUrl ?? config.fhirBaseUrl });
      }),

    authorizeAndFilterReadResponse: ({ userIdentity, operation, readResponse, fhirServiceBaseUrl }) => {
      const asked = identities.get(userIdentity)?.request;
      return asInterfaceErrors(asked?.operation === "read" ? { resourceType: asked.type, id: asked.id } : {}, async () => {
        const interaction = interactionOf(userIdentity, operation);
        if (isObject(readResponse)) await inResources.prepare([readResponse]);
        return judgeAnswer(interaction, readResponse, fhirServiceBaseUrl ?? config.fhirBaseUrl);
      });
    },

    isWriteRequestAuthorized: refused,
    isBundleRequestAuthorized: refused,
    isAccessBulkDataJobAllowed: refused,
  };
}

/** Whether FHIR Works reads the address as this facade does. */
function isSameRequest({ request }: AuthorizedInteraction, asked: { operation: string; resourceType?: string; id?: string }): boolean {
  if (request.operation !== asked.operation || request.operation === "search-system") return false;
  return request.type === asked.resourceType && (request.operation === "read" ? request.id === asked.id : asked.id === undefined);
}
