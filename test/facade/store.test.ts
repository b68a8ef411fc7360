/** The plan's store seen by the facade: what is asked, and that an answer which is not understood is none; leaks 19, 20, 21 and 26. */
import type { ServerResponse } from "node:http";
import { type Store, storeAt } from "../../fhir-facade/src/pipeline/4-forward/store.ts";
import { testConfig } from "./support/configuration.ts";
import { fhirJson, type Misbehaviour, type ScriptedStore, startStore } from "./support/store.ts";

const MARKER = "secret-of-the-store";
let scripted: ScriptedStore;
let store: Store;

beforeAll(async () => {
  scripted = await startStore();
  store = storeAt(testConfig("http://issuer.invalid/realms/r", scripted.url, { MAX_RESPONSE_BYTES: "20000" }));
});
beforeEach(() => {
  scripted.asked.length = 0;
  scripted.misbehaviour = undefined;
  scripted.resources = [1, 2, 3].map((n) => ({ resourceType: "Condition", id: `c${n}`, subject: { reference: "Patient/p1" } }));
});
afterAll(() => scripted.close());

const raw =
  (status: number, headers: Record<string, string>, body: string): Misbehaviour =>
  (_request, response: ServerResponse) =>
    void response.writeHead(status, headers).end(body);
const FHIR = { "Content-Type": "application/fhir+json" };
const bundle = (body: object): Misbehaviour => raw(200, FHIR, JSON.stringify({ resourceType: "Bundle", type: "searchset", ...body }));
const condition = { resourceType: "Condition", id: "c1", note: [{ text: MARKER }] };
const outcome = (severity: string) => ({
  resource: { resourceType: "OperationOutcome", id: "x", issue: [{ severity, code: "processing", diagnostics: MARKER }] },
  search: { mode: "outcome" },
});
const nextTo = (url: unknown) => bundle({ entry: [{ resource: condition }], link: [{ relation: "next", url }] });

/** Answers that neither a read nor a search may take for one. */
const WORTHLESS: [string, Misbehaviour, number][] = [
  ["status 500", raw(500, FHIR, JSON.stringify(condition)), 502],
  ["status 401", raw(401, FHIR, JSON.stringify(condition)), 502],
  ["status 206", raw(206, FHIR, JSON.stringify(condition)), 502],
  ["status 304", raw(304, {}, ""), 502],
  ["a redirect", raw(302, { Location: "http://127.0.0.1:1/fhir/Condition/c1" }, ""), 502],
  ["HTML", raw(200, { "Content-Type": "text/html" }, `<p>${MARKER}</p>`), 502],
  ["no content type", raw(200, {}, JSON.stringify(condition)), 502],
  ["XML", raw(200, { "Content-Type": "application/fhir+xml" }, "<Condition/>"), 502],
  ["truncated JSON", raw(200, FHIR, JSON.stringify(condition).slice(0, -4)), 502],
  ["an empty body", raw(200, FHIR, ""), 502],
  ["null", raw(200, FHIR, "null"), 502],
  ["a list", raw(200, FHIR, "[]"), 502],
  ["an OperationOutcome with status 200", raw(200, FHIR, JSON.stringify({ resourceType: "OperationOutcome", id: "c1", issue: [] })), 502],
  ["more bytes than allowed", raw(200, FHIR, JSON.stringify({ ...condition, pad: "x".repeat(30_000) })), 502],
  ["a connection broken off", (_request, response) => void response.destroy(), 502],
  [
    "a body broken off",
    (_request, response) => {
      response.writeHead(200, { ...FHIR, "Content-Length": "999" }).write('{"resourceType":');
      setTimeout(() => response.destroy(), 20);
    },
    502,
  ],
  ["silence", () => undefined, 504],
  ["headers and then silence", (_request, response) => void response.writeHead(200, FHIR).write("{"), 504],
];

describe("R10 an answer that is not understood is none (leak 26)", () => {
  test.each(WORTHLESS)("R10: %s, asked to read", async (_title, misbehaviour, status) => {
    scripted.misbehaviour = misbehaviour;
    const thrown = await store.read("Condition", "c1").catch((error: unknown) => error);
    expect(thrown).toMatchObject({ value: { status } });
    expect(JSON.stringify((thrown as { value: unknown }).value)).not.toContain(MARKER);
  });

  test.each(WORTHLESS)("R10: %s, asked to search", async (_title, misbehaviour, status) => {
    scripted.misbehaviour = misbehaviour;
    await expect(store.search("Condition", [])).rejects.toMatchObject({ value: { status } });
  });

  test.each<[string, object]>([
    ["another type", { resourceType: "Observation", id: "c1" }],
    ["another id", { resourceType: "Condition", id: "c2" }],
    ["no id", { resourceType: "Condition" }],
    ["a Bundle around it", { resourceType: "Bundle", type: "searchset", entry: [{ resource: condition }] }],
  ])("R10: a read answered with %s", async (_title, body) => {
    scripted.misbehaviour = raw(200, FHIR, JSON.stringify(body));
    await expect(store.read("Condition", "c1")).rejects.toMatchObject({ value: { status: 502 } });
  });

  test.each<[string, Misbehaviour]>([
    ["a resource instead of a Bundle", raw(200, FHIR, JSON.stringify(condition))],
    ["a Bundle of another kind", bundle({ type: "collection", entry: [{ resource: condition }] })],
    ["entries that are no list", bundle({ entry: { resource: condition } })],
    ["an entry of another type", bundle({ entry: [{ resource: condition }, { resource: { resourceType: "Observation", id: "o" } }] })],
    ["no entries but null", bundle({ entry: null })],
    ["links that are no list", bundle({ link: { relation: "next", url: "Condition?_offset=2" } })],
    ["an outcome among the entries that tells of an error", bundle({ entry: [{ resource: condition }, outcome("error")] })],
    ["an outcome among the entries that tells of an end", bundle({ entry: [{ resource: condition }, outcome("fatal")] })],
    ["an OperationOutcome instead of a Bundle", raw(200, FHIR, JSON.stringify(outcome("warning").resource))],
    ["status 410", (_request, response) => fhirJson(response, { resourceType: "OperationOutcome", issue: [] }, 410)],
    ["status 404", (_request, response) => fhirJson(response, { resourceType: "OperationOutcome", issue: [] }, 404)],
  ])("R10: a search answered with %s", async (_title, misbehaviour) => {
    scripted.misbehaviour = misbehaviour;
    await expect(store.search("Condition", [])).rejects.toMatchObject({ value: { status: 502 } });
  });

  test.each([404, 410])("R10: status %d to a read means that there is nothing", async (status) => {
    scripted.misbehaviour = raw(status, FHIR, JSON.stringify(condition));
    await expect(store.read("Condition", "c1")).resolves.toBeUndefined();
  });
});

describe("R10 an answer that is understood may hold less than it says", () => {
  const kept = { resource: condition, search: { mode: "match" } };
  const other = (changes: object) => ({ resource: { ...condition, id: "c2", ...changes } });

  test.each<[string, unknown]>([
    ["nothing", null],
    ["a text", MARKER],
    ["a list", []],
    ["no resource", { fullUrl: "x", search: { mode: "match" } }],
    ["a resource that is a text", { resource: MARKER }],
    ["a resource that is a list", { resource: [condition] }],
    ["no type", other({ resourceType: undefined })],
    ["a type that is no text", other({ resourceType: ["Condition"] })],
    ["no id", other({ id: undefined })],
    ["an empty id", other({ id: "" })],
    ["an id that is a number", other({ id: 2 })],
    ["an id that is a path", other({ id: "../c2" })],
    ["an id with a line feed", other({ id: "c2\n" })],
    ["an id longer than any", other({ id: "c".repeat(65) })],
    ["a mode of its own: outcome", { ...other({}), search: { mode: "outcome" } }],
    ["a mode of its own: include", { ...other({}), search: { mode: "include" } }],
    ["a hint", outcome("information")],
    ["a warning", outcome("warning")],
    ["an outcome without issues", { resource: { resourceType: "OperationOutcome", issue: null } }],
    ["the same once more", kept],
    ["the same id with other contents", other({ id: "c1", code: { text: MARKER } })],
  ])("D10: an entry with %s is left out, and nothing else", async (_title, entry) => {
    scripted.misbehaviour = bundle({ total: 7, entry: [kept, entry, other({ id: "c3" })] });
    const { resources } = await store.search("Condition", []);
    expect(resources).toEqual([condition, { ...condition, id: "c3" }]);
  });

  test.each([-1, 0, 7, 1e9, "two", null])("leak 5: a total of %p changes nothing", async (total) => {
    scripted.misbehaviour = bundle({ total, entry: [kept] });
    expect(await store.search("Condition", [])).toMatchObject({ resources: [condition], next: undefined });
  });

  test("R10: no entries are an empty page", async () => {
    scripted.misbehaviour = bundle({});
    expect(await store.search("Condition", [])).toMatchObject({ resources: [], next: undefined });
  });

  test.each([
    "application/json",
    "APPLICATION/FHIR+JSON",
    "application/fhir+json;charset=UTF-8",
    'application/fhir+json; fhirVersion=4.0; charset="utf-8"',
  ])("R10: %s is JSON", async (type) => {
    scripted.misbehaviour = raw(200, { "Content-Type": type, "Content-Encoding": "identity" }, `\ufeff${JSON.stringify(condition)}`);
    expect(await store.read("Condition", "c1")).toEqual(condition);
  });
});

describe("leak 19: only the store's own next page is followed", () => {
  const elsewhere = (): [string, unknown][] => [
    ["another host", "http://elsewhere.example/fhir/Condition?_offset=2"],
    ["another port", "http://127.0.0.1:1/fhir/Condition?_offset=2"],
    ["another scheme", scripted.url.replace("http:", "https:")],
    ["outside the base", scripted.url.replace("/fhir", "/admin")],
    ["a path as long as the base", `${scripted.url.replace("/fhir", "/abcd")}/Condition?_offset=2`],
    ["a path that only begins like the base", `${scripted.url}x/Condition`],
    ["dots out of the base", `${scripted.url}/../admin`],
    ["encoded dots out of the base", `${scripted.url}/%2e%2e/admin`],
    ["dots that lead out and in again", `${scripted.url}/../fhir/Condition`],
    ["encoded dots that lead out and in again", `${scripted.url}/%2E%2e/fhir/Condition`],
    ["half encoded dots", `${scripted.url}/Condition/.%2e/.%2e/admin`],
    ["dots behind backslashes", `${scripted.url}\\..\\admin`],
    ["dots behind an encoded slash", `${scripted.url}/..%2fadmin`],
    ["an encoded slash", `${scripted.url}/Condition%2fc1`],
    ["an encoded NUL", `${scripted.url}/Condition%00`],
    ["two slashes", `${scripted.url}//Condition`],
    ["a parameter of the path", `${scripted.url}/Condition;x=1`],
    ["a host and no scheme", "//elsewhere.example/fhir/Condition"],
    ["a host behind backslashes", "\\\\elsewhere.example\\fhir\\Condition"],
    ["a path from the root", "/admin"],
    ["a user", scripted.url.replace("http://", "http://user@")],
    ["a user and a password", scripted.url.replace("http://", "http://user:secret@")],
    ["the store as the user of elsewhere", `${scripted.url.replace("/fhir", "")}@elsewhere.example/fhir/Condition`],
    ["a fragment", `${scripted.url}/Condition?_offset=2#x`],
    ["another name of this machine", scripted.url.replace("127.0.0.1", "localhost")],
    ["data", "data:application/fhir+json,{}"],
    ["a file", "file:///etc/passwd"],
    ["a script", "javascript:alert(1)"],
    ["no address", "http://"],
    ["more characters than any link has", `${scripted.url}/Condition?x=${"x".repeat(10_000)}`],
    ["a million characters", `${scripted.url}/Condition?x=${"x".repeat(1_000_000)}`],
    ["a number", 7],
    ["an object", {}],
    ["a list", [`${scripted.url}/Condition?_offset=2`]],
    ["null", null],
    ["nothing", undefined],
  ];
  test("leak 19: a next link to anywhere else makes the answer worthless", async () => {
    for (const [title, url] of elsewhere()) {
      scripted.misbehaviour = nextTo(url);
      const thrown = await store.search("Condition", []).then(
        () => "answered",
        (error: unknown) => (error as { value: { status: number } }).value.status,
      );
      expect([title, thrown]).toEqual([title, 502]);
    }
    expect(scripted.asked.every((asked) => asked.startsWith("GET Condition"))).toBe(true);
  });

  test("leak 19: of two next links none is followed", async () => {
    const link = ["2", "3"].map((offset) => ({ relation: "next", url: `${scripted.url}/Condition?_offset=${offset}` }));
    scripted.misbehaviour = bundle({ link });
    await expect(store.search("Condition", [])).rejects.toMatchObject({ value: { status: 502, reason: "store-next-link" } });
  });

  test.each([
    ["", "/Condition?_offset=2"],
    ["", "?_getpages=1-2&_getpagesoffset=2"],
    ["", "/?page=a%2Fb"],
    ["", "/Condition/_search?x=http://elsewhere.example/../admin"],
    ["relative", "/Condition?_offset=2"],
  ])("R4: a next link below the base is followed as it is %#", async (form, below) => {
    scripted.misbehaviour = nextTo(form === "relative" ? below.slice(1) : `${scripted.url}${below}`);
    const { next = "none" } = await store.search("Condition", []);
    const heard: (string | undefined)[] = [];
    scripted.misbehaviour = (request, response) => {
      heard.push(request.url);
      fhirJson(response, { resourceType: "Bundle", type: "searchset" });
    };
    await store.nextPage("Condition", next);
    expect(heard).toEqual([`/fhir${below}`]);
  });

  test("R4: a store whose base is the root of its host has next pages too", async () => {
    const root = scripted.url.replace("/fhir", "");
    scripted.misbehaviour = nextTo(`${root}/Condition?_offset=2`);
    const { next } = await storeAt(testConfig("http://issuer.invalid/realms/r", root)).search("Condition", []);
    expect(next).toBe("/Condition?_offset=2");
  });

  test("R4: pages are followed to the end", async () => {
    let page = await store.search("Condition", [["_count", "2"]]);
    const ids = page.resources.map(({ id }) => id);
    while (page.next !== undefined) {
      page = await store.nextPage("Condition", page.next);
      ids.push(...page.resources.map(({ id }) => id));
    }
    expect(ids).toEqual(["c1", "c2", "c3"]);
  });
});

describe("leak 20: what the store is asked is built from parsed values", () => {
  test("leak 20: values are encoded, whatever they hold", async () => {
    await store.search("Condition", [
      ["patient", "p1"],
      ["code", "a&patient=p2#x /../"],
    ]);
    expect(scripted.asked).toEqual(["GET Condition?patient=p1&code=a%26patient%3Dp2%23x%20%2F..%2F"]);
  });

  test("leak 21: nothing but its own headers goes to the store", async () => {
    let names: string[] = [];
    let encodings: unknown;
    scripted.misbehaviour = (request, response) => {
      names = Object.keys(request.headers).sort();
      encodings = request.headers["accept-encoding"];
      fhirJson(response, { resourceType: "Condition", id: "c1" });
    };
    await store.read("Condition", "c1");
    expect(encodings).toEqual("identity");
    expect(names).toEqual(["accept", "accept-encoding", "cache-control", "connection", "host", "user-agent"]);
  });
});
