/** Stage 1 against a real issuer: RFC 6750, RFC 7662 and contracts.md section 5. */

import { Refusal } from "../../fhir-facade/src/outcome/refusals.ts";
import { authenticator } from "../../fhir-facade/src/pipeline/1-authn/authenticate.ts";
import { testConfig } from "./support/configuration.ts";
import { authorizationOf, type Issuer, seconds, startIssuer } from "./support/issuer.ts";
import { TOKEN_FAULTS } from "./support/token-faults.ts";

let issuer: Issuer;
let authenticate: ReturnType<typeof authenticator>;

beforeAll(async () => {
  issuer = await startIssuer();
  authenticate = authenticator(testConfig(issuer.url, "http://store.invalid/fhir"));
});
afterAll(() => issuer.close());

const refusalOf = async (url: string, authorization: string | undefined): Promise<Refusal> => {
  const outcome = await authenticate(url, authorization === undefined ? {} : { authorization }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(outcome instanceof Refusal)) throw new Error("was not refused");
  return outcome;
};

describe("R4 what is verified (contracts.md section 5)", () => {
  test.each(["RS256", "ES256"] as const)("R4: a good token signed with %s is let in", async (alg) => {
    const kid = alg === "RS256" ? "rs" : "es";
    const token = await issuer.grant({}, { header: { alg, kid }, key: issuer.keys[alg] });
    const verified = await authenticate("/fhir/Patient/p1", { authorization: `Bearer ${token}` });
    expect(verified).toMatchObject({ clientId: "sample-app", authorization: { id: "a1", patient: "p1" } });
  });

  test("R4: an authorization whose end is still to come is let in", async () => {
    const token = await issuer.grant({ until: seconds(60) });
    await expect(authenticate("/fhir/Patient/p1", { authorization: `bearer ${token}` })).resolves.toBeDefined();
  });
});

describe("R4 one ingredient taken away (docs/fhir-api.md, Errors)", () => {
  test.each(TOKEN_FAULTS)("R4: %s is refused", async (_title, fault, { status, issue, challenge, asked }) => {
    const before = issuer.asked.length;
    const { value } = await refusalOf("/fhir/Patient/p1", await fault(issuer));
    expect({ status: value.status, issue: value.issue }).toEqual({ status, issue });
    expect(value.headers["WWW-Authenticate"]).toBe(challenge);
    expect(issuer.asked.length > before).toBe(asked);
  });

  test.each(["?access_token=x", "?_count=1&access_token=x", "?ACCESS_TOKEN=x", "?access_token", "?access_token&_count=1"])(
    "R4: a token in the query (%s) is refused, a good one in the header beside it or not",
    async (query) => {
      const before = issuer.asked.length;
      for (const authorization of [undefined, `Bearer ${await issuer.grant()}`])
        expect((await refusalOf(`/fhir/Patient${query}`, authorization)).value).toMatchObject({ status: 400, issue: "invalid" });
      expect(issuer.asked.length).toBe(before);
    },
  );

  test("R4: while the issuer's keys are away nobody is let in, and introspection is not asked", async () => {
    issuer.keysAway = true;
    const fresh = authenticator(testConfig(issuer.url, "http://store.invalid/fhir"));
    const token = await issuer.grant();
    const before = issuer.asked.length;
    const thrown = await fresh("/fhir/Patient/p1", { authorization: `Bearer ${token}` }).catch((error: unknown) => error);
    issuer.keysAway = false;
    expect((thrown as Refusal).value).toMatchObject({ status: 502, issue: "transient", headers: {} });
    expect(issuer.asked.length).toBe(before);
  });

  test("R4: every refusal of a token says the same text", async () => {
    const token = await issuer.grant({}, { claims: { aud: "x" } });
    const texts = new Set<string>();
    for (const authorization of ["Bearer abc", `Bearer ${token}`, `Bearer ${await issuer.mint({ ...authorizationOf(), id: "gone" })}`])
      texts.add((await refusalOf("/fhir/Patient/p1", authorization)).value.text);
    expect(texts.size).toBe(1);
  });
});
