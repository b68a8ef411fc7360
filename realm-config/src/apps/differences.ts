/** What an app would become, line by line; secrets and keys are named, never shown. */
import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import { type FieldDifference, differences as fieldDifferences } from "../apply/differences.ts";
import { OPTIONAL_SCOPE_NAMES } from "../desired/client-scopes.ts";
import { APP_DEFAULT_SCOPES, desiredApp } from "../desired/clients.ts";
import type { App } from "../settings.ts";

const NOT_SHOWN = ["secret", "attributes.jwks.string"];

/** @param actual as Keycloak has it; the secret is compared when both are known */
export function differences(actual: ClientRepresentation, app: App): string[] {
  const wanted = { ...desiredApp(app), defaultClientScopes: [...APP_DEFAULT_SCOPES], optionalClientScopes: [...OPTIONAL_SCOPE_NAMES] };
  return fieldDifferences({ protocolMappers: [], ...actual }, wanted).map(lineOf);
}

function lineOf({ field, from, to }: FieldDifference): string {
  if (NOT_SHOWN.includes(field)) return `${field}: another one`;
  if (field === "optionalClientScopes") return `${field}: every scope of records, and no other`;
  return `${field}: ${JSON.stringify(from) ?? "not set"} → ${JSON.stringify(to)}`;
}
