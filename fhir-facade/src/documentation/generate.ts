/** `npm run generate:fhir-api`: writes the tables of docs/fhir-api.md from the code. A test compares. */
import { readFileSync, writeFileSync } from "node:fs";
import { FHIR_API, fhirApi } from "./fhir-api.ts";

writeFileSync(FHIR_API, fhirApi(readFileSync(FHIR_API, "utf8")));
