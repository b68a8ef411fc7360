/** N41–N46: around the page: how members come to their record, how the page is shown, and what the server's own records tell. */
import { generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { accountToken, addIntranet } from "../../support/account-api.ts";
import { REFUSED, type RealmFacade, startFacade } from "../../support/facade.ts";
import { FACADE, MARY, NORA, TestRealm } from "../../support/realm.ts";
import { UserAgent } from "../../support/user-agent.ts";

const SCOPE = "patient/*.rs";
const ALLOW = { mode: "everything", duration: "P1Y", decision: "allow" };

let realm: TestRealm;
let facade: RealmFacade;
beforeAll(async () => {
  realm = await TestRealm.create();
  facade = await startFacade(realm, [MARY.fhirPatient, NORA.fhirPatient]);
  await addIntranet(realm);
});
beforeEach(() => realm.signInAdmin());
afterAll(() => Promise.all([facade.close(), realm.remove()]));

test("N41: a token that is bound to a key (DPoP) is not taken as one for whoever bears it", async () => {
  const flow = realm.flow(SCOPE, { prompt: "consent" });
  const shown = await flow.post(await realm.signedIn(flow), ALLOW);
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const jwk = publicKey.export({ format: "jwk" });
  const payload = {
    jti: randomUUID(),
    htm: "POST",
    htu: `${realm.issuer}/protocol/openid-connect/token`,
    iat: Math.floor(Date.now() / 1000),
  };
  const signed = [{ typ: "dpop+jwt", alg: "ES256", jwk }, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  const proof = `${signed}.${sign("sha256", Buffer.from(signed), { key: privateKey, dsaEncoding: "ieee-p1363" }).toString("base64url")}`;
  const { body } = await flow.redeem(shown, {}, { dpop: proof });
  expect(body).toMatchObject({ token_type: "DPoP", access_token: expect.any(String) });
  expect(await facade.read(body.access_token)).toEqual(REFUSED);
});

test("N42: the page cannot be framed by another site, nor kept by a cache", async () => {
  const browser = new UserAgent();
  await realm.signedIn(realm.flow(SCOPE, { prompt: "consent" }, browser));
  const { headers, status } = await browser.follow(
    realm.flow(SCOPE, { prompt: "consent" }, browser).address(),
    new URL(realm.issuer).origin,
  );
  expect(status).toBe(200);
  expect(headers.get("content-security-policy")).toContain("frame-ancestors 'self'");
  expect(headers.get("x-frame-options")).toBe("SAMEORIGIN");
  expect(headers.get("cache-control")).toContain("no-store");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
});

test("N43: where an administrator lets people register, somebody new does not name the record that is theirs", async () => {
  await realm.admin.realms.update({ realm: realm.settings.realm }, { registrationAllowed: true });
  const flow = realm.flow(SCOPE);
  const page = await flow.start({ prompt: "create" });
  expect(page).toMatchObject({ kind: "page", page: "register.ftl" });
  if (page.kind !== "page") throw new Error("no page");
  const username = `new-${randomUUID().slice(0, 8)}`;
  const password = "another-password-1";
  const form = { username, password, "password-confirm": password, email: `${username}@example.org`, firstName: "New", lastName: "Person" };
  const shown = await flow.post(
    { ...page, context: { url: { loginAction: page.context.url.registrationAction } } },
    { ...form, fhir_patient: NORA.fhirPatient, "user.attributes.fhir_patient": NORA.fhirPatient },
  );
  const [user] = await realm.admin.users.find({ username, exact: true });
  expect(user).toMatchObject({ username });
  expect(user?.attributes ?? {}).not.toHaveProperty("fhir_patient");
  expect(shown).toMatchObject({ kind: "page", page: "no-record.ftl" });
  await realm.admin.realms.update({ realm: realm.settings.realm }, { registrationAllowed: false });
});

test("N44: where an administrator lets members write attributes of any name, the link to the record is still not theirs to write", async () => {
  const profile = await realm.admin.users.getProfile();
  await realm.admin.users.updateProfile({ ...profile, unmanagedAttributePolicy: "ENABLED" as never });
  const { username, email, firstName, lastName } = MARY;
  const write = async (attributes: Record<string, string[]>) => {
    const headers = {
      authorization: `Bearer ${await accountToken(realm, MARY)}`,
      "content-type": "application/json",
      accept: "application/json",
    };
    const body = JSON.stringify({ username, email, firstName, lastName, attributes });
    return (await fetch(`${realm.issuer}/account`, { method: "POST", headers, body })).status;
  };
  expect(await write({ nickname: ["m"] })).toBe(204);
  const represented = [JSON.stringify({ patient: NORA.fhirPatient, relationship: "parent", name: "Nora" })];
  for (const attributes of [{ fhir_patient: [NORA.fhirPatient] }, { represented_patients: represented }])
    expect(await write(attributes)).toBe(400);
  expect((await realm.admin.users.findOne({ id: await realm.userId() }))?.attributes).toEqual({
    nickname: ["m"],
    fhir_patient: [MARY.fhirPatient],
  });
  await realm.admin.users.updateProfile(profile);
});

test("N45: an app's token asked to be turned into a permission ticket of the facade's client (UMA) is refused", async () => {
  const { body } = await realm.authorize(realm.flow(SCOPE, { prompt: "consent" }), { mode: "everything" });
  const answer = await fetch(`${realm.issuer}/protocol/openid-connect/token`, {
    method: "POST",
    headers: { authorization: `Bearer ${body.access_token}` },
    body: new URLSearchParams({ grant_type: "urn:ietf:params:oauth:grant-type:uma-ticket", audience: FACADE.id }),
  });
  expect(answer.status).toBeGreaterThanOrEqual(400);
});

test("N46: Keycloak's own event log does not tell what the member shares", async () => {
  const flow = realm.flow(SCOPE, { prompt: "consent" });
  const categories = ["SUD", "HIV"];
  const { body } = await realm.authorize(flow, { mode: "chosen", scope: "patient/Condition.rs", category: categories });
  expect(await realm.effective(body.access_token)).toMatchObject({ shared: categories });
  const events = JSON.stringify(await realm.admin.realms.findEvents({ realm: realm.settings.realm, max: 100 }));
  expect(events).toContain("CODE_TO_TOKEN");
  expect(events).not.toMatch(/SUD|HIV|"chosen"|patient-mary/);
});
