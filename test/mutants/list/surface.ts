/** What every answer has in common weakened: refusals, headers, links, batch, public documents. */
import { of } from "../mutant.ts";

const refusals = of("outcome/refusals.ts", "authn", "deny-by-default");
const app = of("app.ts", "surface", "edge-headers");
const cors = of("http/cors.ts", "edge-cors");
const headers = of("http/response-headers.ts", "edge-headers");
const head = of("http/request-head.ts", "edge-smuggling", "edge-bodies");
const answer = of("answer.ts", "surface");
const batch = of("batch/parse-batch.ts", "edge-batch-refused");

export const SURFACE = [
  refusals(
    "another patient's is told from absent",
    'refusal(404, "not-found", "There is no such resource.", reason)',
    'refusal(404, "not-found", reason, reason)',
    "listings",
  ),
  refusals("what may not be seen is forbidden", 'refusal(404, "not-found"', 'refusal(403, "not-found"'),
  refusals("what was thrown is told", '"The request could not be answered.", "unexpected"', 'String(thrown), "unexpected"', "edge-headers"),
  app("a preflight goes on", 'if (request.method === "OPTIONS") return preflight(response);', ""),
  app("ambiguous headers are taken", "requireUnambiguous(request);", "", "edge-smuggling", "edge-bodies"),
  app("any type is accepted", "requireJsonAccepted(request);", "", "edge-cors"),
  app(
    "answers have no common headers",
    "for (const [name, value] of common) response.setHeader(name, value);",
    "for (const [name] of common) if (name.length === 0) response.setHeader(name, name);",
  ),
  app("a query may stand beside a batch", 'if (query !== undefined) throw invalidRequest("query-and-body");', "", "edge-batch-refused"),
  app("a body is read for everybody", "bearerToken(request.url, request.headers);\n", "\n", "edge-bodies", "edge-bounds", "edge-bodies"),
  cors(
    "a browser may send its own credentials",
    '"Access-Control-Allow-Origin": "*",',
    '"Access-Control-Allow-Origin": "*",\n  "Access-Control-Allow-Credentials": "true",',
    "surface",
  ),
  headers("answers may be kept by caches", '"no-store"', '"max-age=60"'),
  headers("caches take two tokens for one", '"Authorization, Accept"', '"Accept"'),
  head("two Authorization headers are one", '"authorization", "content-type"', '"content-type"', "unjudged-words"),
  head("a GET may have a body", 'throw invalidRequest("body-unexpected");', "void 0;"),
  answer(
    "an empty read is an empty answer",
    "if (!body) throw notFound();",
    "if (!body) return { body: {}, about };",
    "leak-12-granular-scopes",
  ),
  answer(
    "links are the store's query",
    "const { path, query } = interaction.request;\n  return `",
    'const { path } = interaction.request;\n  const query = interaction.kind === "search" ? interaction.pinned : interaction.request.query;\n  return `',
  ),
  answer(
    "Provenance of an exchange needs no scope",
    'if (interaction.sight.search.get("Provenance")?.whole !== true) return false;',
    "",
    "leak-13-provenance",
  ),
  batch("a batch may write", 'if (method !== "GET") throw', 'if (method === "") throw'),
];
