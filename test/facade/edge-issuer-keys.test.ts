/** The issuer's keys: rotation, outages and stampedes; RFC 7517 and RFC 8725 section 3. */
import { exportJWK, generateKeyPair, type JWK } from "jose";
import { type Authenticate, authenticator } from "../../fhir-facade/src/pipeline/1-authn/authenticate.ts";
import { type Clock, movableClock } from "./support/clock.ts";
import { testConfig } from "./support/configuration.ts";
import { type Introspection, type Issuer, json, startIssuer } from "./support/issuer.ts";

const MAX_AGE_MS = 60_000;

let issuer: Issuer;
let clock: Clock;
let authenticate: Authenticate;
let old: JWK;
let fresh: Awaited<ReturnType<typeof generateKeyPair>>;
let freshJwk: JWK;

let before: { readonly keys: number; readonly tokens: number };

beforeAll(async () => {
  issuer = await startIssuer();
  fresh = await generateKeyPair("RS256", { extractable: true });
  freshJwk = { ...(await exportJWK(fresh.publicKey)), kid: "fresh", alg: "RS256", use: "sig" };
  old = { ...issuer.rsJwk, kid: "rs", alg: "RS256", use: "sig" };
});
beforeEach(() => {
  clock = movableClock();
  issuer.keySet = undefined;
  issuer.keysAway = false;
  authenticate = authenticator(
    testConfig(issuer.url, "http://store.invalid/fhir", { ISSUER_KEYS_MAX_AGE_MS: String(MAX_AGE_MS), ISSUER_TIMEOUT_MS: "1000" }),
  );
  before = { keys: issuer.timesKeysAsked(), tokens: issuer.asked.length };
});
afterEach(() => clock.restore());
afterAll(() => issuer.close());

const timesKeysAsked = (): number => issuer.timesKeysAsked() - before.keys;
const expectNobodyIntrospected = (): void => expect(issuer.asked.length).toBe(before.tokens);

/** 200, or the status of the refusal. */
const statusOf = async (token: string): Promise<number> =>
  authenticate("/fhir/Patient/p1", { authorization: `Bearer ${token}` }).then(
    () => 200,
    (thrown) => thrown.value?.status,
  );
const oldToken = () => issuer.grant();
const freshToken = () => issuer.grant({}, { header: { kid: "fresh" }, key: fresh.privateKey });
const many = async (token: () => Promise<string>): Promise<number[]> => {
  const tokens = await Promise.all(Array.from({ length: 30 }, token));
  const atOnce = await Promise.all(tokens.map(statusOf));
  for (const one of tokens) atOnce.push(await statusOf(one));
  return [...new Set(atOnce)];
};

describe("R4 rotation of the issuer's keys", () => {
  test("R4: a key that is new is picked up when a token names it, without waiting for the age of the set", async () => {
    expect(await statusOf(await oldToken())).toBe(200);
    issuer.keySet = json({ keys: [old, freshJwk] });
    clock.advance(5_001);
    expect([await statusOf(await freshToken()), await statusOf(await oldToken())]).toEqual([200, 200]);
    expect(timesKeysAsked()).toBe(2);
  });

  test("R4: a key that was withdrawn verifies nothing once the set has reached its age", async () => {
    expect(await statusOf(await oldToken())).toBe(200);
    issuer.keySet = json({ keys: [freshJwk] });
    clock.advance(MAX_AGE_MS + 1);
    expect([await statusOf(await oldToken()), await statusOf(await freshToken())]).toEqual([401, 200]);
  });

  test("R4: a token of the new key makes the old one be forgotten at once", async () => {
    expect(await statusOf(await oldToken())).toBe(200);
    issuer.keySet = json({ keys: [freshJwk] });
    clock.advance(5_001);
    expect([await statusOf(await freshToken()), await statusOf(await oldToken())]).toEqual([200, 401]);
  });

  test("R4: an emptied set lets nobody in", async () => {
    expect(await statusOf(await oldToken())).toBe(200);
    issuer.keySet = json({ keys: [] });
    clock.advance(MAX_AGE_MS + 1);
    expect(await statusOf(await oldToken())).toBe(401);
  });
});

describe("R4 keys that are none", () => {
  const withKeys = (keys: (keys: { old: JWK; fresh: JWK }) => unknown[]) => {
    issuer.keySet = json({ keys: keys({ old, fresh: freshJwk }) });
  };
  test.each<[string, (keys: { old: JWK; fresh: JWK }) => unknown[]]>([
    ["another key under the kid", ({ fresh: other }) => [{ ...other, kid: "rs" }]],
    ["two keys under one kid", ({ old: own, fresh: other }) => [own, { ...other, kid: "rs" }]],
    ["a key for encryption", ({ old: own }) => [{ ...own, use: "enc" }]],
    ["a key for another algorithm", ({ old: own }) => [{ ...own, alg: "PS512" }]],
    ["a key that may only sign", ({ old: own }) => [{ ...own, key_ops: ["sign"] }]],
    ["a key without a kid", ({ fresh: other }) => [{ ...other, kid: undefined }]],
  ])("R4: %s verifies nothing", async (_title, keys) => {
    withKeys(keys);
    expect(await statusOf(await oldToken())).toBe(401);
    expectNobodyIntrospected();
  });

  test("R4: a shared secret in the set verifies nothing", async () => {
    const secret = new TextEncoder().encode("a secret of at least thirty-two bytes");
    withKeys(() => [{ kty: "oct", kid: "oct", k: Buffer.from(secret).toString("base64url"), alg: "HS256" }]);
    expect(await statusOf(await issuer.grant({}, { header: { alg: "HS256", kid: "oct" }, key: secret }))).toBe(401);
  });

  test.each<[string, Introspection, number]>([
    ["no set", json({}), 502],
    ["a list", json([]), 502],
    ["text", (response) => response.end("keys"), 502],
    ["an error with a good set", (response) => json({ keys: [old] }, 500)(response), 502],
    ["a redirect", (response) => response.writeHead(302, { Location: "/elsewhere/certs" }).end(), 502],
    [
      "half a set",
      (response) => void response.writeHead(200, { "Content-Length": "1000" }).write('{"keys":[', () => response.destroy()),
      502,
    ],
    ["no connection", (response) => response.destroy(), 502],
    ["silence", () => undefined, 504],
    ["silence after the headers", (response) => void response.writeHead(200, { "Content-Type": "application/json" }).write("{"), 504],
  ])("R4: while the issuer answers with %s nobody is let in, and introspection is not asked", async (_title, answer, status) => {
    issuer.keySet = answer;
    expect(await statusOf(await oldToken())).toBe(status);
    expectNobodyIntrospected();
  });
});

describe("R4 an outage of the issuer's keys", () => {
  test("R4: known keys go on until the set has reached its age, then nobody is let in", async () => {
    expect(await statusOf(await oldToken())).toBe(200);
    issuer.keysAway = true;
    clock.advance(MAX_AGE_MS - 1_000);
    expect(await statusOf(await oldToken())).toBe(200);
    clock.advance(2_000);
    expect(await statusOf(await oldToken())).toBe(502);
    issuer.keysAway = false;
    clock.advance(1_001);
    expect(await statusOf(await oldToken())).toBe(200);
  });

  test("R4: tokens that name an unknown key during the outage are not judged, and the set is asked for once a second at most", async () => {
    expect(await statusOf(await oldToken())).toBe(200);
    issuer.keysAway = true;
    clock.advance(5_001);
    Date.now = frozen(Date.now());
    expect(await many(freshToken)).toEqual([502]);
    expect(timesKeysAsked()).toBe(2);
    expect(await statusOf(await oldToken())).toBe(200);
  });

  test("R4: so it is when no key was ever had", async () => {
    issuer.keySet = (response) => response.destroy();
    Date.now = frozen(Date.now());
    expect(await many(oldToken)).toEqual([502]);
    expect(timesKeysAsked()).toBe(1);
  });

  test("R4: without an outage unknown keys make the set be asked for once in five seconds at most", async () => {
    expect(await statusOf(await oldToken())).toBe(200);
    Date.now = frozen(Date.now() + 5_001);
    expect(await many(freshToken)).toEqual([401]);
    expect(timesKeysAsked()).toBe(2);
  });
});

const frozen = (at: number) => () => at;

describe("R5 an outage of introspection", () => {
  test.each<[string, Introspection, number]>([
    ["an outage", json({}, 503), 502],
    ["silence", () => undefined, 504],
    ["a refusal of the facade", json({ error: "invalid_client" }, 401), 502],
    [
      "an answer broken off",
      (response) => void response.writeHead(200, { "Content-Length": "99" }).write("{", () => response.destroy()),
      502,
    ],
    ["not active", json({ active: false }), 401],
  ])("R5: after %s nothing older than five seconds is believed, however often it was good", async (_title, failure, status) => {
    const token = await oldToken();
    expect([await statusOf(token), await statusOf(token)]).toEqual([200, 200]);
    issuer.script(token, failure);
    clock.advance(5_000);
    expect([await statusOf(token), await statusOf(token)]).toEqual([status, status]);
  });
});
