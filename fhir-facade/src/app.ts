/** The HTTP surface: two public documents, everything else through the five stages, every throw as one OperationOutcome. */

import { CODE_LISTS_VERSION } from "@member-exchange/sharing-policy/code-lists";
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from "express";
import { type AnswerRequest, answering } from "./answer.ts";
import type { Config } from "./config.ts";
import { type Log, logToStdout } from "./log.ts";
import { operationOutcome } from "./outcome/operation-outcome.ts";
import { invalidRequest, toRefusal } from "./outcome/refusals.ts";
import { capabilityStatement } from "./public/capability-statement.ts";
import { smartConfiguration } from "./public/smart-configuration.ts";

const FORM = "application/x-www-form-urlencoded";

/** `answer` can be given by tests that count; it is the whole pipeline otherwise. */
export function createApp(config: Config, log: Log = logToStdout, answer: AnswerRequest = answering(config, log)): Express {
  const base = new URL(config.fhirBaseUrl).pathname.replace(/\/$/, "");
  const app = express();
  app.disable("x-powered-by").disable("etag");
  app.use((request, response, next) => {
    commonHeaders(response);
    if (request.method === "OPTIONS") preflight(response);
    else next();
  });
  app.use(express.text({ type: FORM, limit: "16kb" }));
  app.use(async (request, response) => {
    const since = performance.now();
    const path = request.method === "GET" ? request.url.split("?", 1)[0] : undefined;
    if (path === `${base}/metadata`) return send(response, 200, capabilityStatement(config));
    if (path === `${base}/.well-known/smart-configuration`) return sendJson(response, smartConfiguration(config));
    if ((request.headersDistinct.authorization?.length ?? 0) > 1) throw invalidRequest("authorization-repeated");
    const { body, about } = await answer(request.headers, { method: request.method, url: request.url, form: formOf(request) });
    log({ reason: "granted", status: 200, milliseconds: Math.round(performance.now() - since), codeLists: CODE_LISTS_VERSION, ...about });
    send(response, 200, body);
  });
  app.use(refuse(log));
  return app;
}

/** An error has nothing to send but its refusal; what caused it goes to the log by name only. */
function refuse(log: Log): ErrorRequestHandler {
  return (thrown, _request, response, _next) => {
    const { value } = isBodyError(thrown) ? invalidRequest("body") : toRefusal(thrown);
    const cause = value.reason === "unexpected" && thrown instanceof Error ? { cause: thrown.name } : {};
    log({ reason: value.reason, status: value.status, ...cause });
    for (const [name, text] of Object.entries(value.headers)) response.setHeader(name, text);
    send(response, value.status, operationOutcome(value));
  };
}

/** Thrown by the body parser: too large, broken off, or of an unknown charset. */
const isBodyError = (thrown: unknown): boolean => thrown instanceof Error && "type" in thrown && "statusCode" in thrown;

/** @throws InvalidRequest for a POST that is no form */
function formOf(request: Request): string | undefined {
  if (request.method !== "POST") return undefined;
  if (typeof request.body !== "string") throw invalidRequest("body");
  return request.body;
}

function commonHeaders(response: Response): void {
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Access-Control-Allow-Origin", "*");
  response.setHeader("Access-Control-Expose-Headers", "WWW-Authenticate, Retry-After");
}

function preflight(response: Response): void {
  response.setHeader("Access-Control-Allow-Methods", "GET, POST");
  response.setHeader("Access-Control-Allow-Headers", "Authorization, Accept, Content-Type, Prefer, Cache-Control");
  response.setHeader("Access-Control-Max-Age", "600");
  response.status(204).end();
}

function send(response: Response, status: number, body: object): void {
  response.status(status).setHeader("Content-Type", "application/fhir+json; charset=utf-8");
  response.end(JSON.stringify(body));
}

/** SMART discovery is JSON whatever `Accept` says. */
function sendJson(response: Response, body: object): void {
  response.status(200).setHeader("Content-Type", "application/json; charset=utf-8");
  response.end(JSON.stringify(body));
}
