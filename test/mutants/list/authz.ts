/** Stage 3 weakened: scopes, the pin to one patient, and what withholding refuses. */
import { of } from "../mutant.ts";

const authorize = of("pipeline/3-authz/authorize.ts", "deny-by-default", "surface");
const sight = of("pipeline/3-authz/sight.ts", "withholding");
const criteria = of("pipeline/3-authz/criteria.ts", "leak-12-granular-scopes", "deny-by-default");

export const AUTHZ = [
  authorize("a page link is every patient's", " || patient !== sight.patient) throw", ") throw"),
  authorize("a page link is every authorization's", "authorizationId !== sight.authorizationId || patient", "patient"),
  authorize("a read needs no scope", "throw insufficientScope(`patient/${request.type}.r`);", "void 0;"),
  authorize("a search needs no scope", "throw insufficientScope(`patient/${type}.s`);", "void 0;"),
  authorize("the scope for reading is enough for a search", "if (!sight.search.has(type)) throw", "if (!sight.read.has(type)) throw"),
  authorize(
    "$everything gives what may be read or searched",
    "sight.read.has(type) && sight.search.has(type) &&",
    "(sight.read.has(type) || sight.search.has(type)) &&",
  ),
  authorize(
    "another Patient is read",
    'throw notFound("other-patient");\n      return mint({ kind: "read"',
    'void 0;\n      return mint({ kind: "read"',
    "second-lines",
  ),
  authorize(
    "$everything of another patient is answered",
    "if (request.patient !== sight.patient) throw",
    'if (request.patient === "") throw',
  ),
  authorize("_since tells of edits", "if (sight.withholding && request.since !== undefined) throw", 'if (request.since === "") throw'),
  authorize(
    "_lastUpdated and sorting by it tell of edits",
    "if (sight.withholding && byEdits) throw",
    'if (byEdits && type === "Binary") throw',
  ),
  authorize("sorting by _lastUpdated tells of edits", 'request.sort.some(({ parameter }) => parameter === "_lastUpdated")', "false"),
  authorize("masked elements can be searched", 'throw invalidRequest("parameter-masked");', "void 0;"),
  authorize(
    "a compartment search of another patient is answered",
    "if (request.compartment !== undefined && request.compartment !== sight.patient) throw",
    'if (request.compartment === "") throw',
    "leak-23-families",
  ),
  authorize("another patient in a search is this one", "empty: otherPatient || otherSelf", "empty: otherSelf"),
  authorize(
    "a search is not pinned to the patient",
    "return [[membership.parameter, patient], ...chosen, ...filters];",
    "return [...chosen, ...filters];",
    "leak-16-pinned",
  ),
  sight("every category is shared in every mode", 'authorization.mode === "everything";', "authorization.mode.length > 0;"),
  sight(
    "a yes to what a category was before counts",
    "everything || (isNamed(code) && !isNewer(since))",
    "everything || isNamed(code)",
    "policy-changes",
  ),
  sight("what the plan removed is shown to who withheld it", "[...unshared, ...gone]", "[...unshared]", "policy-changes"),
  sight("what cannot be judged is shown under withholding", "(withholding ? UNCLASSIFIABLE : 0)", "0"),
  sight(
    "psychotherapy notes are shown when everything is shared",
    "const unshared = policy.categories.filter(({ code }) => !shared.has(code));",
    "const unshared = (withholding ? policy.categories : []).filter(({ code }) => !shared.has(code));",
  ),
  sight("demographics are never masked", 'shared.has("DEMO") ? "shared" : "masked"', '"shared"'),
  sight(
    "nothing is hidden",
    'return type !== "Patient" && (mask & sight.hidden) !== 0;',
    "return mask < 0 && type === undefined && sight === undefined;",
  ),
  sight(
    "a granular scope covers the whole type",
    "grant = { whole: false, criteria:",
    "grant = { whole: true, criteria:",
    "leak-12-granular-scopes",
  ),
  sight(
    "a granular scope that is not understood covers the type",
    "if (!criterion) continue;",
    'if (!criterion) { add("read", scope.type as ResourceType, grant); continue; }',
    "deny-by-default",
  ),
  sight(
    "a scope for reading is one for searching",
    'if (scope.search) add("search", type, grant);',
    'add("search", type, grant);',
    "deny-by-default",
  ),
  sight(
    "criteria are not looked at",
    "grant !== undefined && (grant.whole || (grant.criteria & criteria) !== 0)",
    "grant !== undefined && criteria >= 0",
    "leak-12-granular-scopes",
  ),
  criteria("one of several parameters is enough", "parameters.every(({ name, tokens })", "parameters.some(({ name, tokens })"),
  criteria(
    "a parameter that is no token is one",
    'if (!criteria.every(([name]) => searchDefinition(type, name)?.kind === "token")) return undefined;',
    "",
  ),
];
