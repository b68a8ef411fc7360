/**
 * The JSON schema of the Compose specification, as the linter dclint ships it.
 * @see https://github.com/compose-spec/compose-spec/blob/main/schema/compose-spec.json
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import { composeFile } from "./compose-file.ts";
import type { Rule } from "./stack.ts";

const SHIPPED = join(dirname(createRequire(import.meta.url).resolve("dclint/package.json")), "schemas/compose.schema.json");
// its $schema is an address of draft 7 that ajv knows by another spelling
const { $schema: _, ...schema } = JSON.parse(readFileSync(SHIPPED, "utf8"));
const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);

export const followsTheSchema: Rule = (stack) => {
  validate(composeFile(stack));
  return (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
};
