/** A store that misbehaves, seen by an app: one OperationOutcome of the closed set, one line in the log, nothing of the store; leaks 9, 19, 21 and 26. */
import { type Answered, EVERYTHING, nextOf, type Surroundings, startSurroundings } from "./support/facade.ts";
import { listen, type RunningServer } from "./support/http-server.ts";
import { condition, SHOWN } from "./support/records.ts";
import type { Misbehaviour } from "./support/store.ts";
import { STORE_SECRET, storeFaults } from "./support/store-faults.ts";

const RECORD = [...SHOWN, ...["c7", "c8", "c9"].map((id) => condition(id))];
/** Names that an app may see, whatever the store sends. */
const HEADERS = new Set([
  "access-control-allow-origin",
  "access-control-expose-headers",
  "cache-control",
  "connection",
  "content-length",
  "content-type",
  "date",
  "keep-alive",
  "transfer-encoding",
  "x-content-type-options",
]);

let elsewhere: RunningServer;
let heard: string[];
let facade: Surroundings;
beforeAll(async () => {
  heard = [];
  elsewhere = await listen((request, response) => {
    heard.push(`${request.method} ${request.url}`);
    response.end();
  });
  facade = await startSurroundings(RECORD, { MAX_RESPONSE_BYTES: "50000" });
});
beforeEach(() => {
  facade.store.misbehaviour = undefined;
  facade.store.asked.length = 0;
  facade.log.length = 0;
});
afterEach(() => expect(heard).toEqual([]));
afterAll(() => Promise.all([facade.close(), elsewhere.close()]));

/** The four questions that an app's request can put to the store; each runs into the misbehaviour. */
const WAYS: Readonly<Record<string, (misbehaviour: Misbehaviour) => Promise<Answered>>> = {
  read: async (misbehaviour) => {
    facade.store.misbehaviour = misbehaviour;
    return facade.get("/Condition/c1", EVERYTHING);
  },
  search: async (misbehaviour) => {
    facade.store.misbehaviour = misbehaviour;
    return facade.get("/Condition?_count=2", EVERYTHING);
  },
  "next page": async (misbehaviour) => {
    const token = await facade.issuer.grant(EVERYTHING);
    const path = nextOf(await facade.ask({ path: "/Condition?_count=2", token })) ?? "no next link";
    facade.log.length = 0;
    facade.store.misbehaviour = misbehaviour;
    return facade.ask({ path, token });
  },
  index: async (misbehaviour) => {
    facade.store.misbehaviour = misbehaviour;
    return facade.get("/Condition/c1");
  },
};

const TEXTS = { 502: "The data is not available now. Try again later.", 504: "The data did not arrive in time. Try again later." };

function expectRefused(answered: Answered, reason: string): void {
  const status = reason === "store-timeout" ? 504 : 502;
  const code = status === 504 ? "timeout" : "transient";
  expect([answered.status, answered.body]).toEqual([
    status,
    { resourceType: "OperationOutcome", issue: [{ severity: "error", code, diagnostics: TEXTS[status] }] },
  ]);
  expect(facade.log).toEqual([{ reason, status }]);
  expect(Object.keys(answered.headers).filter((name) => !HEADERS.has(name))).toEqual([]);
  expect(JSON.stringify(answered.headers)).not.toContain(STORE_SECRET);
}

describe("leak 26: an answer that is not understood is none, and nothing of it goes on", () => {
  const titles = storeFaults("http://127.0.0.1:1/fhir").map(([title]) => title);
  const ways = Object.keys(WAYS);
  const cases = titles.flatMap((title) => ways.map((way) => [title, way] as const));

  test.each(cases)("leak 26: %s, asked by %s", async (title, way) => {
    const [, misbehaviour, reason] = storeFaults(`${elsewhere.origin}/fhir`).find(([one]) => one === title) ?? fail(title);
    expectRefused(await ask(way, misbehaviour), reason);
    expect(facade.store.asked.filter((asked) => !/^GET (Condition\b|[A-Za-z]+\?(patient|_id)=p1)/.test(asked))).toEqual([]);
  });

  test("leak 26: after each of them a good answer goes through again", async () => {
    for (const [, misbehaviour] of storeFaults(elsewhere.origin).filter(([, , reason]) => reason !== "store-timeout")) {
      await ask("read", misbehaviour);
      facade.store.misbehaviour = undefined;
      expect((await facade.get("/Condition/c1", EVERYTHING)).status).toBe(200);
    }
  });
});

const ask = (way: string, misbehaviour: Misbehaviour): Promise<Answered> => (WAYS[way] ?? fail(way))(misbehaviour);
function fail(what: string): never {
  throw new Error(`there is no ${what}`);
}

test("502: a store that is not there", async () => {
  const gone = await listen(() => undefined);
  await gone.close();
  const other = await startSurroundings([], { FHIR_STORE_URL: `${gone.origin}/fhir`, STORE_TIMEOUT_MS: "30000" });
  const answered = await other.get("/Condition/c1", EVERYTHING);
  await other.close();
  expect([answered.status, other.log]).toEqual([502, [{ reason: "store-unavailable", status: 502 }]]);
});

describe("leak 21: headers of the store do not reach an app", () => {
  const LOUD = Object.fromEntries(
    [
      "Set-Cookie",
      "ETag",
      "Last-Modified",
      "Location",
      "Content-Location",
      "Link",
      "Server",
      "X-Request-Id",
      "X-Powered-By",
      "Warning",
      "Vary",
      "WWW-Authenticate",
      "Retry-After",
      "Content-Disposition",
      "Access-Control-Allow-Credentials",
    ].map((name) => [name, STORE_SECRET]),
  );
  test.each(Object.keys(WAYS).slice(0, 2))("leak 21: with a good answer to a %s", async (way) => {
    const body = {
      read: condition("c1"),
      search: { resourceType: "Bundle", type: "searchset", entry: [{ resource: condition("c1") }] },
    }[way];
    const answered = await ask(way, (_request, response) => {
      response.writeHead(200, { ...LOUD, "Content-Type": "application/fhir+json" }).end(JSON.stringify(body));
    });
    expect(answered.status).toBe(200);
    expect(Object.keys(answered.headers).filter((name) => !HEADERS.has(name))).toEqual([]);
    expect(JSON.stringify(answered.headers)).not.toContain(STORE_SECRET);
  });
});
