/** The real facade, in process, before a throw-away realm: the realm is its issuer, and its store holds the records of the members named. */

import { answering } from "../../fhir-facade/src/answer.ts";
import { createApp } from "../../fhir-facade/src/app.ts";
import { readConfig } from "../../fhir-facade/src/config.ts";
import { listen } from "../facade/support/http-server.ts";
import { coded, ICD, LOINC, resource } from "../facade/support/records.ts";
import { type StoredResource, startStore } from "../facade/support/store.ts";
import { FACADE, type TestRealm } from "./realm.ts";

/** What an app gets for one request. */
export interface Seen {
  readonly status: number;
  /** Logical ids, sorted; none when refused. */
  readonly ids: readonly string[];
}

/** What every token gets that is worth nothing. */
export const REFUSED: Seen = { status: 401, ids: [] };

export interface RealmFacade {
  readonly origin: string;
  /** Puts the person's record into the store: a Patient, a harmless Condition, one of mental health, an Observation. */
  readonly keep: (patient: string) => void;
  /** GET of all of one type, or of one resource by `Type/id`. */
  readonly read: (token: string | undefined, path?: string) => Promise<Seen>;
  readonly close: () => Promise<void>;
}

/**
 * @param remembers whether introspection answers are kept for up to five seconds, as in production; without it each request asks anew
 * @param port for apps that are told the FHIR base URL and look there
 */
export async function startFacade(realm: TestRealm, patients: readonly string[] = [], remembers = false, port = 0): Promise<RealmFacade> {
  const store = await startStore(patients.flatMap(recordOf));
  const config = readConfig({
    ISSUER_URL: realm.issuer,
    FHIR_BASE_URL: realm.settings.fhirBaseUrl,
    FHIR_STORE_URL: store.url,
    FACADE_CLIENT_ID: FACADE.id,
    FACADE_CLIENT_SECRET: FACADE.secret,
    CURSOR_KEY: Buffer.alloc(32, 7).toString("base64url"),
    INDEX_MAX_AGE_MS: "0",
  });
  const remembering = answering(config);
  const asking: typeof remembering = (headers, request) => answering(config)(headers, request);
  const server = await listen(
    createApp(config, () => {}, remembers ? remembering : asking),
    port,
  );
  return {
    origin: server.origin,
    keep: (patient) => {
      store.resources = [...store.resources, ...recordOf(patient)];
    },
    read: async (token, path = "Condition") => {
      const answered = await fetch(`${server.origin}/fhir/${path}`, { headers: { authorization: `Bearer ${token}` } });
      return { status: answered.status, ids: idsOf((await answered.json()) as FhirAnswer) };
    },
    close: async () => {
      await Promise.all([server.close(), store.close()]);
    },
  };
}

interface FhirAnswer {
  readonly resourceType: string;
  readonly id?: string;
  readonly entry?: readonly { readonly resource: StoredResource }[];
}

function idsOf(body: FhirAnswer): readonly string[] {
  if (body.resourceType === "Bundle") return (body.entry ?? []).map(({ resource: { id } }) => id).sort();
  return body.resourceType === "OperationOutcome" ? [] : [body.id ?? ""];
}

const recordOf = (patient: string): readonly StoredResource[] => {
  const subject = { reference: `Patient/${patient}` };
  return [
    resource("Patient", patient, { name: [{ family: patient }] }),
    resource("Condition", `${patient}-cough`, { subject, code: coded(ICD, "J20.9") }),
    resource("Condition", `${patient}-psy`, { subject, code: coded(ICD, "F32.9") }),
    resource("Observation", `${patient}-height`, { status: "final", subject, code: coded(LOINC, "8302-2") }),
  ];
};
