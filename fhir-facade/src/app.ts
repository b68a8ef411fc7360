/** The HTTP surface: two public documents, everything else through the five stages, every throw as one OperationOutcome. */
import type { RequestListener } from "node:http";
import express, { type Request, type Response } from "express";
import { type AnswerRequest, answering } from "./answer.ts";
import { batchAnswering } from "./batch/answer-batch.ts";
import type { Config } from "./config.ts";
import { requireJsonAccepted } from "./http/accept.ts";
import { preflight } from "./http/cors.ts";
import { publicBytes } from "./http/public-addresses.ts";
import { bodyText, formOf, hasJson, isBodyError, requestBody } from "./http/request-body.ts";
import { requireUnambiguous } from "./http/request-head.ts";
import { responseHeaders } from "./http/response-headers.ts";
import { send, sendBytes, sendKept, sendRefusal } from "./http/send.ts";
import { type Log, logRefusal, logToStdout } from "./log.ts";
import { invalidRequest, notSupported } from "./outcome/refusals.ts";
import { bearerToken } from "./pipeline/1-authn/bearer-token.ts";
import { capabilityStatement } from "./public/capability-statement.ts";
import { smartConfiguration } from "./public/smart-configuration.ts";

/** `answer` can be given by tests that count; it is the whole pipeline otherwise. */
export function createApp(config: Config, log: Log = logToStdout, answer: AnswerRequest = answering(config, log)): RequestListener {
  const base = new URL(config.fhirBaseUrl).pathname.replace(/\/$/, "");
  const common = responseHeaders(config);
  const answerLogged = logging(answer, config, log);
  const published = publicBytes(config);
  const answerBatch = batchAnswering(answerLogged, config, log);

  const app = express();
  app.disable("x-powered-by").disable("etag");
  app.use((request, response, next) => {
    if (request.method === "OPTIONS") return preflight(response);
    requireUnambiguous(request);
    const path = request.method === "GET" || request.method === "HEAD" ? request.url.split("?", 1)[0] : undefined;
    if (path === `${base}/metadata`) return send(response, 200, capabilityStatement(config));
    // SMART discovery is JSON whatever `Accept` says
    if (path === `${base}/.well-known/smart-configuration`) return sendKept(response, smartConfiguration(config), JSON_TYPE);
    requireJsonAccepted(request);
    bearerToken(request.url, request.headers);
    next();
  });
  app.use(requestBody(config));
  app.use(async (request, response) => {
    const [path = "", query] = request.url.split("?", 2);
    if (request.method === "POST" && hasJson(request) && (path === base || path === `${base}/`)) {
      if (query !== undefined) throw invalidRequest("query-and-body");
      return sendBytes(response, 200, published(await answerBatch(request.headers, bodyText(request))));
    }
    const { body } = await answerLogged(request.headers, { method: request.method, url: request.url, form: formOf(request) });
    sendBytes(response, 200, published(body));
  });

  return (request, response) => {
    for (const [name, value] of common) response.setHeader(name, value);
    // nobody answered: an address that the router cannot read
    app(request as Request, response as Response, (thrown: unknown = notSupported(400, "path-malformed")) =>
      sendRefusal(response, logRefusal(isBodyError(thrown) ? invalidRequest("body") : thrown, log)),
    );
  };
}

const JSON_TYPE = "application/json; charset=utf-8";

/** One line for each answer; a refusal is logged where it is sent. */
function logging(answer: AnswerRequest, { policy }: Config, log: Log): AnswerRequest {
  return async (headers, raw) => {
    const since = performance.now();
    const answered = await answer(headers, raw);
    const milliseconds = Math.round(performance.now() - since);
    log({ reason: "granted", status: 200, milliseconds, codeLists: policy.listsVersion, ...answered.about });
    return answered;
  };
}
