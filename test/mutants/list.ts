/** Every check of the facade that a mutant takes away, in the order of the pipeline. */
import { AUTHN } from "./list/authn.ts";
import { AUTHZ } from "./list/authz.ts";
import { FORWARD } from "./list/forward.ts";
import { INDEX } from "./list/index.ts";
import { LABELLER } from "./list/labeller.ts";
import { PARSE } from "./list/parse.ts";
import { REDACT } from "./list/redact.ts";
import { SURFACE } from "./list/surface.ts";
import type { Mutant } from "./mutant.ts";

export const MUTANTS: readonly Mutant[] = [...AUTHN, ...PARSE, ...AUTHZ, ...LABELLER, ...INDEX, ...FORWARD, ...REDACT, ...SURFACE];
