/** docs/fhir-api.md with its tables as the code has them. */
import { errors } from "./errors.ts";
import { withTables } from "./markdown.ts";
import { settings } from "./settings.ts";
import { granularScopes, includes, resultParameters, revincludes, searchParameters, types } from "./surface.ts";

export const FHIR_API = new URL("../../../docs/fhir-api.md", import.meta.url);

const TABLES = {
  types,
  "granular-scopes": granularScopes,
  "search-parameters": searchParameters,
  "result-parameters": resultParameters,
  includes,
  revincludes,
  errors,
  settings,
};

/** @throws RangeError when the page does not have exactly one block for each table */
export const fhirApi = (page: string): string => withTables(page, TABLES);
