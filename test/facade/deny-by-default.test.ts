/** A good request, then one ingredient at a time taken away: R4, R10 and the error table; leaks 9, 12, 14, 15 and 26. */
import { type Answered, type Surroundings, startSurroundings } from "./support/facade.ts";
import { coded, ICD, MARKER, OTHERS, SHOWN } from "./support/records.ts";
import { fhirJson, type Misbehaviour } from "./support/store.ts";
import { type Expected, TOKEN_FAULTS } from "./support/token-faults.ts";

let around: Surroundings;
beforeAll(async () => {
  around = await startSurroundings([...SHOWN, ...OTHERS]);
});
beforeEach(() => {
  around.store.misbehaviour = undefined;
  around.store.asked.length = 0;
});
afterAll(() => around.close());

/** Nothing but one issue, the challenge that belongs to it, and no word of the store. */
function expectRefusal({ status, headers, text, body }: Answered, expected: Pick<Expected, "status" | "issue" | "challenge">): void {
  expect({ status, issue: body.issue?.[0]?.code, challenge: headers["www-authenticate"] }).toEqual(pick(expected));
  expect(Object.keys(body)).toEqual(["resourceType", "issue"]);
  expect(body.issue).toHaveLength(1);
  expect(Object.keys(body.issue[0])).toEqual(["severity", "code", "diagnostics"]);
  expect(headers["content-type"]).toBe("application/fhir+json; charset=utf-8");
  expect(headers["cache-control"]).toBe("no-store");
  for (const word of [MARKER, "Familyname", "J20.9", "127.0.0.1", "axios", "Error"]) expect(text).not.toContain(word);
}
const pick = ({ status, issue, challenge }: Pick<Expected, "status" | "issue" | "challenge">) => ({ status, issue, challenge });

const expectStoreUntouched = (): void => expect(around.store.asked).toEqual([]);

describe("R4 the good request", () => {
  // GET /fhir/Condition/c1   Authorization: Bearer …
  test("R4: it is answered", async () => {
    const { status, body } = await around.get("/Condition/c1");
    expect([status, body.resourceType, body.id]).toEqual([200, "Condition", "c1"]);
  });
});

describe("R4 the same request with one ingredient of its token wrong", () => {
  // GET /fhir/Condition/c1   Authorization: …
  test.each(TOKEN_FAULTS)("R4: %s is refused before the store is asked", async (_title, fault, expected) => {
    const authorization = await fault(around.issuer);
    expectRefusal(
      await around.ask({ path: "/Condition/c1", headers: authorization === undefined ? {} : { Authorization: authorization } }),
      expected,
    );
    expectStoreUntouched();
  });

  test("R4: the token in the query, with and without another in the header", async () => {
    const token = await around.issuer.grant();
    for (const header of [undefined, token])
      expectRefusal(await around.ask({ path: `/Condition?access_token=${token}`, token: header }), { status: 400, issue: "invalid" });
    expectStoreUntouched();
  });

  test("R4: the token in a form", async () => {
    const token = await around.issuer.grant();
    expectRefusal(await around.ask({ method: "POST", path: "/Condition/_search", form: `access_token=${token}` }), {
      status: 401,
      issue: "login",
      challenge: "Bearer",
    });
    expectStoreUntouched();
  });
});

const challengeFor = (scope: string): string => `Bearer error="insufficient_scope", scope="${scope}"`;

describe("R4 the same token with less scope (leak 12)", () => {
  const narrower: [string, string, string, string][] = [
    ["another type's scope, read", "patient/Observation.rs", "/Condition/c1", "patient/Condition.r"],
    ["another type's scope, search", "patient/Observation.rs", "/Condition", "patient/Condition.s"],
    ["read only, search", "patient/Condition.r", "/Condition", "patient/Condition.s"],
    ["search only, read", "patient/Condition.s", "/Condition/c1", "patient/Condition.r"],
    ["read only of every type, search", "patient/*.r", "/Condition?_count=1", "patient/Condition.s"],
    ["user scope", "user/*.rs", "/Condition/c1", "patient/Condition.r"],
    ["system scope", "system/*.rs", "/Condition/c1", "patient/Condition.r"],
    ["write scope", "patient/*.cud", "/Condition/c1", "patient/Condition.r"],
    ["a granular scope by a date", "patient/Condition.rs?onset-date=2020", "/Condition/c1", "patient/Condition.r"],
    ["a granular scope by a parameter of another type", "patient/Condition.rs?class=AMB", "/Condition/c1", "patient/Condition.r"],
    ["a granular scope with a modifier", "patient/Condition.rs?code:in=x", "/Condition/c1", "patient/Condition.r"],
    ["a granular scope without a value", "patient/Condition.rs?category=", "/Condition/c1", "patient/Condition.r"],
    ["a granular scope of every type", "patient/*.rs?category=x", "/Condition/c1", "patient/Condition.r"],
    ["a granular scope in v1 form", "patient/Condition.read?category=x", "/Condition/c1", "patient/Condition.r"],
    ["a granular scope of which half is unknown", "patient/Condition.rs?category=x&nonsense=y", "/Condition/c1", "patient/Condition.r"],
    ["launch scopes alone", "launch/patient openid fhirUser", "/Condition/c1", "patient/Condition.r"],
    ["scope in another case", "Patient/*.rs", "/Condition/c1", "patient/Condition.r"],
    ["an unknown type's scope", "patient/AuditEvent.rs", "/Condition/c1", "patient/Condition.r"],
    ["read only, $everything", "patient/*.r", "/Patient/p1/$everything", "patient/*.rs"],
    ["search only, $everything", "patient/*.s", "/Patient/p1/$everything", "patient/*.rs"],
  ];
  test.each(narrower)("R4: %s", async (_title, scope, path, needed) => {
    expectRefusal(await around.get(path, { scope }), { status: 403, issue: "forbidden", challenge: challengeFor(needed) });
    expectStoreUntouched();
  });

  test("leak 10: the refusal is the same for what exists and what does not", async () => {
    const [there, absent] = [
      await around.get("/Condition/c1", { scope: "patient/Goal.rs" }),
      await around.get("/Condition/none", { scope: "patient/Goal.rs" }),
    ];
    expect(there.text).toBe(absent.text);
  });

  test("R4: the token's own scope counts for nothing, introspection's does", async () => {
    const token = await around.issuer.grant({ scope: "patient/Observation.rs" }, { claims: { scope: "patient/*.rs" } });
    expectRefusal(await around.ask({ path: "/Condition/c1", token }), {
      status: 403,
      issue: "forbidden",
      challenge: challengeFor("patient/Condition.r"),
    });
  });
});

describe("R4 the same token for another patient's record", () => {
  test.each(["/Patient/p2", "/Patient/p2/$everything", "/Condition/of-p2", "/Patient/nobody", "/Practitioner/dr-unreferred"])(
    "R4: %s is not there",
    async (path) => expectRefusal(await around.get(path), { status: 404, issue: "not-found" }),
  );

  test.each([
    "/Condition?patient=p2",
    "/Condition?patient=Patient/p2",
    "/Patient?_id=p2",
    "/Condition?_id=of-p2",
    "/Practitioner?_id=dr-unreferred",
  ])("R4: %s finds nothing", async (path) => {
    const { status, body } = await around.get(path);
    expect([status, body.entry]).toEqual([200, undefined]);
  });

  test("R4: an authorization of another patient sees only that one", async () => {
    expect((await around.get("/Condition/of-p2", { patient: "p2" })).status).toBe(200);
    expectRefusal(await around.get("/Condition/c1", { patient: "p2" }), { status: 404, issue: "not-found" });
  });

  test("R4: a record that the store gives for the right id but of another patient is not there", async () => {
    around.store.misbehaviour = (_request, response) =>
      fhirJson(response, { resourceType: "Condition", id: "c1", subject: { reference: "Patient/p2" }, code: coded(ICD, "J20.9") });
    expectRefusal(await around.get("/Condition/c1", { mode: "everything", shared: [] }), { status: 404, issue: "not-found" });
  });

  test("R4: a store that ignores the patient parameter gives nobody else's away", async () => {
    around.store.misbehaviour = (request, response) => {
      const type = new URL(request.url ?? "/", "http://x").pathname.split("/")[2] ?? "";
      const entry = [...SHOWN, ...OTHERS].filter(({ resourceType }) => resourceType === type).map((resource) => ({ resource }));
      fhirJson(response, { resourceType: "Bundle", type: "searchset", entry });
    };
    for (const mode of ["everything", "all-but-sensitive"] as const) {
      const { text } = await around.get("/Condition", { mode });
      expect(text).toContain('"c1"');
      expect(text).not.toContain("of-p2");
    }
  });
});

const raw =
  (status: number, headers: Record<string, string>, body: string): Misbehaviour =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body);
const FHIR = { "Content-Type": "application/fhir+json" };
const leaking = JSON.stringify({ resourceType: "Condition", id: "c1", subject: { reference: "Patient/p1" }, note: [{ text: MARKER }] });

describe("R10 the same request while the store misbehaves (leak 26)", () => {
  const misbehaving: [string, Misbehaviour, number, string][] = [
    ["an outage", raw(503, FHIR, leaking), 502, "transient"],
    ["a refusal of us", raw(401, { ...FHIR, "WWW-Authenticate": "Basic" }, leaking), 502, "transient"],
    ["silence", () => undefined, 504, "timeout"],
    ["no connection", (_request, response) => void response.destroy(), 502, "transient"],
    ["truncated JSON", raw(200, FHIR, leaking.slice(0, -3)), 502, "transient"],
    ["HTML", raw(200, { "Content-Type": "text/html" }, MARKER), 502, "transient"],
    ["a redirect", raw(302, { Location: "/fhir/Condition/c2" }, leaking), 502, "transient"],
    [
      "an OperationOutcome with status 200",
      raw(200, FHIR, JSON.stringify({ resourceType: "OperationOutcome", issue: [{ diagnostics: MARKER }] })),
      502,
      "transient",
    ],
    ["another resource", raw(200, FHIR, leaking.replace("c1", "c2")), 502, "transient"],
    [
      "an endless chain of pages elsewhere",
      raw(
        200,
        FHIR,
        JSON.stringify({
          resourceType: "Bundle",
          type: "searchset",
          link: [{ relation: "next", url: "http://elsewhere.example/fhir/Condition" }],
        }),
      ),
      502,
      "transient",
    ],
  ];
  for (const mode of ["everything", "all-but-sensitive"] as const)
    for (const path of ["/Condition/c1", "/Condition", "/Condition?code=J20.9", "/Patient/p1/$everything"])
      test.each(misbehaving)(`R10: ${path}, mode ${mode}: %s`, async (_title, misbehaviour, status, issue) => {
        around.store.misbehaviour = misbehaviour;
        expectRefusal(await around.get(path, { mode }), { status, issue });
      });

  test("R10: a record that cannot be read whole is not shown in part", async () => {
    around.store.misbehaviour = (request, response) =>
      request.url?.includes("/Observation")
        ? raw(500, FHIR, "{}")(request, response)
        : fhirJson(response, { resourceType: "Bundle", type: "searchset" });
    expectRefusal(await around.get("/Condition"), { status: 502, issue: "transient" });
  });
});

describe("R10 the log", () => {
  test("R10: it names a stable reason for every refusal, and no token, id of a resource, value or name", async () => {
    const token = await around.issuer.grant();
    await around.ask({ path: "/Condition/c1", token });
    await around.ask({ path: "/Condition?code=J20.9", token });
    await around.ask({ path: "/Condition/c1" });
    const text = JSON.stringify(around.log);
    for (const word of [token, "J20.9", "Familyname", MARKER, "Condition/c1", "of-p2"]) expect(text).not.toContain(word);
    for (const decision of around.log) expect(decision.reason).toMatch(/^[a-z0-9-]+$/);
    expect(around.log.filter(({ status }) => status === 500)).toEqual([]);
  });
});
