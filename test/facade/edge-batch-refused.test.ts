/** What is no batch of reads and searches is refused whole: FHIR R4 http.html#transaction, leak 11. */
import { bundleOf, entryOf, postBatch } from "./support/batch.ts";
import { expectCommonHeaders } from "./support/common-headers.ts";
import { PATIENCE } from "./support/configuration.ts";
import { type Surroundings, startSurroundings } from "./support/facade.ts";
import { HIDDEN, OTHERS, SHOWN } from "./support/records.ts";

let around: Surroundings;
let token: string;
beforeAll(async () => {
  around = await startSurroundings([...SHOWN, ...HIDDEN, ...OTHERS], PATIENCE);
  token = await around.issuer.grant();
});
beforeEach(() => {
  around.store.asked.length = 0;
  around.store.misbehaviour = undefined;
});
afterAll(() => around.close());

const good = entryOf("Condition/c1");
const bundle = (changes: Readonly<Record<string, unknown>>) => ({ ...bundleOf("Condition/c1"), ...changes });
const withEntry = (...entry: readonly unknown[]) => bundle({ entry: [good, ...entry] });

const REFUSED: readonly (readonly [title: string, body: unknown])[] = [
  ["a transaction", bundle({ type: "transaction" })],
  ["a history", bundle({ type: "history" })],
  ["a collection", bundle({ type: "collection" })],
  ["no type", bundle({ type: undefined })],
  ["a type in another case", bundle({ type: "Batch" })],
  ["a list of types", bundle({ type: ["batch"] })],
  ["another resource", bundle({ resourceType: "Condition" })],
  ["no resource type", bundle({ resourceType: undefined })],
  ["no entries", bundle({ entry: [] })],
  ["no list of entries", bundle({ entry: undefined })],
  ["entries that are no list", bundle({ entry: { 0: good, length: 1 } })],
  ["21 entries", bundle({ entry: Array(21).fill(good) })],
  ["a member that no batch has", bundle({ link: [] })],
  ["a signature", bundle({ signature: {} })],
  ["parameters", bundle({ parameter: [] })],
  ["an entry that is null", withEntry(null)],
  ["an entry that is a list", withEntry([good])],
  ["an entry that is text", withEntry("GET Condition/c1")],
  ["an entry without a request", withEntry({ fullUrl: "urn:uuid:x" })],
  ["an entry with a resource", withEntry({ ...good, resource: { resourceType: "Condition" } })],
  ["an entry with a response", withEntry({ ...good, response: { status: "200" } })],
  ["an entry with a search mode", withEntry({ ...good, search: { mode: "match" } })],
  ["a nested batch", withEntry({ ...good, resource: bundleOf("Condition/c1") })],
  ["a nested batch as a request", withEntry(entryOf("/", { method: "POST" }))],
  ...["POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "get", "Get", "GET ", "", null, 1, ["GET"]].map(
    (method) => [`the method ${JSON.stringify(method)}`, withEntry(entryOf("Condition/c1", { method }))] as const,
  ),
  ["no method", withEntry({ request: { url: "Condition/c1" } })],
  ["no address", withEntry({ request: { method: "GET" } })],
  ...["ifNoneMatch", "ifModifiedSince", "ifMatch", "ifNoneExist", "headers"].map(
    (name) => [name, withEntry(entryOf("Condition/c1", { [name]: "x" }))] as const,
  ),
  ...[
    "http://127.0.0.1:1/fhir/Condition/c1",
    "https://plan.example/fhir/Condition/c1",
    "HTTP://plan.example/fhir/Condition/c1",
    "//plan.example/fhir/Condition/c1",
    "/Condition/c1",
    "/fhir/Condition/c1",
    "file:///etc/passwd",
    "javascript:x",
    "urn:uuid:x",
    "..",
    "../Condition/c1",
    "../fhir/Condition/c1",
    "Condition/../Patient/p2",
    "Condition/./c1",
    "Condition/..",
    "Condition/..?_count=1",
    "./Condition/c1",
    "Condition/%2e%2e/Patient/p2",
    "Condition%2fc1",
    "Condition\\c1",
    "\\Condition\\c1",
    "Condition;x/c1",
    "Condition/c1#x",
    "Condition?code=x#y",
    "Condition/c1\0",
    "Condition/c1\r\nX: y",
    "Condition/c1 HTTP/1.1",
    "Condition?code=x y",
    "Condition?code=ä",
    "Ｃondition/c1",
    " Condition/c1",
    "user@plan.example/Condition",
    "",
    `Condition?code=${"x".repeat(8000)}`,
    `${"a".repeat(300)}`,
    null,
    1,
    ["Condition/c1"],
    { valueOf: "Condition/c1" },
  ].map((url) => [`the address ${String(JSON.stringify(url)).slice(0, 50)}`, withEntry(entryOf(url))] as const),
  ["text that is no JSON", "{"],
  ["a form", "patient=p1"],
  ["null", "null"],
  ["a list", JSON.stringify([bundleOf("Condition/c1")])],
  ["nothing", ""],
  ["a member called __proto__", '{"resourceType":"Bundle","type":"batch","__proto__":{"entry":[]},"entry":[]}'],
  [
    "entries behind __proto__",
    '{"__proto__":{"resourceType":"Bundle","type":"batch","entry":[{"request":{"method":"GET","url":"Condition/c1"}}]}}',
  ],
  [
    "an entry behind constructor",
    '{"resourceType":"Bundle","type":"batch","entry":[{"constructor":{"prototype":{"request":{"method":"GET"}}}}]}',
  ],
  ["a thousand brackets", "[".repeat(30_000)],
  ["more than 64 KB", JSON.stringify({ ...bundleOf("Condition/c1"), id: "x".repeat(70_000) })],
];

describe("leak 11: what is no batch of reads and searches is refused whole, before the store is asked", () => {
  test.each(REFUSED)("leak 11: %s", async (_title, body) => {
    const answer = await postBatch(around, token, body);
    expect([answer.status, answer.body.issue[0].code, around.store.asked]).toEqual([400, "invalid", []]);
    expectCommonHeaders(answer.headers);
  });

  test("leak 9: all are refused with the same bytes", async () => {
    const answers = new Set<string>();
    for (const [, body] of REFUSED) answers.add((await postBatch(around, token, body)).text);
    expect(answers.size).toBe(1);
  });

  test.each([
    ["a query", { path: "?_format=json" }],
    ["a token in the query", { path: `?access_token=x` }],
    ["another path", { path: "/Condition" }],
    ["another path of two", { path: "/Patient/p1" }],
    ["the path of a search", { path: "/Condition/_search" }],
    ["two slashes", { path: "//" }],
    ["XML", { type: "application/fhir+xml" }],
    ["plain text", { type: "text/plain" }],
    ["a type that only begins so", { type: "application/json-patch+json" }],
    ["another charset", { type: "application/fhir+json; charset=utf-16" }],
    ["another release of FHIR", { type: "application/fhir+json; fhirVersion=3.0" }],
    ["two types", { type: "application/fhir+json, application/json" }],
  ])("leak 11: a good Bundle with %s is refused", async (_title, options) => {
    const answer = await postBatch(around, token, bundleOf("Condition/c1"), options);
    expect([answer.status, around.store.asked]).toEqual([400, []]);
  });

  test("leak 11: with a method of its own it is refused", async () => {
    for (const method of ["PUT", "PATCH", "DELETE"]) {
      const form = JSON.stringify(bundleOf("Condition/c1"));
      const answer = await around.ask({ method, path: "/", token, form, headers: { "Content-Type": "application/fhir+json" } });
      expect([answer.status, around.store.asked]).toEqual([400, []]);
    }
  });
});
