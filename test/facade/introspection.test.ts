/** How long an authorization is believed: RFC 7662 section 4 and contracts.md section 5. */
import { INTROSPECTION_MAX_AGE_MS, introspector } from "../../fhir-facade/src/pipeline/1-authn/introspection.ts";
import { testConfig } from "./support/configuration.ts";
import { activeAnswer, authorizationOf, type Issuer, json, startIssuer } from "./support/issuer.ts";

let issuer: Issuer;
const introspection = () => introspector(testConfig(issuer.url, "http://store.invalid/fhir"));
const timesAsked = (token: string): number => issuer.asked.filter((asked) => asked === token).length;
const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.close());

describe("R5 revocation is felt within five seconds (leak 25)", () => {
  test("R5: the limit is not above five seconds", () => expect(INTROSPECTION_MAX_AGE_MS).toBeLessThanOrEqual(5_000));

  test("R5: an answer is remembered, and forgotten after five seconds", async () => {
    const introspect = introspection();
    const token = await issuer.grant();
    await introspect(token);
    await introspect(token);
    expect(timesAsked(token)).toBe(1);
    issuer.script(token, json({ active: false }));
    await wait(5_050);
    await expect(introspect(token)).rejects.toMatchObject({ value: { status: 401 } });
    expect(timesAsked(token)).toBe(2);
  });

  test("R5: the age counts from when the question was sent, not from when the answer came", async () => {
    const introspect = introspector(testConfig(issuer.url, "http://store.invalid/fhir", { ISSUER_TIMEOUT_MS: "5000" }));
    const token = await issuer.grant(
      {},
      {
        introspection: (response) => setTimeout(() => json(activeAnswer(authorizationOf()))(response), 2_600),
      },
    );
    await introspect(token);
    await wait(2_500);
    issuer.script(token, json({ active: false }));
    await expect(introspect(token)).rejects.toMatchObject({ value: { status: 401 } });
  });

  test("R5: one question is in flight per token, however many wait for it", async () => {
    const introspect = introspection();
    const token = await issuer.grant(
      {},
      { introspection: (response) => setTimeout(() => json(activeAnswer(authorizationOf()))(response), 50) },
    );
    const answers = await Promise.all(Array.from({ length: 20 }, () => introspect(token)));
    expect(timesAsked(token)).toBe(1);
    expect(new Set(answers).size).toBe(1);
  });

  test("R5: two tokens of one authorization are asked about one by one", async () => {
    const introspect = introspection();
    const [first, second] = [await issuer.grant(), await issuer.grant()];
    await Promise.all([introspect(first), introspect(second)]);
    expect([timesAsked(first), timesAsked(second)]).toEqual([1, 1]);
  });
});

describe("R5 failures are not remembered", () => {
  test.each<[string, Parameters<Issuer["script"]>[1], number]>([
    ["an outage", json({}, 503), 502],
    ["an answer that is no JSON", (response) => response.end("{"), 502],
    ["silence", () => undefined, 504],
    ["not active", json({ active: false }), 401],
  ])("R5: after %s the next request asks again", async (_title, failure, status) => {
    const introspect = introspection();
    const token = await issuer.grant({}, { introspection: failure });
    await expect(introspect(token)).rejects.toMatchObject({ value: { status } });
    issuer.script(token, json(activeAnswer(authorizationOf())));
    await expect(introspect(token)).resolves.toMatchObject({ clientId: "sample-app" });
    expect(timesAsked(token)).toBe(2);
  });
});
