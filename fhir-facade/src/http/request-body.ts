/** The two bodies that exist, a form and a JSON document: bounded, never inflated, strictly UTF-8. */
import express, { type Request, type RequestHandler } from "express";
import type { Config } from "../config.ts";
import { invalidRequest } from "../outcome/refusals.ts";

const FORM = /^application\/x-www-form-urlencoded *(; *charset="?utf-8"? *)?$/i;
const JSON_DOCUMENT = /^application\/(fhir\+)?json *(; *(charset="?utf-8"?|fhirVersion="?4\.0"?) *)*$/i;
const MAX_FORM_BYTES = 16 * 1024;

const isOf = (type: RegExp) => (request: { readonly headers: { readonly "content-type"?: string | undefined } }) =>
  type.test(request.headers["content-type"] ?? "");

export const hasJson: (request: Request) => boolean = isOf(JSON_DOCUMENT);

/** Reads a body of the two types; of any other type none is read. What is announced as too long is refused without waiting for it. */
export function requestBody({ maxBatchBytes }: Pick<Config, "maxBatchBytes">): RequestHandler[] {
  const reader = (type: RegExp, limit: number): RequestHandler[] => [
    (request, _response, next) => {
      if (isOf(type)(request) && Number(request.headers["content-length"] ?? 0) > limit) throw invalidRequest("body-too-long");
      next();
    },
    express.raw({ type: isOf(type), limit, inflate: false }),
  ];
  return [...reader(FORM, MAX_FORM_BYTES), ...reader(JSON_DOCUMENT, maxBatchBytes)];
}

/** Thrown while a body is read: too large, encoded, or broken off. */
export const isBodyError = (thrown: unknown): boolean => thrown instanceof Error && "type" in thrown && "statusCode" in thrown;

/**
 * The form of a POST, nothing for another method.
 * @throws InvalidRequest for a POST that is no form
 */
export function formOf(request: Request): string | undefined {
  if (request.method !== "POST") return undefined;
  if (!isOf(FORM)(request)) throw invalidRequest("body");
  return bodyText(request);
}

/** @throws InvalidRequest for no body, or one that is not UTF-8 */
export function bodyText({ body }: Request): string {
  if (!Buffer.isBuffer(body)) throw invalidRequest("body");
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw invalidRequest("body-encoding");
  }
}
