/** Indexes over a changing store, with a clock that moves when the test says so. */
import type { MemberAuthorization } from "@member-exchange/sharing-policy";
import { labeller } from "../../../fhir-facade/src/labeller/label.ts";
import type { Decision } from "../../../fhir-facade/src/log.ts";
import { patientIndexes } from "../../../fhir-facade/src/patient-index/index-builder.ts";
import { type PatientIndex, visibleKeys } from "../../../fhir-facade/src/patient-index/patient-index.ts";
import type { Criterion } from "../../../fhir-facade/src/pipeline/3-authz/criteria.ts";
import { storeAt } from "../../../fhir-facade/src/pipeline/4-forward/store.ts";
import { type ChangingStore, startChangingStore } from "./changing-store.ts";
import { testConfig } from "./configuration.ts";
import { authorizationOf } from "./issuer.ts";
import { sightOf } from "./sight.ts";
import type { StoredResource } from "./store.ts";

export const CHECK_MS = 5000;
export const MAX_AGE_MS = 900_000;

export interface Indexes {
  readonly store: ChangingStore;
  readonly log: Decision[];
  readonly of: (patient?: string, criteria?: readonly Criterion[]) => Promise<PatientIndex>;
  /** Keys that an authorization sees now; by itself one that shares nothing sensitive. */
  readonly visible: (authorization?: Partial<MemberAuthorization>) => Promise<string[]>;
  /** Moves the facade's clock and the store's. */
  readonly wait: (milliseconds: number) => void;
  /** Moves the facade's clock only. */
  readonly drift: (milliseconds: number) => void;
  /** Requests to the store since the last call. */
  readonly requests: () => string[];
}

export async function startIndexes(resources: readonly StoredResource[], changes: Readonly<Record<string, string>> = {}): Promise<Indexes> {
  const store = await startChangingStore(...resources);
  const settings = { INDEX_MAX_AGE_MS: String(MAX_AGE_MS), INDEX_CHECK_MS: String(CHECK_MS), STORE_TIMEOUT_MS: "20000", ...changes };
  const config = testConfig("http://issuer.invalid", store.url, settings);
  const log: Decision[] = [];
  // a clock of its own, years away from the store's
  let clock = Date.parse("2020-06-01T00:00:00Z");
  const indexOf = patientIndexes(
    storeAt(config),
    labeller(config.policy),
    config,
    (line) => void log.push(line),
    () => clock,
  );
  return {
    store,
    log,
    of: (patient = "p1", criteria = []) => indexOf(patient, criteria),
    visible: async (authorization) => {
      const sight = sightOf(authorizationOf(authorization));
      return [...visibleKeys(await indexOf(sight.patient, sight.criteria), sight)];
    },
    wait: (milliseconds) => {
      clock += milliseconds;
      store.clock += milliseconds;
    },
    drift: (milliseconds) => {
      clock += milliseconds;
    },
    requests: () => store.asked.splice(0),
  };
}
