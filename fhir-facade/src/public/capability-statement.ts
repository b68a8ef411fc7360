/** What this API answers, from the same tables that decide it; the same for everybody. */
import type { ResourceType } from "@member-exchange/sharing-policy";
import { isShared } from "../compartment/compartment.ts";
import type { Config } from "../config.ts";
import { includesOf, revincludesOf } from "../pipeline/2-parse/result-parameters.ts";
import { SEARCH_PARAMETERS } from "../pipeline/2-parse/search-parameters.ts";

/** Date of the last change of what this API answers. */
const DATE = "2026-11-27";
const OAUTH_URIS = "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris";

/** @see https://hl7.org/fhir/R4/capabilitystatement.html and SMART App Launch 2.2 for the `oauth-uris` extension that older clients read */
export function capabilityStatement({
  fhirBaseUrl,
  issuerUrl,
  storeTypes,
  storeProfiles,
}: Pick<Config, "fhirBaseUrl" | "issuerUrl" | "storeTypes" | "storeProfiles">) {
  const openid = `${issuerUrl}/protocol/openid-connect`;
  return {
    resourceType: "CapabilityStatement",
    status: "active",
    date: DATE,
    kind: "instance",
    fhirVersion: "4.0.1",
    format: ["json"],
    implementation: { description: "Member-authorised access to a health plan's records", url: fhirBaseUrl },
    rest: [
      {
        mode: "server",
        security: {
          cors: true,
          description: "OAuth 2.0 as SMART App Launch 2.2 has it: see .well-known/smart-configuration",
          service: [{ coding: [{ system: "http://terminology.hl7.org/CodeSystem/restful-security-service", code: "SMART-on-FHIR" }] }],
          extension: [
            {
              url: OAUTH_URIS,
              extension: [
                { url: "authorize", valueUri: `${openid}/auth` },
                { url: "token", valueUri: `${openid}/token` },
                { url: "introspect", valueUri: `${openid}/token/introspect` },
                { url: "revoke", valueUri: `${openid}/revoke` },
                { url: "manage", valueUri: `${issuerUrl}/account/applications` },
              ],
            },
          ],
        },
        interaction: [{ code: "batch" }],
        resource: storeTypes.map((type) => resourceOf(type, storeProfiles[type])),
      },
    ],
  };
}

function resourceOf(type: ResourceType, supportedProfile: readonly string[] | undefined) {
  const everything = { name: "everything", definition: "http://hl7.org/fhir/OperationDefinition/Patient-everything" };
  const id = { name: "_id", type: "token" };
  const own = Object.entries(SEARCH_PARAMETERS[type] ?? {}).map(([name, { kind }]) => ({ name, type: kind }));
  const patient = type === "Patient" ? [] : [{ name: "patient", type: "reference" }];
  return {
    type,
    ...(supportedProfile ? { supportedProfile } : {}),
    interaction: [{ code: "read" }, { code: "search-type" }],
    ...(includesOf(type).length === 0 ? {} : { searchInclude: includesOf(type) }),
    searchRevInclude: revincludesOf(type),
    searchParam: isShared(type) ? [id] : [id, ...patient, { name: "_lastUpdated", type: "date" }, ...own],
    ...(type === "Patient" ? { operation: [everything] } : {}),
  };
}
