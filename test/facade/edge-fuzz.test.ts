/** Whatever bytes arrive: every answer is clean, none is a fault of this API, and the store hears of nobody else's record. Leaks 11, 20 and 21. */
import fc from "fast-check";
import { expectCommonHeaders } from "./support/common-headers.ts";
import { PATIENCE } from "./support/configuration.ts";
import { type Surroundings, startSurroundings } from "./support/facade.ts";
import { exchange } from "./support/raw-socket.ts";
import { HIDDEN, MARKER, OTHERS, SHOWN } from "./support/records.ts";

let around: Surroundings;
let token: string;
beforeAll(async () => {
  around = await startSurroundings([...SHOWN, ...HIDDEN, ...OTHERS], {
    ...PATIENCE,
    INDEX_MAX_AGE_MS: "60000",
    REQUEST_TIMEOUT_MS: "200",
    HEADERS_TIMEOUT_MS: "200",
  });
  token = await around.issuer.grant();
});
afterAll(() => around.close());

const BASE = "/fhir";
const PIECES = [
  "Condition",
  "Patient",
  "p1",
  "p2",
  "of-p2",
  "b-sud",
  "c1",
  "_search",
  "_history",
  "$everything",
  "metadata",
  "..",
  ".",
  "",
  "%2e%2e",
  "%2f",
  "%00",
  ";x",
  "\\",
  "*",
  "?",
  "#",
  "&",
  "=",
  "page",
  "_id",
  "_has",
  "patient",
  ":",
];
const path = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 6 })
  .map((pieces) => `${BASE}/${pieces.join("/").replaceAll("/?/", "?").replaceAll("/=/", "=")}`);
const method = fc.constantFrom("GET", "GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "PATCH", "M-SEARCH");
const visible = fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)), maxLength: 40 });
const headerName = fc.constantFrom(
  "Accept",
  "Content-Type",
  "Content-Encoding",
  "Expect",
  "Host",
  "Prefer",
  "Range",
  "Authorization",
  "X-HTTP-Method-Override",
  "Upgrade",
  "TE",
  "Cookie",
  "If-None-Match",
);
const headers = fc.array(
  fc.tuple(headerName, visible).map(([name, value]) => `${name}: ${value}`),
  { maxLength: 4 },
);
const body = fc.constantFrom(
  "",
  "patient=p1",
  "patient=p2",
  "_id=of-p2",
  '{"resourceType":"Bundle","type":"batch","entry":[{"request":{"method":"GET","url":"Patient/p2"}}]}',
);

async function expectClean(...lines: readonly string[]): Promise<void> {
  around.store.asked.length = 0;
  for (const { status, headers: sent, text } of await exchange(around.port, ...lines)) {
    if (status === 100) continue;
    expect(status).not.toBe(500);
    expectCommonHeaders(sent);
    expect(text).not.toMatch(new RegExp(`${MARKER}|"id":"(of-)?p2"|node_modules|Error:`));
    expect(text).not.toContain(new URL(around.store.url).host);
    if (status >= 400 && text !== "") expect(Object.keys(JSON.parse(text))).toEqual(["resourceType", "issue"]);
  }
  for (const asked of around.store.asked) expect(asked).toMatch(/^GET [A-Z][A-Za-z]+([/?]|$)/);
  expect(around.store.asked.join(" ")).not.toMatch(/\.\.|%2e|%2f|patient=p2/i);
}

const RUNS = { numRuns: 200 };

describe("leak 11: whatever is asked", () => {
  test("leak 20: any path, method, headers and body with a good token", () =>
    fc.assert(
      fc.asyncProperty(method, path, headers, body, (verb, target, more, content) =>
        expectClean(
          `${verb} ${target} HTTP/1.1`,
          "Host: plan.example",
          `Authorization: Bearer ${token}`,
          "Connection: close",
          ...more,
          ...(content === "" ? [] : [`Content-Length: ${content.length}`]),
          "",
          content,
        ),
      ),
      RUNS,
    ));

  test("leak 11: a good request with any of its bytes changed", () => {
    const good = ["GET /fhir/Condition?_count=2 HTTP/1.1", "Host: plan.example", `Authorization: Bearer ${token}`, ""].join("\r\n");
    return fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 }), (at, code) =>
        expectClean(`${good.slice(0, at)}${String.fromCharCode(code)}${good.slice(at + 1)}Connection: close\r\n\r\n`),
      ),
      RUNS,
    );
  });
});
