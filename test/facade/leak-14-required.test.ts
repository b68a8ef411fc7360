/** What is missing or stale shares nothing: leaks 14, 15 and 25. */
import { readConfig } from "../../fhir-facade/src/config.ts";
import { VERIFIED_MAX_AGE_MS, verifiedLately } from "../../fhir-facade/src/pipeline/1-authn/verified-lately.ts";
import { movableClock } from "./support/clock.ts";
import { requiredEnvironment } from "./support/configuration.ts";
import { type Surroundings, startSurroundings } from "./support/facade.ts";
import { activeAnswer, authorizationOf, json, seconds } from "./support/issuer.ts";
import { HIDDEN, SHOWN } from "./support/records.ts";

let around: Surroundings;
beforeAll(async () => {
  around = await startSurroundings([...SHOWN, ...HIDDEN], { INDEX_MAX_AGE_MS: "60000" });
});
beforeEach(() => {
  around.store.asked.length = 0;
});
afterAll(() => around.close());

const refused = async (answer: unknown): Promise<void> => {
  const token = await around.issuer.grant({}, { introspection: json(answer) });
  expect((await around.ask({ path: "/Condition/c1", token })).status).toBe(401);
  expect(around.store.asked).toEqual([]);
};
const claimOf = (changes: object) => activeAnswer({ ...authorizationOf(), ...changes });

describe("leak 14: every member of the claim is required", () => {
  const MEMBERS = Object.keys(authorizationOf()) as (keyof ReturnType<typeof authorizationOf>)[];
  test.each(MEMBERS)("leak 14: without %s nothing is answered", (name) => refused(claimOf({ [name]: undefined })));
  test.each(MEMBERS.filter((name) => name !== "until"))("leak 14: with null for %s nothing is answered", (name) =>
    refused(claimOf({ [name]: null })),
  );
  test.each([
    { mode: "all" },
    { mode: "EVERYTHING" },
    { shared: "SUD" },
    { shared: [1] },
    { patient: "p1/../p2" },
    { patient: "*" },
    { until: "never" },
    { scope: "" },
  ])("leak 14: with %j nothing is answered", (changes) => refused(claimOf(changes)));

  test.each(Object.keys(requiredEnvironment("http://issuer.invalid", "http://store.invalid/fhir")))(
    "leak 14: without %s the facade does not start",
    (name) => {
      const { [name]: _, ...rest } = requiredEnvironment("http://issuer.invalid", "http://store.invalid/fhir");
      expect(() => readConfig(rest)).toThrow(name);
      expect(() => readConfig({ ...rest, [name]: "" })).toThrow(name);
    },
  );
});

describe("leak 15: no grant is nothing", () => {
  test("leak 15: an active token without a claim", () => refused({ active: true, client_id: "sample-app" }));
  test("leak 15: a claim that is null", () =>
    refused({
      ...claimOf({}),
      ...Object.fromEntries(
        Object.keys(claimOf({}))
          .filter((name) => !["active", "client_id"].includes(name))
          .map((name) => [name, null]),
      ),
    }));
  test("leak 15: a token that is not active, whatever else is said", () => refused({ ...claimOf({}), active: false }));
  test("leak 15: no word of being active", () => refused({ ...claimOf({}), active: undefined }));
  test("leak 15: active as a text", () => refused({ ...claimOf({}), active: "true" }));
  test("leak 15: an authorization that has ended", () => refused(claimOf({ until: seconds(-1) })));
});

describe("leak 25: nothing is remembered beyond what it was decided for", () => {
  test("leak 25: a kept record answers each authorization by its own choice", async () => {
    const withSud = { mode: "chosen", shared: ["DEMO", "SUD"] } as const;
    const statuses = [];
    for (const changes of [withSud, {}, withSud]) statuses.push((await around.get("/Observation/o9-refers", changes)).status);
    expect(statuses).toEqual([200, 404, 200]);
  });

  test("leak 25: a choice that changed counts for the next token of the same authorization", async () => {
    const statuses = [];
    for (const shared of [["DEMO", "SUD"], ["DEMO"]])
      statuses.push((await around.get("/Condition/b-sud", { id: "same", mode: "chosen", shared })).status);
    expect(statuses).toEqual([200, 404]);
  });

  test("leak 25: a checked signature is not believed longer than an introspected answer", async () => {
    expect(VERIFIED_MAX_AGE_MS).toBeLessThanOrEqual(5_000);
    const clock = movableClock();
    try {
      let verified = 0;
      const verify = verifiedLately(async () => ({ authorizationId: "a1", clientId: "c", expires: seconds(3600 + ++verified) }));
      for (const wait of [0, 4_900, 200]) {
        clock.advance(wait);
        await verify("token");
      }
      expect(verified).toBe(2);
    } finally {
      clock.restore();
    }
  });

  test("leak 25: a token that ran out after its signature was checked is refused, and a refusal is not kept", async () => {
    let now = 0;
    let isGood = true;
    const verify = verifiedLately(
      async () => {
        if (!isGood) throw new Error("refused");
        return { authorizationId: "a1", clientId: "c", expires: 2 };
      },
      () => now,
    );
    await verify("token");
    now = 2_000;
    await expect(verify("token")).rejects.toMatchObject({ value: { status: 401, issue: "expired" } });
    isGood = false;
    await expect(verify("other")).rejects.toThrow("refused");
    isGood = true;
    await expect(verify("other")).resolves.toMatchObject({ clientId: "c" });
  });
});
