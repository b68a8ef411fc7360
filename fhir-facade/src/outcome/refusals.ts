/** The closed set of refusals: each has one status, one FHIR issue code, one fixed text, and at most one challenge. */

/** FHIR R4 issue-type codes in use. @see https://hl7.org/fhir/R4/valueset-issue-type.html */
export type IssueCode =
  | "login"
  | "expired"
  | "invalid"
  | "too-long"
  | "forbidden"
  | "not-found"
  | "not-supported"
  | "throttled"
  | "transient"
  | "timeout"
  | "exception";

export interface RefusalValue {
  readonly status: number;
  readonly issue: IssueCode;
  /** Fixed text for the app; says nothing about data. */
  readonly text: string;
  /** Stable word for the log. */
  readonly reason: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Thrown by any stage; the only error whose content an app may learn. */
export class Refusal extends Error {
  readonly value: RefusalValue;
  constructor(value: RefusalValue) {
    super(value.reason);
    this.value = value;
  }
}

const refusal = (status: number, issue: IssueCode, text: string, reason: string, headers: Record<string, string> = {}): Refusal =>
  new Refusal({ status, issue, text, reason, headers });

/** RFC 6750 section 3.1: a request without any authentication gets a challenge without an error code. */
export const missingToken = (): Refusal =>
  refusal(401, "login", "An access token is required.", "token-missing", { "WWW-Authenticate": "Bearer" });

export const invalidToken = (reason: string, issue: "login" | "expired" = "login"): Refusal =>
  refusal(401, issue, "The access token is not valid, or no longer.", reason, { "WWW-Authenticate": 'Bearer error="invalid_token"' });

export const invalidRequest = (reason: string): Refusal =>
  refusal(400, "invalid", "The request is not one that this API answers. See its documentation.", reason);

export const insufficientScope = (scope: string): Refusal =>
  refusal(403, "forbidden", "The access token does not cover this request.", "scope-insufficient", {
    "WWW-Authenticate": `Bearer error="insufficient_scope", scope="${scope}"`,
  });

/** Absent, hidden, deleted and outside the member's record alike. */
export const notFound = (reason = "not-found"): Refusal => refusal(404, "not-found", "There is no such resource.", reason);

export const notSupported = (status: 400 | 405, reason: string): Refusal =>
  refusal(status, "not-supported", "The interaction is not supported.", reason, status === 405 ? { Allow: "GET" } : {});

/** @param seconds until the next request has a chance */
export const tooManyRequests = (reason: string, seconds = 5): Refusal =>
  refusal(429, "throttled", "Too many requests. Try again shortly.", reason, { "Retry-After": String(seconds) });

/** Request line and headers together, or their number. */
export const headersTooLong = (): Refusal =>
  refusal(431, "too-long", "The request's address and headers are too long.", "headers-too-long");

/** The client was too slow. */
export const requestTimedOut = (): Refusal => refusal(408, "timeout", "The request did not arrive in time.", "request-timeout");

export const unavailable = (reason: string): Refusal =>
  refusal(502, "transient", "The data is not available now. Try again later.", reason);

export const timedOut = (reason: string): Refusal => refusal(504, "timeout", "The data did not arrive in time. Try again later.", reason);

/** Whatever was thrown, as exactly one refusal; an unknown throw is a 500 with fixed text. */
export function toRefusal(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown;
  return refusal(500, "exception", "The request could not be answered.", "unexpected");
}
