/** How much one app may ask, and what a worthless token may cost: decided from the grant and the count alone; leaks 10 and 22. */
import { AUTHORIZATION_CLAIM } from "@member-exchange/sharing-policy";
import { REFUSALS_PER_TOKEN } from "../../fhir-facade/src/pipeline/1-authn/rate-limits.ts";
import { bundleOf, postBatch, statusesOf } from "./support/batch.ts";
import { type Clock, movableClock } from "./support/clock.ts";
import { expectCommonHeaders } from "./support/common-headers.ts";
import { PATIENCE } from "./support/configuration.ts";
import { type Answered, type Surroundings, startSurroundings } from "./support/facade.ts";
import { activeAnswer, authorizationOf, type Issuer, json, startIssuer } from "./support/issuer.ts";
import { HIDDEN, OTHERS, SHOWN } from "./support/records.ts";

const MEMBER = 4;
const CLIENT = 10;

let around: Surroundings;
let clock: Clock;
let issuer: Issuer;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.close());
beforeEach(async () => {
  clock = movableClock();
  const limits = { RATE_LIMIT_PER_MEMBER: String(MEMBER), RATE_LIMIT_PER_CLIENT: String(CLIENT) };
  around = await startSurroundings([...SHOWN, ...HIDDEN, ...OTHERS], { ...limits, ...PATIENCE }, issuer);
  issuer.asked.length = 0;
});
afterEach(async () => {
  clock.restore();
  await around.close();
});

const tokenOf = (client: string, patient: string, id = "a1"): Promise<string> => {
  const authorization = authorizationOf({ patient, id });
  const introspection = json({ ...activeAnswer(authorization), client_id: client, [AUTHORIZATION_CLAIM]: authorization });
  return issuer.grant({ patient, id }, { claims: { azp: client }, introspection });
};

const statuses = async (times: number, token: string, path = "/Condition/c1"): Promise<number[]> => {
  const found: number[] = [];
  for (let n = 0; n < times; n++) found.push((await around.ask({ path, token })).status);
  return found;
};

function expectThrottled({ status, headers, body }: Answered): void {
  expect([status, body.issue[0].code]).toEqual([429, "throttled"]);
  expect(headers["retry-after"]).toMatch(/^([1-9]|[1-5]\d|60)$/);
  expectCommonHeaders(headers);
}

describe("R10 the limit of one app for one member", () => {
  test("R10: one request too many is refused with the seconds to wait, and the store hears nothing of it", async () => {
    const token = await tokenOf("app", "p1");
    expect(await statuses(MEMBER, token)).toEqual(Array(MEMBER).fill(200));
    around.store.asked.length = 0;
    expectThrottled(await around.ask({ path: "/Condition/c1", token }));
    expect(around.store.asked).toEqual([]);
    expect(around.log.at(-1)).toMatchObject({ reason: "member-limit", status: 429 });
  });

  test("R10: after a minute the next one is answered", async () => {
    const token = await tokenOf("app", "p1");
    expect((await statuses(MEMBER + 1, token)).at(-1)).toBe(429);
    clock.advance(61_000);
    expect(await statuses(1, token)).toEqual([200]);
  });

  test("R10: another token, and another authorization, of the same app for the same member do not help", async () => {
    await statuses(MEMBER, await tokenOf("app", "p1"));
    expectThrottled(await around.ask({ path: "/Condition/c1", token: await tokenOf("app", "p1") }));
    expectThrottled(await around.ask({ path: "/Condition/c1", token: await tokenOf("app", "p1", "a2") }));
  });

  test("R10: what one app asks, no other app of that member feels", async () => {
    await statuses(MEMBER + 1, await tokenOf("app", "p1"));
    expect(await statuses(MEMBER, await tokenOf("other", "p1"))).toEqual(Array(MEMBER).fill(200));
  });

  test.each(["/Condition/none", "/Condition/b-sud", "/Patient/p2", "/AuditEvent", "/Condition?x=y"])(
    "leak 10: %s counts like what is there, so that nothing is learnt from when the limit comes",
    async (path) => {
      const token = await tokenOf("app", "p1");
      const found = await statuses(MEMBER + 1, token, path);
      expect(found.map((status) => status === 429)).toEqual([...Array(MEMBER).fill(false), true]);
    },
  );

  test("R10: every entry of a batch counts", async () => {
    const token = await tokenOf("app", "p1");
    const answer = await postBatch(around, token, bundleOf(...Array(MEMBER + 3).fill("Condition/c1")));
    expect(answer.status).toBe(200);
    expect(statusesOf(answer).sort()).toEqual([...Array(MEMBER).fill("200"), ...Array(3).fill("429")]);
    expectThrottled(await around.ask({ path: "/Condition/c1", token }));
  });

  test("R10: public documents and preflights never count and are never refused", async () => {
    const token = await tokenOf("app", "p1");
    await statuses(MEMBER + 1, token);
    expect(await statuses(3, token, "/metadata")).toEqual([200, 200, 200]);
    expect((await around.ask({ method: "OPTIONS", path: "/Condition/c1" })).status).toBe(204);
  });

  test("R10: requests that were refused before stage 1 count for nobody", async () => {
    const token = await tokenOf("app", "p1");
    for (let n = 0; n < 3 * MEMBER; n++) {
      await around.ask({ path: "/Condition/c1", token: `${token.slice(0, -8)}AAAAAAAA` });
      await around.ask({ path: "/Condition/c1", token, headers: { Accept: "text/html" } });
    }
    expect(await statuses(MEMBER, token)).toEqual(Array(MEMBER).fill(200));
  });
});

describe("R10 the limit of one app", () => {
  test("R10: members together use it up, and another app goes on", async () => {
    for (const patient of ["p1", "p2"]) await statuses(MEMBER, await tokenOf("app", patient));
    expect(await statuses(MEMBER, await tokenOf("app", "p3"))).toEqual([404, 404, 429, 429]);
    expect(around.log.at(-1)).toMatchObject({ reason: "client-limit" });
    expect(await statuses(1, await tokenOf("other", "p1"))).toEqual([200]);
  });

  test("R10: who is over the member's limit uses up nothing of the app's", async () => {
    await statuses(3 * CLIENT, await tokenOf("app", "p1"));
    expect(await statuses(MEMBER, await tokenOf("app", "p2"), "/Condition/of-p2")).toEqual(Array(MEMBER).fill(200));
  });

  test("R10: names cannot be chosen so that two apps or members share a limit", async () => {
    await statuses(MEMBER + 1, await tokenOf("ap", "pp1"));
    await statuses(MEMBER + 1, await tokenOf('app","p1', "p"));
    expect(await statuses(1, await tokenOf("app", "p1"))).toEqual([200]);
  });
});

describe("R10 what a worthless token costs", () => {
  test("R5: a stopped token makes the issuer be asked so many times a minute and no more", async () => {
    const token = await issuer.grant({}, { introspection: json({ active: false }) });
    const found = await statuses(REFUSALS_PER_TOKEN + 5, token);
    expect(found).toEqual([...Array(REFUSALS_PER_TOKEN).fill(401), ...Array(5).fill(429)]);
    expect(issuer.asked.filter((asked) => asked === token)).toHaveLength(REFUSALS_PER_TOKEN);
    expectThrottled(await around.ask({ path: "/Condition/c1", token }));
    clock.advance(61_000);
    expect(await statuses(1, token)).toEqual([401]);
  });

  test("R5: another token of the same authorization is asked about as ever", async () => {
    await statuses(REFUSALS_PER_TOKEN + 1, await issuer.grant({}, { introspection: json({ active: false }) }));
    expect(await statuses(1, await issuer.grant())).toEqual([200]);
  });

  test("R5: an outage of the issuer counts against nobody", async () => {
    const token = await issuer.grant({}, { introspection: json({}, 503) });
    expect(new Set(await statuses(REFUSALS_PER_TOKEN + 5, token))).toEqual(new Set([502]));
    issuer.script(token, json(activeAnswer(authorizationOf())));
    expect(await statuses(1, token)).toEqual([200]);
  });

  test("R4: tokens that do not verify never reach introspection, however many", async () => {
    const before = issuer.timesKeysAsked();
    for (let n = 0; n < 40; n++) {
      const token = await issuer.mint(authorizationOf(), { header: { kid: `k${n}` }, key: issuer.keys.stranger });
      expect(await statuses(1, token)).toEqual([401]);
    }
    expect(issuer.asked).toEqual([]);
    expect(issuer.timesKeysAsked() - before).toBeLessThanOrEqual(2);
  });
});
