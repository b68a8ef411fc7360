/** What stands in the store's answers, seen by an app: a malformed resource hides itself and nothing else, and what was judged is what is sent. */
import { type Answered, EVERYTHING, entriesOf, keysOf, type Surroundings, startSurroundings } from "./support/facade.ts";
import { listen, type RunningServer } from "./support/http-server.ts";
import { condition, HIDDEN, ICD, LOINC, MARKER, OTHERS, observation, patient, SHOWN } from "./support/records.ts";
import { servingTexts } from "./support/store-texts.ts";

let facade: Surroundings;
beforeAll(async () => {
  facade = await startSurroundings([], { STORE_TIMEOUT_MS: "30000", MAX_RESPONSE_BYTES: "16777216" });
});
beforeEach(() => {
  facade.store.misbehaviour = undefined;
  facade.log.length = 0;
});
afterAll(() => facade.close());

const PATIENT = JSON.stringify(patient("p1"));
/** A harmless observation as text, with more elements as text. */
const text = (id: string, more = ""): string =>
  `{"resourceType":"Observation","id":"${id}","status":"final","subject":{"reference":"Patient/p1"},"code":{"coding":[{"system":"${LOINC}","code":"8302-2"}]}${more}}`;
const MODES: [string, object][] = [
  ["when everything is shared", EVERYTHING],
  ["when something is withheld", {}],
];

const DEEP = 100_000;
const MALFORMED: readonly [string, (id: string) => string][] = [
  ["a __proto__ key", (id) => text(id, `,"__proto__":{"resourceType":"Patient"}`)],
  ["an escaped __proto__ key, far below", (id) => text(id, `,"extension":[{"\\u005f_proto\\u005f_":{"polluted":true}}]`)],
  ["a constructor with a prototype", (id) => text(id, `,"extension":[{"constructor":{"prototype":{"polluted":true}}}]`)],
  ["a hundred thousand lists in each other", (id) => text(id, `,"extension":${"[".repeat(DEEP)}${"]".repeat(DEEP)}`)],
  ["a hundred thousand objects in each other", (id) => text(id, `,"extension":${`{"extension":`.repeat(DEEP)}1${"}".repeat(DEEP)}`)],
  ["a number beyond range", (id) => text(id, `,"valueQuantity":{"value":1e999}`)],
  ["a number below range", (id) => text(id, `,"component":[{"valueQuantity":{"value":-1e999}}]`)],
  ["an id that is a path", (id) => text(`${id}/../p2`)],
  ["an id with a blank", (id) => text(`${id} `)],
  ["no id", () => text("x").replace(`"id":"x",`, "")],
  ["an id that is a list", (id) => text("x").replace(`"id":"x"`, `"id":["${id}"]`)],
];

describe("D10: one malformed resource hides itself, never the member's whole record", () => {
  const good = ["o1", "o3", "o5", "o7"].map((id) => text(id));

  test.each(MODES.flatMap(([mode, authorization]) => MALFORMED.map(([title, make]) => [title, mode, make, authorization] as const)))(
    "D10: %s, %s: nothing tells of it",
    async (_title, _mode, make, authorization) => {
      const bad = ["o0", "o2", "o4", "o4b", "o8"].map(make);
      const mixed = [bad[0], good[0], bad[1], good[1], bad[2], bad[3], good[2], good[3], bad[4]].map(String);
      const withIt = await walk([PATIENT, ...mixed], authorization);
      expect(withIt).toEqual(await walk([PATIENT, ...good], authorization));
      expect(withIt[1]).toEqual(["200 Observation/o1", "200 Observation/o3", "200 Observation/o5", "200 Observation/o7"]);
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    },
  );

  /** Listings in pages of several sizes, and reads: everything that an app sees of these texts, page links apart. */
  async function walk(texts: readonly string[], authorization: object): Promise<string[][]> {
    facade.store.misbehaviour = servingTexts(texts);
    const token = await facade.issuer.grant(authorization);
    const seen: string[][] = [];
    for (const path of ["/Observation", "/Observation?_count=1", "/Observation?_count=3", "/Patient/p1/$everything?_count=2"]) {
      const pages = await facade.all(path, token);
      seen.push(pages.map((page) => `${page.status} ${page.text.replaceAll(/page=[\w.-]+/g, "page=")}`));
      if (path.endsWith("=1"))
        seen.splice(
          -1,
          1,
          pages.map((page) => `${page.status} ${keysOf(page)}`),
        );
    }
    for (const id of ["o0", "o1", "o2", "o8"]) {
      const read = await facade.ask({ path: `/Observation/${id}`, token });
      seen.push([String(read.status), read.text]);
    }
    return seen;
  }
});

describe("what was judged is what is sent", () => {
  const search = (texts: readonly string[], authorization: object = {}): Promise<Answered> => {
    facade.store.misbehaviour = servingTexts([PATIENT, ...texts]);
    return facade.get("/Condition", authorization);
  };
  const SENSITIVE = `{"coding":[{"system":"${ICD}","code":"F11.20","display":"${MARKER}"}]}`;
  const PLAIN = `{"coding":[{"system":"${ICD}","code":"J20.9"}]}`;
  const twice = (first: string, second: string): string =>
    `{"resourceType":"Condition","id":"c1","subject":{"reference":"Patient/p1"},"code":${first},"code":${second}}`;

  test.each([
    ["first", twice(SENSITIVE, PLAIN), ["Condition/c1"]],
    ["last", twice(PLAIN, SENSITIVE), []],
    ["first, in one concept", twice(PLAIN, `{"coding":[{"code":"F11.20","system":"${ICD}","code":"J20.9"}]}`), ["Condition/c1"]],
    ["last, in one concept", twice(PLAIN, `{"coding":[{"code":"J20.9","system":"${ICD}","code":"F11.20"}]}`), []],
  ])("leak 17: of two equal keys the sensitive one stands %s, and never leaves", async (_title, resource, keys) => {
    const answered = await search([resource]);
    expect([answered.status, keysOf(answered)]).toEqual([200, keys]);
    expect(answered.text).not.toMatch(new RegExp(`${MARKER}|F11`));
    expect(answered.text.match(/"code":\{/g) ?? []).toHaveLength(keys.length);
  });

  test("leak 23: the second of two subjects is the one that counts, also for whose it is", async () => {
    const resource = twice(PLAIN, PLAIN).replace(`"code"`, `"subject":{"reference":"Patient/p2"},"code"`);
    expect(keysOf(await search([resource], EVERYTHING))).toEqual([]);
    expect(keysOf(await search([resource.replace("Patient/p2", "Patient/p1")], EVERYTHING))).toEqual(["Condition/c1"]);
  });

  test("R10: lone surrogates and NUL leave as they came, in JSON that is valid UTF-8", async () => {
    const odd = String.raw`"note":[{"text":"a\ud800b\u0000c\udc00"}]`;
    facade.store.misbehaviour = servingTexts([PATIENT, text("o1", `,${odd}`)]);
    const answered = await facade.get("/Observation", EVERYTHING);
    expect(entriesOf(answered)[0]).toMatchObject({ note: [{ text: "a\ud800b\u0000c\udc00" }] });
    expect(answered.text).toContain(String.raw`a\ud800b\u0000c\udc00`);
  });

  test("R10: a decimal keeps its value; zeros at its end are not kept", async () => {
    facade.store.misbehaviour = servingTexts([PATIENT, text("o1", `,"valueQuantity":{"value":0.10}`)]);
    expect((await facade.get("/Observation/o1", EVERYTHING)).body).toMatchObject({ valueQuantity: { value: 0.1 } });
  });
});

describe("bounds", () => {
  const large = (bytes: number): string => text("large", `,"note":[{"text":"${"x".repeat(bytes)}"}]`);

  test.each(MODES)("a resource of 10 MB goes through, %s", async (_title, authorization) => {
    facade.store.misbehaviour = servingTexts([PATIENT, large(10_000_000)]);
    for (const path of ["/Observation/large", "/Observation"]) expect((await facade.get(path, authorization)).status).toBe(200);
  });

  test.each(MODES)("502: a resource above MAX_RESPONSE_BYTES, %s", async (_title, authorization) => {
    facade.store.misbehaviour = servingTexts([PATIENT, large(17_000_000)]);
    for (const path of ["/Observation/large", "/Observation"]) {
      const answered = await facade.get(path, authorization);
      expect([answered.status, answered.body.issue[0].code]).toEqual([502, "transient"]);
    }
    expect(new Set(facade.log.map(({ reason }) => reason))).toEqual(new Set(["store-too-large"]));
  });

  test.each(MODES)(
    "leak 6: a store that gives more than it was asked for does not make a page longer, %s",
    async (_title, authorization) => {
      const ids = Array.from({ length: 9 }, (_, n) => `o${n}`);
      facade.store.misbehaviour = servingTexts([PATIENT, ...ids.map((id) => text(id))], { ignoresCount: true });
      const pages = await facade.all("/Observation?_count=4", await facade.issuer.grant(authorization));
      expect(pages.map((page) => keysOf(page).length)).toEqual([4, 4, 1]);
      expect(keysOf(...pages)).toEqual(ids.map((id) => `Observation/${id}`));
    },
  );
});

describe("leaks 12 and 23: a store that answers with another patient's resources", () => {
  const texts = [...SHOWN, ...HIDDEN, ...OTHERS].map((resource) => JSON.stringify(resource));

  test.each(MODES)("leak 23: none of them is shown, %s", async (_title, authorization) => {
    facade.store.misbehaviour = servingTexts(texts);
    const token = await facade.issuer.grant(authorization);
    for (const path of [
      "/Condition",
      "/Patient",
      "/Condition?_id=of-p2,c1",
      "/Patient/p1/$everything",
      "/Practitioner?_id=dr-unreferred",
    ]) {
      const keys = keysOf(...(await facade.all(path, token)));
      expect(keys.filter((key) => /p2|unreferred/.test(key))).toEqual([]);
    }
    for (const path of ["/Condition/of-p2", "/Patient/p2", "/Practitioner/dr-unreferred"]) {
      expect((await facade.ask({ path, token })).status).toBe(404);
    }
  });
});

describe("leak 19: no address but the store's own is ever asked", () => {
  let elsewhere: RunningServer;
  const heard: string[] = [];
  beforeAll(async () => {
    elsewhere = await listen((request, response) => {
      heard.push(`${request.method} ${request.url}`);
      response.end();
    });
  });
  afterAll(() => elsewhere.close());

  test.each(MODES)("leak 19: addresses in resources and around them are not followed, %s", async (_title, authorization) => {
    const there = (path: string): string => `${elsewhere.origin}/fhir/${path}`;
    const full = (resource: object, id: string): object => ({ fullUrl: there(id), resource, search: { mode: "match" } });
    const leading = condition("c1", {
      implicitRules: there("rules"),
      meta: { source: there("source"), profile: [there("profile")] },
      encounter: { reference: there("Encounter/e1") },
      evidence: [{ detail: [{ reference: there("Observation/o1") }, { reference: there("Practitioner/dr") }] }],
      extension: [{ url: there("extension"), valueUrl: there("value") }],
    });
    const measured = observation("o1", {
      performer: [{ reference: there("Practitioner/dr") }],
      derivedFrom: [{ reference: there("Media/m") }],
    });
    const entries: Record<string, object[]> = {
      Condition: [full(leading, "Condition/c1")],
      Observation: [full(measured, "Observation/o1")],
      Patient: [full(patient("p1", { photo: [{ url: there("photo") }] }), "Patient/p1")],
    };
    facade.store.misbehaviour = (request, response) => {
      const [, type = "", id] = /^\/fhir\/([A-Za-z]+)\/?([^?]*)/.exec(request.url ?? "") ?? [];
      const entry = entries[type] ?? [];
      const links = ["self", "first", "previous", "last", "prev"].map((relation) => ({ relation, url: there(type) }));
      const body = id
        ? (entry[0] as { resource: object } | undefined)?.resource
        : { resourceType: "Bundle", type: "searchset", link: links, entry };
      response
        .writeHead(body ? 200 : 404, {
          "Content-Type": "application/fhir+json",
          Link: `<${there(type)}>; rel="next"`,
          Location: there(type),
        })
        .end(JSON.stringify(body));
    };
    const token = await facade.issuer.grant(authorization);
    for (const path of ["/Condition", "/Observation", "/Patient/p1", "/Condition/c1", "/Observation/o1", "/Patient/p1/$everything"]) {
      const { headers, body } = await facade.ask({ path, token });
      expect(JSON.stringify(headers)).not.toContain(elsewhere.origin);
      expect(JSON.stringify([body?.link, body?.entry?.map((entry: { fullUrl: string }) => entry.fullUrl)])).not.toContain(elsewhere.origin);
    }
    expect(heard).toEqual([]);
  });
});
