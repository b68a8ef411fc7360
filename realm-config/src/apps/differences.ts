/** What an app would become, line by line; secrets and keys are named, never shown. */
import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import { desiredAppClient } from "../apply/apply-clients.ts";
import { type FieldDifference, differences as fieldDifferences } from "../apply/differences.ts";
import type { App } from "../settings.ts";

const NOT_SHOWN = ["secret", "attributes.jwks.string"];

/** @param actual as Keycloak has it; the secret is compared when both are known */
export function differences(actual: ClientRepresentation, app: App): string[] {
  return fieldDifferences({ protocolMappers: [], ...actual }, desiredAppClient(app)).map(lineOf);
}

function lineOf({ field, from, to }: FieldDifference): string {
  if (NOT_SHOWN.includes(field)) return `${field}: another one`;
  if (field === "optionalClientScopes") return `${field}: every scope of records, and no other`;
  return `${field}: ${JSON.stringify(from) ?? "not set"} → ${JSON.stringify(to)}`;
}
