/** The closed set of refusals as a table. */
import * as refusals from "../outcome/refusals.ts";
import { names, table } from "./markdown.ts";

/** One of each that an app can get. */
const ALL: readonly refusals.Refusal[] = [
  refusals.invalidRequest(""),
  refusals.notSupported(400, ""),
  refusals.missingToken(),
  refusals.invalidToken(""),
  refusals.invalidToken("", "expired"),
  refusals.insufficientScope("…"),
  refusals.notFound(),
  refusals.notSupported(405, ""),
  refusals.requestTimedOut(),
  refusals.tooManyRequests(""),
  refusals.headersTooLong(),
  refusals.toRefusal(undefined),
  refusals.unavailable(""),
  refusals.timedOut(""),
];

/** `Retry-After` is given without its value, which depends. */
const headersOf = (headers: Readonly<Record<string, string>>): string =>
  names(Object.entries(headers).map(([name, value]) => (name === "Retry-After" ? name : `${name}: ${value}`)));

export const errors = (): string =>
  table(
    ["status", "`issue.code`", "`diagnostics`", "header"],
    ALL.map(({ value: { status, issue, text, headers } }) => [String(status), `\`${issue}\``, text, headersOf(headers)]),
  );
