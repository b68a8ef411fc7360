/** What a body may be: bounded, never inflated, UTF-8, of two types; leak 11. And where a token may stand: RFC 6750 section 2. */
import { gzipSync } from "node:zlib";
import { bundleOf, postBatch } from "./support/batch.ts";
import { expectCommonHeaders } from "./support/common-headers.ts";
import { PATIENCE } from "./support/configuration.ts";
import { type Asked, keysOf, type Surroundings, startSurroundings } from "./support/facade.ts";
import { OTHERS, SHOWN } from "./support/records.ts";

let around: Surroundings;
let token: string;
beforeAll(async () => {
  around = await startSurroundings([...SHOWN, ...OTHERS], PATIENCE);
  token = await around.issuer.grant();
});
beforeEach(() => {
  around.store.asked.length = 0;
});
afterAll(() => around.close());

const FORM = "application/x-www-form-urlencoded";
const search = (form: string, headers: NonNullable<Asked["headers"]> = {}) =>
  around.ask({ method: "POST", path: "/Condition/_search", form, token, headers });

describe("leak 11: a form that is read in one way only", () => {
  test.each([FORM, `${FORM}; charset=utf-8`, `${FORM};charset="UTF-8"`, FORM.toUpperCase()])("R4: %s is taken", async (type) => {
    const answer = await search("_id=c1", { "Content-Type": type });
    expect([answer.status, keysOf(answer)]).toEqual([200, ["Condition/c1"]]);
  });

  test.each([
    ["another charset", `${FORM}; charset=iso-8859-1`],
    ["a charset of two bytes", `${FORM}; charset=utf-16`],
    ["UTF-7", `${FORM}; charset=utf-7`],
    ["two charsets", `${FORM}; charset=utf-8; charset=utf-16`],
    ["an unknown parameter", `${FORM}; boundary=x`],
    ["two types", `${FORM}, text/plain`],
    ["a type around it", `multipart/form-data; x="${FORM}"`],
    ["a type that begins like it", `${FORM}-x`],
    ["nothing", ""],
    ["multipart", "multipart/form-data; boundary=x"],
    ["JSON", "application/json"],
    ["XML", "application/fhir+xml"],
  ])("leak 11: the type says %s: refused", async (_title, type) => {
    const answer = await search("patient=p1", { "Content-Type": type });
    expect([answer.status, answer.body.issue[0].code, around.store.asked]).toEqual([400, "invalid", []]);
    expectCommonHeaders(answer.headers);
  });

  test("leak 11: two Content-Type headers are refused", async () => {
    const answer = await search("patient=p1", { "Content-Type": [FORM, "text/plain"] as unknown as string });
    expect([answer.status, around.store.asked]).toEqual([400, []]);
  });

  test.each(["gzip", "deflate", "br", "zstd", "compress", "gzip, gzip", "x-gzip", "unknown"])(
    "leak 11: a body encoded with %s is refused unread",
    async (encoding) => {
      const bomb = gzipSync(Buffer.alloc(16 * 1024 * 1024, "x")).toString("latin1");
      for (const form of ["patient=p1", bomb.slice(0, 8_000)]) {
        const answer = await search(form, { "Content-Encoding": encoding });
        expect([answer.status, answer.body.issue[0].code, around.store.asked]).toEqual([400, "invalid", []]);
      }
      expect((await postBatch(around, token, bundleOf("Condition/c1"), { headers: { "Content-Encoding": encoding } })).status).toBe(400);
    },
  );

  test.each([
    ["the same parameter twice", "code=J20.9&code=J20.9"],
    ["the same parameter in another case", "code=J20.9&CODE=J20.9"],
    ["the same parameter encoded", "code=J20.9&%63ode=J20.9"],
    ["the patient twice", "patient=p1&patient=p1"],
    ["the patient and somebody else encoded", "patient=p1&p%61tient=p2"],
    ["the page size in another case", "_count=1&_COUNT=2"],
    ["a name in brackets", "patient[]=p1"],
    ["a name with an index", "patient[0]=p1"],
    ["a semicolon between", "patient=p1;patient=p2"],
    ["a method", "_method=GET&patient=p1"],
    ["a method in another case", "_METHOD=DELETE"],
    ["a thousand parameters", Array.from({ length: 1000 }, (_, n) => `a${n}=b`).join("&")],
    ["a value of 10,000 characters", `code=${"x".repeat(10_000)}`],
    ["a name of 10,000 characters", `${"x".repeat(10_000)}=y`],
    ["a byte order mark", "\uFEFFpatient=p1"],
    ["bytes that are no UTF-8", "code=%C3%28"],
    ["an overlong encoding", "code=%C0%AE"],
    ["half a surrogate", "code=%ED%A0%80"],
  ])("leak 11: a form with %s is refused", async (_title, form) => {
    const answer = await search(form);
    expect([answer.status, answer.body.issue[0].code, around.store.asked]).toEqual([400, "invalid", []]);
    const got = await around.ask({ path: `/Condition?${encodeURI(form).replaceAll("%25", "%")}`.slice(0, 15_000), token });
    expect([got.status, around.store.asked]).toEqual([400, []]);
  });
});

describe("leak 11: a POST is no other method, whatever it says", () => {
  test.each(["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "_method", "X-Original-Method"])(
    "leak 11: %s changes nothing",
    async (name) => {
      for (const method of ["GET", "PUT", "DELETE"]) {
        const posted = await around.ask({ method: "POST", path: "/Condition/c1", form: "", token, headers: { [name]: method } });
        const deleted = await around.ask({ method: "DELETE", path: "/Condition/c1", token, headers: { [name]: "GET" } });
        expect([posted.status, deleted.status, around.store.asked]).toEqual([405, 405, []]);
      }
    },
  );

  test("leak 11: a method in the query is a parameter that does not exist", async () => {
    for (const path of ["/Condition/c1?_method=DELETE", "/Condition?_method=GET"])
      expect([(await around.ask({ path, token })).status, around.store.asked]).toEqual([400, []]);
  });
});

describe("R4 a token stands in the Authorization header or nowhere", () => {
  test.each([
    "X-Access-Token",
    "X-Auth-Token",
    "X-Authorization",
    "Proxy-Authorization",
    "X-Forwarded-Access-Token",
    "Token",
    "DPoP",
    "X-User",
    "X-Patient",
  ])("R4: in %s it is none", async (name) => {
    for (const value of [token, `Bearer ${token}`]) {
      const answer = await around.ask({ path: "/Condition/c1", headers: { [name]: value } });
      expect([answer.status, answer.headers["www-authenticate"], around.store.asked]).toEqual([401, "Bearer", []]);
    }
  });

  test.each(["access_token", "token", "Authorization", "KEYCLOAK_IDENTITY", "session"])("R4: in the cookie %s it is none", async (name) => {
    const answer = await around.ask({ path: "/Condition/c1", headers: { Cookie: `${name}=${token}` } });
    expect([answer.status, around.store.asked]).toEqual([401, []]);
  });

  test.each(["access_token", "token", "authorization", "client_assertion", "id_token"])("R4: in a form as %s it is none", async (name) => {
    const form = `${name}=${token}`;
    const alone = await around.ask({ method: "POST", path: "/Condition/_search", form });
    const beside = await around.ask({ method: "POST", path: "/Condition/_search", form, token });
    expect([alone.status, beside.status, around.store.asked]).toEqual([401, 400, []]);
  });

  test("R4: in a batch it is none", async () => {
    const body = { ...bundleOf("Condition/c1"), id: token };
    expect((await postBatch(around, undefined, body)).status).toBe(401);
    expect(around.store.asked).toEqual([]);
  });

  test("R4: without one, nothing is read of a body that does not end", async () => {
    const answer = await around.ask({
      method: "POST",
      path: "/Condition/_search",
      headers: { "Content-Type": FORM, "Content-Length": "10" },
      form: "patient=p1",
    });
    expect([answer.status, around.store.asked]).toEqual([401, []]);
  });
});
