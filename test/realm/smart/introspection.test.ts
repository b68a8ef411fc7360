/** Token introspection for others (SMART App Launch 2.2, RFC 7662) and revocation (RFC 7009). */
import type { App } from "@member-exchange/realm-config";
import { type AuthorizationFlow, claimsOf, introspect, type Tokens } from "../../support/authorization-flow.ts";
import { REFUSED, type RealmFacade, startFacade } from "../../support/facade.ts";
import { firstRefusal } from "../../support/first-refusal.ts";
import { authorizeFor, newParent } from "../../support/people.ts";
import { DIARY, FACADE, FHIR_BASE_URL, LAB_APP, type TestMember, TestRealm } from "../../support/realm.ts";
import { mapper } from "../../support/registration.ts";
import { basic, endpoint, type Posted, post } from "../../support/smart-app.ts";

const SECRET = "clinic-secret";
const CLINIC: App = { ...DIARY, clientId: "clinic", authentication: { method: "client_secret_basic", secret: SECRET } };
/** Another resource server of the plan. */
const SERVER = { id: "claims-service", secret: "claims-secret" };
const SCOPE = "launch/patient openid fhirUser offline_access patient/*.rs";
const ALLOW = { mode: "chosen", category: ["PSY", "DEMO"], duration: "P1Y", decision: "allow" };
const INACTIVE = { active: false };

let realm: TestRealm;
let facade: RealmFacade;
let member: TestMember;
beforeAll(async () => {
  realm = await TestRealm.create({ apps: [DIARY, LAB_APP, CLINIC], resourceServer: SERVER });
  facade = await startFacade(realm);
});
beforeEach(async () => {
  await realm.signInAdmin();
  member = await realm.newMember();
  facade.keep(member.fhirPatient);
});
afterAll(() => Promise.all([facade.close(), realm.remove()]));

type Held = { readonly flow: AuthorizationFlow; readonly body: Tokens["body"] };
async function granted(scope = SCOPE, app: App = DIARY, answer: Record<string, string | readonly string[]> = ALLOW): Promise<Held> {
  const flow = realm.flow(scope, { app });
  const page = await realm.signedIn(flow, member);
  const everyType = page.kind === "page" ? page.context.authorization.types.map(({ scope }: { scope: string }) => scope) : [];
  const shown = await flow.post(page, { scope: everyType.flatMap((words: string) => words.split(" ")), ...answer });
  return { flow, body: (await flow.redeem(shown, app === CLINIC ? { client_secret: SECRET } : {})).body };
}
const asked = (token: string | undefined) => introspect(realm.issuer, SERVER, token);
const sorted = (scope: unknown) => String(scope).split(" ").sort();

describe("SMART 2.2, token introspection", () => {
  test("active: what the specification lists, and nothing of the member's choice, name or session", async () => {
    const { body } = await granted();
    const jwt = claimsOf(body.access_token);
    const { scope, ...answer } = await asked(body.access_token);
    expect(answer).toEqual({
      active: true,
      client_id: DIARY.clientId,
      exp: jwt.exp,
      iss: realm.issuer,
      sub: jwt.sub,
      patient: member.fhirPatient,
      fhirUser: `${FHIR_BASE_URL}/Patient/${member.fhirPatient}`,
      aud: jwt.aud,
      iat: jwt.iat,
      jti: jwt.jti,
      token_type: "Bearer",
    });
    expect(sorted(scope)).toEqual(sorted(body.scope));
    expect(claimsOf(body.id_token)).toMatchObject({ iss: answer.iss, sub: answer.sub, fhirUser: answer.fhirUser });
  });

  test("active: patient and scope are those of the token response, after a refresh too and with a narrowed scope", async () => {
    const { flow, body } = await granted(SCOPE, DIARY, { ...ALLOW, scope: ["patient/Condition.rs", "patient/Goal.rs"] });
    for (const fields of [{}, { scope: "launch/patient offline_access patient/Goal.rs" }] as Record<string, string>[]) {
      const again = await flow.refresh(body.refresh_token, fields);
      body.refresh_token = again.body.refresh_token as string;
      const answer = await asked(again.body.access_token);
      expect([sorted(answer.scope), answer.patient]).toEqual([sorted(again.body.scope), again.body.patient]);
    }
  });

  test.each(["patient/Observation.rs", "patient/*.s"])(
    "active: what an app's registration lost is taken out of the answer: %s",
    async (left) => {
      const { body } = await granted("launch/patient patient/*.rs", LAB_APP);
      const mend = await realm.changeClient(LAB_APP.clientId, { attributes: { registered_scopes: `launch/patient ${left}` } });
      const told =
        left === "patient/*.s" ? ["launch/patient", "patient/DiagnosticReport.s", "patient/Observation.s"] : ["launch/patient", left];
      expect(sorted((await asked(body.access_token)).scope)).toEqual(told);
      await mend();
    },
  );

  test("fhirUser is there when it was granted and the member is the patient, and patient is the person represented", async () => {
    expect(await asked((await granted("openid patient/Goal.rs")).body.access_token)).not.toHaveProperty("fhirUser");
    const parent = await newParent(realm);
    const child = await authorizeFor(realm, realm.flow("openid fhirUser patient/Goal.rs"), parent, "tom", { mode: "all-but-sensitive" });
    const answer = await asked(child.body.access_token);
    expect(answer).toMatchObject({ active: true, patient: parent.tom });
    expect(answer).not.toHaveProperty("fhirUser");
  });

  test.each<[string, (held: Held) => Promise<unknown>]>([
    ["the app revoked it", ({ body }) => post(endpoint(realm, "revoke"), { token: body.access_token ?? "", client_id: DIARY.clientId })],
    ["the member stopped it", async () => realm.admin.users.revokeConsent({ id: await realm.userId(member), clientId: DIARY.clientId })],
    [
      "another answer took its place",
      async ({ flow }) => realm.authorize(realm.flow(SCOPE, { prompt: "consent" }, flow.browser), { mode: "everything" }, member),
    ],
    ["the member was disabled", async () => realm.admin.users.update({ id: await realm.userId(member) }, { enabled: false })],
    [
      "the relationship ended",
      async () => realm.admin.users.update({ id: await realm.userId(member) }, { attributes: { fhir_patient: [] }, email: member.email }),
    ],
  ])("inactive, and not a word more: %s", async (_, end) => {
    const held = await granted();
    expect(await asked(held.body.access_token)).toMatchObject({ active: true });
    await end(held);
    expect(await asked(held.body.access_token)).toEqual(INACTIVE);
  });

  test("inactive while the app breaks a rule for apps", async () => {
    const { body } = await granted();
    const mend = await realm.changeClient(DIARY.clientId, { directAccessGrantsEnabled: true });
    expect(await asked(body.access_token)).toEqual(INACTIVE);
    await mend();
  });

  test("inactive, and not a word more: what is no access token of an app, for the facade as for others", async () => {
    const { body } = await granted();
    const [head, payload, signature = ""] = (body.access_token ?? "").split(".");
    const forged = [head, payload, `${signature.startsWith("A") ? "B" : "A"}${signature.slice(1)}`].join(".");
    for (const token of ["invalid_token_value", "", forged, body.id_token, body.refresh_token, SERVER.secret]) {
      if (token === "") continue;
      expect([token, await asked(token)]).toEqual([token, INACTIVE]);
    }
    expect(await introspect(realm.issuer, FACADE, "invalid_token_value")).toEqual(INACTIVE);
  });

  test("inactive, and not a word more: a token with a scope of records of a client that is no app", async () => {
    const clientId = "report";
    await realm.admin.clients.create({
      clientId,
      publicClient: true,
      redirectUris: [...DIARY.redirectUris],
      optionalClientScopes: ["patient/Goal.rs"],
      protocolMappers: [SERVER.id, FACADE.id].map((id) => mapper("", "audience", { "included.client.audience": id })),
    });
    const tokenOf = async (scope: string) => {
      const flow = realm.flow(scope, { app: { ...DIARY, clientId } });
      return (await flow.redeem(await realm.signedIn(flow, member))).body;
    };
    const body = await tokenOf("openid patient/Goal.rs");
    expect(sorted(body.scope)).toContain("patient/Goal.rs");
    expect(await asked(body.access_token)).toEqual(INACTIVE);
    expect(await introspect(realm.issuer, FACADE, body.access_token)).toMatchObject({ active: true, client_id: clientId });
    expect(await realm.effective(body.access_token)).toBeUndefined();
    expect(await asked((await tokenOf("openid")).access_token)).toMatchObject({ active: true, client_id: clientId });
  });

  test("D3: the choice is told to the facade alone", async () => {
    const { body } = await granted();
    expect(await realm.effective(body.access_token)).toMatchObject({ mode: "chosen", shared: expect.arrayContaining(["PSY"]) });
    expect(JSON.stringify(await asked(body.access_token))).not.toMatch(/chosen|PSY|shared|member_authorization/);
  });

  test("as a JWT: the same, and for an inactive token none", async () => {
    const mend = await realm.changeClient(SERVER.id, { attributes: { "client.introspection.response.allow.jwt.claim.enabled": "true" } });
    const { body } = await granted();
    const headers = { accept: "application/jwt", authorization: basic(SERVER) };
    const address = endpoint(realm, "token/introspect");
    const answer = await post(address, { token: body.access_token ?? "" }, headers);
    expect(claimsOf(answer.body.jwt)).toMatchObject({ patient: member.fhirPatient });
    expect(JSON.stringify(claimsOf(answer.body.jwt))).not.toMatch(/chosen|PSY|shared|member_authorization|username/);
    await post(endpoint(realm, "revoke"), { token: body.access_token ?? "", client_id: DIARY.clientId });
    expect((await post(address, { token: body.access_token ?? "" }, headers)).body).toEqual(INACTIVE);
    await mend();
  });

  const ask = (fields: Record<string, string>, headers: Record<string, string>): Promise<Posted> =>
    post(endpoint(realm, "token/introspect"), fields, headers);
  test("RFC 7662 section 2.1: nobody asks without credentials, and no public client", async () => {
    const token = (await granted()).body.access_token ?? "";
    expect((await ask({ token }, {})).status).toBe(401);
    expect((await ask({ token }, { authorization: basic({ ...SERVER, secret: "wrong" }) })).status).toBe(401);
    expect((await ask({ token, client_id: DIARY.clientId }, {})).status).toBe(403);
    expect((await ask({}, { authorization: basic(SERVER) })).status).toBe(400);
  });

  test("an app that is in no audience, whose token it is or not, is told that it is not active", async () => {
    for (const app of [CLINIC, DIARY]) {
      const { body } = await granted("patient/Goal.rs", app);
      expect(await introspect(realm.issuer, { id: CLINIC.clientId, secret: SECRET }, body.access_token)).toEqual(INACTIVE);
    }
  });

  test("the other resource server's credentials get no token", async () => {
    const answer = await post(endpoint(realm, "token"), { grant_type: "client_credentials" }, { authorization: basic(SERVER) });
    expect(answer.status).toBe(401);
  });
});

describe("RFC 7009, token revocation", () => {
  const revoke = (fields: Record<string, string>, headers: Record<string, string> = {}) => post(endpoint(realm, "revoke"), fields, headers);

  test("section 2.1: an access token that its app revokes opens nothing within five seconds, and refresh goes on", async () => {
    const { flow, body } = await granted();
    expect((await facade.read(body.access_token)).status).toBe(200);
    expect((await revoke({ token: body.access_token ?? "", token_type_hint: "access_token", client_id: DIARY.clientId })).status).toBe(200);
    expect(await facade.read(body.access_token)).toEqual(REFUSED);
    const again = await flow.refresh(body.refresh_token);
    expect((await facade.read(again.body.access_token)).status).toBe(200);
  });

  test.each(["launch/patient patient/Condition.rs", "launch/patient offline_access patient/Condition.rs"])(
    "section 2.1: a refresh token that its app revokes ends the access tokens with it (%s)",
    async (scope) => {
      const { flow, body } = await granted(scope);
      expect((await revoke({ token: body.refresh_token ?? "", token_type_hint: "refresh_token", client_id: DIARY.clientId })).status).toBe(
        200,
      );
      expect((await flow.refresh(body.refresh_token)).body.error).toBe("invalid_grant");
      expect(await facade.read(body.access_token)).toEqual(REFUSED);
    },
  );

  test("section 2.2: a token that is unknown, or revoked already, is answered 200", async () => {
    const { body } = await granted();
    const fields = { token: body.refresh_token ?? "", client_id: DIARY.clientId };
    for (const token of ["unknown-token", fields.token, fields.token]) expect((await revoke({ ...fields, token })).status).toBe(200);
  });

  test("section 2.1: another app's token is refused and goes on, and a confidential app authenticates", async () => {
    const { body } = await granted("launch/patient patient/Condition.rs", CLINIC);
    const token = body.access_token ?? "";
    expect((await revoke({ token, client_id: DIARY.clientId })).status).toBe(400);
    expect((await revoke({ token, client_id: CLINIC.clientId })).status).toBe(401);
    expect((await revoke({ token }, { authorization: basic(SERVER) })).status).toBe(400);
    expect((await facade.read(token)).status).toBe(200);
    expect((await revoke({ token }, { authorization: basic({ id: CLINIC.clientId, secret: SECRET }) })).status).toBe(200);
    expect(await facade.read(token)).toEqual(REFUSED);
  });

  test("a facade that remembers answers sees the revocation within five seconds", async () => {
    const remembering = await startFacade(realm, [member.fhirPatient], true);
    const { body } = await granted();
    expect((await remembering.read(body.access_token)).status).toBe(200);
    await revoke({ token: body.refresh_token ?? "", client_id: DIARY.clientId });
    expect((await firstRefusal(remembering, body.access_token, Date.now())).servedLate).toBe(0);
    await remembering.close();
  });
});
