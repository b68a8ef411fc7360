/** What is answered and nothing else: contracts.md section 7; leaks 1 to 8, 11, 20, 21 and 24. */
import { ALL_RESOURCE_TYPES } from "@member-exchange/sharing-policy";
import { type Answered, EVERYTHING, keysOf, nextOf, type Surroundings, startSurroundings } from "./support/facade.ts";
import { FHIR_BASE_URL } from "./support/issuer.ts";
import { HIDDEN, OTHERS, SHOWN } from "./support/records.ts";

let around: Surroundings;
let token: string;
beforeAll(async () => {
  around = await startSurroundings([...SHOWN, ...HIDDEN, ...OTHERS]);
  token = await around.issuer.grant();
});
beforeEach(() => {
  around.store.asked.length = 0;
});
afterAll(() => around.close());

const conditions = ["Condition/c0", "Condition/c1", "Condition/c2", "Condition/c3", "Condition/c4", "Condition/c5", "Condition/c6"];

function expectCommonHeaders({ headers }: Answered): void {
  expect(headers).toMatchObject({ "cache-control": "no-store", "x-content-type-options": "nosniff", "access-control-allow-origin": "*" });
  for (const name of [
    "x-powered-by",
    "etag",
    "last-modified",
    "location",
    "content-location",
    "link",
    "server",
    "set-cookie",
    "access-control-allow-credentials",
  ])
    expect([name, headers[name]]).toEqual([name, undefined]);
}

describe("R4 what is answered (contracts.md section 7)", () => {
  // GET /fhir/Condition/c1
  test.each(["/Condition/c1", "/Condition/c1?_format=json", "/Condition/c1?_format=application/fhir%2Bjson"])(
    "R4: read, GET %s",
    async (path) => {
      const answer = await around.ask({ path, token });
      expect([answer.status, answer.body.id, answer.headers["content-type"]]).toEqual([200, "c1", "application/fhir+json; charset=utf-8"]);
      expectCommonHeaders(answer);
    },
  );

  // GET /fhir/Condition?…
  test.each([
    "/Condition",
    "/Condition?patient=p1",
    "/Condition?patient=Patient/p1",
    "/Condition?clinical-status=active",
    "/Condition?code=J20.9&_count=100",
  ])("R4: search, GET %s", async (path) => {
    const answer = await around.ask({ path, token });
    expect([answer.status, answer.body.type, keysOf(answer)]).toEqual([200, "searchset", conditions]);
    expect(answer.body.link).toEqual([{ relation: "self", url: `${FHIR_BASE_URL}${path.replace("Patient/p1", "Patient%2Fp1")}` }]);
    expect(answer.body.entry[0]).toMatchObject({ fullUrl: `${FHIR_BASE_URL}/Condition/c0`, search: { mode: "match" } });
    expectCommonHeaders(answer);
  });

  test("leak 5: a searchset has no total, in either mode", async () => {
    for (const changes of [{}, EVERYTHING])
      expect(Object.keys((await around.get("/Condition", changes)).body).sort()).toEqual(["entry", "link", "resourceType", "type"]);
  });

  // POST /fhir/Condition/_search   patient=p1&_count=100
  test("R4: search, POST with a form, equal to GET", async () => {
    const posted = await around.ask({ method: "POST", path: "/Condition/_search", form: "patient=p1&_count=100", token });
    const got = await around.ask({ path: "/Condition?patient=p1&_count=100", token });
    expect([posted.status, posted.text]).toEqual([200, got.text]);
  });

  test.each([{}, EVERYTHING])("R4: pages are complete and in one order up to the end, whatever their size (%j)", async (changes) => {
    const own = await around.issuer.grant(changes);
    const whole = keysOf(await around.ask({ path: "/Condition?_count=100", token: own }));
    for (const count of [1, 2, 3, 7]) {
      const pages = await around.all(`/Condition?_count=${count}`, own);
      expect(keysOf(...pages)).toEqual(whole);
      for (const page of pages) expect([page.status, keysOf(page).length <= count, keysOf(page).length > 0]).toEqual([200, true, true]);
    }
  });

  test("leak 5: more than the greatest page size counts as the greatest", async () => {
    expect((await around.ask({ path: "/Condition?_count=999999", token })).status).toBe(200);
  });

  // GET /fhir/Patient/p1/$everything
  test.each([{}, EVERYTHING])(
    "R4: $everything is the patient, the compartment and the shared resources that it leads to (%j)",
    async (changes) => {
      const own = await around.issuer.grant(changes);
      for (const count of [2, 100]) {
        const keys = keysOf(...(await around.all(`/Patient/p1/$everything?_count=${count}`, own)));
        for (const key of ["Patient/p1", ...conditions, "Encounter/e1", "Practitioner/dr-plain", "Organization/org-plain"])
          expect(keys).toContain(key);
        for (const key of ["Patient/p2", "Condition/of-p2", "Practitioner/dr-unreferred"]) expect(keys).not.toContain(key);
        expect(new Set(keys).size).toBe(keys.length);
      }
    },
  );

  test("R4: $everything holds only the types that may be both read and searched", async () => {
    const own = await around.issuer.grant({ scope: "patient/Condition.rs patient/Observation.r patient/Encounter.s" });
    expect(keysOf(...(await around.all("/Patient/p1/$everything", own)))).toEqual(conditions);
  });

  test("leak 13: a shared resource is found by its id when something that may be seen leads to it", async () => {
    expect((await around.ask({ path: "/Practitioner/dr-plain", token })).status).toBe(200);
    expect(keysOf(await around.ask({ path: "/Practitioner?_id=dr-plain,dr-unreferred,dr-sud", token }))).toEqual(["Practitioner/dr-plain"]);
    expect((await around.get("/Practitioner/dr-plain", { scope: "patient/Practitioner.rs patient/Observation.rs" })).status).toBe(404);
  });

  // GET /fhir/metadata   GET /fhir/.well-known/smart-configuration
  test.each([
    ["/metadata", "application/fhir+json; charset=utf-8"],
    ["/metadata?mode=full", "application/fhir+json; charset=utf-8"],
    ["/.well-known/smart-configuration", "application/json; charset=utf-8"],
  ])("leak 24: GET %s needs no token, asks no store, and is the same with any", async (path, type) => {
    const open = await around.ask({ path });
    expect([open.status, open.headers["content-type"]]).toEqual([200, type]);
    // discovery may be kept for a while: test/facade/smart-discovery.test.ts
    if (path.startsWith("/metadata")) expectCommonHeaders(open);
    for (const other of [token, await around.issuer.grant({ scope: "patient/Goal.r" }), "nonsense"])
      expect((await around.ask({ path, token: other })).text).toBe(open.text);
    expect(around.store.asked).toEqual([]);
  });

  test("R4: the capability statement names every type with read and search and nothing else", async () => {
    const { resource: types } = (await around.ask({ path: "/metadata" })).body.rest[0];
    expect(types.map(({ type }: { type: string }) => type)).toEqual(ALL_RESOURCE_TYPES);
    for (const { interaction } of types) expect(interaction).toEqual([{ code: "read" }, { code: "search-type" }]);
  });

  test("R4: SMART discovery gives absolute addresses of the issuer", async () => {
    const { body } = await around.ask({ path: "/.well-known/smart-configuration" });
    for (const name of ["authorization_endpoint", "token_endpoint", "jwks_uri", "revocation_endpoint", "introspection_endpoint"])
      expect(body[name].startsWith(`${around.issuer.url}/`)).toBe(true);
    expect(body.code_challenge_methods_supported).toEqual(["S256"]);
  });

  // OPTIONS /fhir/Condition
  test.each(["/Condition", "/metadata", "/x/../y"])(
    "R4: the CORS preflight of %s needs no token and allows GET and POST only",
    async (path) => {
      const answer = await around.ask({ method: "OPTIONS", path });
      expect([answer.status, answer.text, answer.headers["access-control-allow-methods"]]).toEqual([204, "", "GET, POST"]);
      expectCommonHeaders(answer);
    },
  );
});

type Row = readonly [title: string, method: string, path: string, status: number, issue: string];
const FORM = "x-form";

const METHODS: readonly Row[] = [
  ["update", "PUT", "/Condition/c1", 405, "not-supported"],
  ["conditional update", "PUT", "/Condition?_id=c1", 405, "not-supported"],
  ["delete", "DELETE", "/Condition/c1", 405, "not-supported"],
  ["patch", "PATCH", "/Condition/c1", 405, "not-supported"],
  ["TRACE", "TRACE", "/Condition/c1", 405, "not-supported"],
  ["a method of one's own", "PROPFIND", "/Condition/c1", 405, "not-supported"],
  ["HEAD", "HEAD", "/Condition/c1", 405, ""],
  ["create by form", FORM, "/Condition", 405, "not-supported"],
  ["batch by form", FORM, "/", 405, "not-supported"],
  ["system search by form", FORM, "/_search", 405, "not-supported"],
  ["read by POST", FORM, "/Condition/c1", 405, "not-supported"],
  ["$everything by POST", FORM, "/Patient/p1/$everything", 405, "not-supported"],
  ["compartment search by POST", FORM, "/Patient/p1/Condition/_search", 405, "not-supported"],
  ["a query beside the form", FORM, "/Condition/_search?patient=p1", 400, "invalid"],
];

const INTERACTIONS: readonly Row[] = (
  [
    ["history of one", "/Condition/c1/_history"],
    ["vread", "/Condition/c1/_history/1"],
    ["history of a type", "/Condition/_history"],
    ["history of all", "/_history"],
    ["bulk export", "/$export"],
    ["bulk export of the patients", "/Patient/$export"],
    ["$everything of the type", "/Patient/$everything"],
    ["$everything of another type", "/Encounter/e1/$everything"],
    ["$lastn", "/Observation/$lastn"],
    ["$graphql", "/$graphql?query={Patient{id}}"],
    ["$graphql of one", "/Patient/p1/$graphql"],
    ["$document", "/Composition/x/$document"],
    ["$member-match", "/Patient/$member-match"],
    ["compartment search of all", "/Patient/p1/*"],
    ["compartment search of a shared type", "/Patient/p1/Practitioner"],
    ["compartment search of Patient", "/Patient/p1/Patient"],
    ["compartment search of another compartment", "/Encounter/e1/Condition"],
    ["compartment search of an unknown type", "/Patient/p1/AuditEvent"],
    ["search by GET on _search", "/Condition/_search"],
    ["system search", "/?_type=Condition"],
    ["system search by code", "/?code=J20.9"],
    ["the base", "/"],
    ["a type that does not exist for apps", "/AuditEvent"],
    ["a type in lower case", "/condition/c1"],
    ["a type that every object has", "/constructor"],
    ["a page link of nobody", "/?page=nonsense"],
    ["a page link and more", "/?page=a.b.c&_count=1"],
    ["an id of 65 characters", `/Condition/${"a".repeat(65)}`],
    ["an id with an underscore", "/Condition/c_1"],
  ] as const
).map(([title, path]): Row => [title, "GET", path, 400, ""]);

const PATHS: readonly Row[] = (
  [
    "/Condition/%63%31",
    "/Condition/..%2FCondition%2Fc1",
    "/Condition/%2e%2e/Patient/p2",
    "/Condition/../Patient/p2",
    "/Condition/./c1",
    "/Condition%2Fc1",
    "/%43ondition/c1",
    "//Condition/c1",
    "/Condition//c1",
    "/Condition/c1/",
    "/Condition/",
    "/Condition/c1;x=1",
    "/Condition;jsessionid=1/c1",
    "/Condition/c1%00",
    "/Condition/c1%0d%0aX:1",
    "/Condition/c1%20",
    "/Condition/c1%3f_format=json",
    "/Condition/c1#x",
    "/Condition/c1?a?b",
    "/Condition\\c1",
    "/Condition/c1.json%2f",
    "/Condition/c1%c0%af",
    "x/Condition/c1",
  ] as const
).map((path): Row => [path, "GET", path, 400, ""]);

const PARAMETERS: readonly Row[] = [
  "_has:Observation:patient:code=x",
  "_has=x",
  "%5Fhas:Observation:patient:code=x",
  "subject.name=x",
  "patient.birthdate=1970",
  "patient:Patient.name=x",
  "encounter.location=x",
  "code:not=J20.9",
  "code:in=x",
  "code%3Anot=J20.9",
  "code:missing=true",
  "code:text=x",
  "patient:identifier=x",
  "_include=*",
  "_include=Condition:*",
  "_include=Condition:code",
  "_include=Observation:encounter",
  "_include=Condition:encounter:Practitioner",
  "_include=Condition:encounter:Encounter:x",
  "_include:iterate=Condition:encounter",
  "_include:recurse=Condition:encounter",
  "_revinclude=*",
  "_revinclude=Provenance:patient",
  "_revinclude=AuditEvent:entity",
  "_revinclude=Observation:encounter",
  "_revinclude:iterate=x",
  "_sort=code",
  "_sort=onset-date:desc",
  "_sort=--onset-date",
  "_sort=onset-date,onset-date",
  "_sort=_score",
  "_sort=-_lastUpdated",
  "_total=accurate",
  "_summary=count",
  "_summary=true&_elements=code",
  "_elements=code.text",
  "_elements=*",
  "_contained=both",
  "_containedType=contained",
  "_filter=code%20eq%20x",
  "_query=x",
  "_content=x",
  "_text=x",
  "_list=x",
  "_type=Condition",
  "_security=R",
  "_security:not=R",
  "_tag=x",
  "_profile=x",
  "_source=x",
  "_id:not=c1",
  "_lastUpdated:missing=true",
  "_lastUpdated=gt2020-01-01",
  "_getpages=x",
  "_offset=2",
  "_page=2",
  "page=2",
  "_cursor=x",
  "_format=xml",
  "_format=application/fhir%2Bxml",
  "_format=text/html",
  "_pretty=true",
  "_count=0",
  "_count=-1",
  "_count=1e3",
  "_count=x",
  "_count=1&_count=2",
  "_count=",
  "patient=p1&patient=p1",
  "patient=p1&patient=p2",
  "patient=p1,p2",
  "patient=Practitioner/p1",
  "patient=http://elsewhere.example/fhir/Patient/p1",
  "patient=../Patient/p2",
  "subject=Patient/p1",
  "code=J20.9&code=x",
  "code=",
  "=x",
  "code",
  "code=J20.9&&_count=1",
  "Code=J20.9",
  "code%00=x",
  "code=%00",
  "code=%0a",
  "code=%ff",
  "code=%",
  "code=J20%5C,9",
  "onset-date=yesterday",
  "onset-date=2020-01-01,2021-01-01",
  "onset-date=2020&onset-date=2021&onset-date=2022",
  "encounter=Encounter/e1/_history/1",
  "constructor=x",
  "__proto__=x",
  "toString=x",
  `code=${"x".repeat(2000)}`,
  `_id=${Array.from({ length: 100 }, (_, n) => `a-long-but-good-id-${n}`).join(",")}`,
  Array.from({ length: 300 }, (_, n) => `p${n}=x`).join("&"),
].map((query): Row => [query.slice(0, 60), "GET", `/Condition?${query}`, 400, "invalid"]);

const OF_OTHER_TYPES: readonly Row[] = [
  ["a shared type without ids", "GET", "/Practitioner", 400, "invalid"],
  ["a shared type by name", "GET", "/Practitioner?name=x", 400, "invalid"],
  ["a shared type by id and name", "GET", "/Practitioner?_id=dr-plain&name=x", 400, "invalid"],
  ["a shared type by patient", "GET", "/Organization?patient=p1", 400, "invalid"],
  ["Patient by patient", "GET", "/Patient?patient=p1", 400, "invalid"],
  ["Patient by link", "GET", "/Patient?link=p2", 400, "invalid"],
  ["$everything since", "GET", "/Patient/p1/$everything?_since=2020-01-01", 400, "invalid"],
  ["$everything with an unknown type", "GET", "/Patient/p1/$everything?_type=AuditEvent", 400, ""],
  ["$everything with includes", "GET", "/Patient/p1/$everything?_revinclude=Provenance:target", 400, "invalid"],
  ["read with includes", "GET", "/Condition/c1?_include=Condition:encounter", 400, "invalid"],
  ["read with a count of what is there", "GET", "/Condition/c1?_summary=count", 400, "invalid"],
  ["a reference parameter into a shared type's search", "GET", "/Practitioner?_id=dr-plain&_revinclude=Condition:asserter", 400, "invalid"],
  ["$everything from", "GET", "/Patient/p1/$everything?start=2020-01-01", 400, "invalid"],
  ["read as XML", "GET", "/Condition/c1?_format=xml", 400, "invalid"],
];

describe("leak 11: everything else is refused before the store is asked", () => {
  test.each([...METHODS, ...INTERACTIONS, ...PATHS, ...PARAMETERS, ...OF_OTHER_TYPES])(
    "leak 11: %s (%s)",
    async (_title, method, path, status, issue) => {
      const answer = await around.ask(method === FORM ? { method: "POST", path, form: "patient=p1", token } : { method, path, token });
      expect(answer.status).toBe(status);
      if (method !== "HEAD") {
        expect(answer.body.resourceType).toBe("OperationOutcome");
        expect(issue === "" ? ["invalid", "not-supported"] : [issue]).toContain(answer.body.issue[0].code);
      }
      if (status === 405) expect(answer.headers.allow).toBeDefined();
      expectCommonHeaders(answer);
      expect(around.store.asked).toEqual([]);
    },
  );

  test("leak 9: every refused parameter is refused with the same bytes", async () => {
    const answers = new Set<string>();
    for (const [, , path] of PARAMETERS) answers.add((await around.ask({ path, token })).text);
    expect(answers.size).toBe(1);
  });

  test.each(PARAMETERS.slice(0, 40))("leak 11: %s is refused in a posted form as well", async (_title, _method, path) => {
    const answer = await around.ask({ method: "POST", path: "/Condition/_search", form: path.slice("/Condition?".length), token });
    expect([answer.status, around.store.asked]).toEqual([400, []]);
  });

  test.each([
    ["a created resource", "/Condition", "application/fhir+json", '{"resourceType":"Condition"}'],
    ["a search in JSON", "/Condition/_search", "application/json", '{"patient":"p1"}'],
    ["a search as multipart", "/Condition/_search", "multipart/form-data; boundary=x", "--x--"],
    ["a search as plain text", "/Condition/_search", "text/plain", "patient=p1"],
    ["a form in another charset", "/Condition/_search", "application/x-www-form-urlencoded; charset=nonsense", "patient=p1"],
    ["a form that is too long", "/Condition/_search", "application/x-www-form-urlencoded", `code=${"x".repeat(20_000)}`],
  ])("leak 11: %s is refused", async (_title, path, type, form) => {
    const answer = await around.ask({ method: "POST", path, form, token, headers: { "Content-Type": type } });
    expect([answer.status, answer.body.resourceType, around.store.asked]).toEqual([400, "OperationOutcome", []]);
  });

  test.each(PARAMETERS)("leak 11: %s is refused whatever is shared", async (title, _method, path) => {
    if (/^_lastUpdated=|^_sort=-_lastUpdated/.test(title)) expect((await around.get(path, EVERYTHING)).status).toBe(200);
    else {
      expect((await around.get(path, EVERYTHING)).status).toBe(400);
      expect(around.store.asked).toEqual([]);
    }
  });

  test.each(["birthdate=1970-02-03", "name=x", "family=x", "given=x", "gender=female", "identifier=M-12345"])(
    "leak 3: Patient?%s is refused when demographics are withheld, and only then",
    async (query) => {
      expect((await around.get(`/Patient?${query}`, { mode: "chosen", shared: [] })).status).toBe(400);
      expect(around.store.asked).toEqual([]);
      expect((await around.get(`/Patient?${query}`)).status).toBe(200);
    },
  );
});

describe("leak 21: headers of the request have no effect", () => {
  test.each<[string, string]>([
    ["X-HTTP-Method-Override", "DELETE"],
    ["X-Method-Override", "PUT"],
    ["Prefer", "return=OperationOutcome"],
    ["If-None-Match", 'W/"7"'],
    ["If-Modified-Since", "Thu, 01 Jan 2099 00:00:00 GMT"],
    ["Range", "bytes=0-10"],
    ["Accept-Encoding", "gzip"],
    ["X-Forwarded-Host", "elsewhere.example"],
    ["X-Forwarded-Proto", "ftp"],
    ["Forwarded", "host=elsewhere.example"],
    ["X-Original-URL", "/fhir/Patient/p2"],
    ["X-Rewrite-URL", "/fhir/Patient/p2"],
    ["Host", "elsewhere.example"],
    ["Origin", "https://elsewhere.example"],
    ["Cookie", "a=b"],
  ])("leak 21: %s: %s", async (name, value) => {
    const plain = await around.ask({ path: "/Condition?_count=100", token });
    const { date: _, ...headers } = plain.headers;
    const answer = await around.ask({ path: "/Condition?_count=100", token, headers: { [name]: value } });
    expect([answer.status, answer.text]).toEqual([200, plain.text]);
    expect(answer.headers).toMatchObject(headers);
    const posted = await around.ask({
      method: "POST",
      path: "/Condition/c1",
      form: "",
      token,
      headers: { "X-HTTP-Method-Override": "GET" },
    });
    expect(posted.status).toBe(405);
  });
});

describe("leak 6: page links belong to one authorization", () => {
  test.each([{}, EVERYTHING])("leak 6: of another authorization or patient, altered, or cut, they lead nowhere (%j)", async (changes) => {
    const own = await around.issuer.grant(changes);
    const next = nextOf(await around.ask({ path: "/Condition?_count=2", token: own })) ?? "";
    expect((await around.ask({ path: next, token: own })).status).toBe(200);
    around.store.asked.length = 0;
    for (const other of [
      { ...changes, id: "a2" },
      { ...changes, patient: "p2" },
    ]) {
      const refused = await around.get(next, other);
      expect([refused.status, refused.body.issue[0].code]).toEqual([400, "invalid"]);
    }
    for (const altered of [next.slice(0, -1), `${next}A`, next.replace(/.(?=.{20}$)/, (found) => (found === "A" ? "B" : "A"))])
      expect((await around.ask({ path: altered, token: own })).status).toBe(400);
    expect(around.store.asked).toEqual([]);
  });

  test("leak 6: with less scope than before, the same authorization is judged anew", async () => {
    const next = nextOf(await around.ask({ path: "/Condition?_count=2", token })) ?? "";
    expect((await around.get(next, { scope: "patient/Observation.rs" })).status).toBe(403);
  });

  test("leak 6: a page link shows nothing of the store, and all are of one length", async () => {
    const links = new Set<number>();
    for (const path of [
      "/Condition?_count=1",
      "/Condition?_count=2&code=J20.9",
      "/Observation?_count=1",
      "/Patient/p1/$everything?_count=1",
    ])
      for (const changes of [{}, EVERYTHING]) {
        const next = nextOf(await around.get(path, changes)) ?? "";
        expect(next).not.toMatch(/_offset|127\.0\.0\.1/);
        links.add(next.length);
      }
    expect(links.size).toBe(1);
  });
});
