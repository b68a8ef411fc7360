/** C1, N10, N11: clients that register or change themselves. An initial access token makes a client, never an app of the plan. */
import { consent } from "../../support/account-api.ts";
import { claimsOf } from "../../support/authorization-flow.ts";
import { REFUSED, type RealmFacade, startFacade } from "../../support/facade.ts";
import { DIARY, MARY, NORA, TestRealm } from "../../support/realm.ts";
import { allowSelfRegistration, fromAttribute, mapper, register, updateRegistration } from "../../support/registration.ts";

const REJECTED = { status: 403, body: { error: "insufficient_scope", error_description: "invalid_request" } };
const PATIENT_FROM_NAME = fromAttribute("firstName", "patient");

let realm: TestRealm;
let facade: RealmFacade;
beforeAll(async () => {
  realm = await TestRealm.create();
  facade = await startFacade(realm, [MARY.fhirPatient, NORA.fhirPatient]);
}, 120_000);
beforeEach(() => realm.signInAdmin());
afterAll(() => Promise.all([facade.close(), realm.remove()]));

test("C1: nobody registers a client, with an initial access token or without", async () => {
  const answer = await fetch(`${realm.issuer}/clients-registrations/default`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ clientId: "uninvited", redirectUris: DIARY.redirectUris }),
  });
  expect(answer.status).toBe(403);
  expect(await register(realm, { clientId: "uninvited" })).toMatchObject(REJECTED);
  expect(await realm.clientUuid("uninvited")).toBeUndefined();
});

test("C1: where an administrator lets clients register, one that writes patient from a name the member can edit gets nobody's record", async () => {
  const forbid = await allowSelfRegistration(realm);
  expect(await register(realm, { clientId: "newcomer", protocolMappers: [PATIENT_FROM_NAME] })).toMatchObject({ status: 201 });
  const id = await realm.userId();
  await realm.admin.users.update({ id }, { ...(await realm.admin.users.findOne({ id })), firstName: NORA.fhirPatient });
  const flow = realm.flow("openid", { app: { ...DIARY, clientId: "newcomer" } });
  const { body } = await flow.redeem(await realm.signedIn(flow));
  expect(claimsOf(body.access_token)).toMatchObject({ patient: NORA.fhirPatient });
  expect(await facade.read(body.access_token)).toEqual(REFUSED);
  expect(await facade.read(body.access_token, `Patient/${NORA.fhirPatient}`)).toEqual(REFUSED);
  await forbid();
});

test("C1: nor does such a client come by a scope of records", async () => {
  const forbid = await allowSelfRegistration(realm);
  expect(await register(realm, { clientId: "scopeless" })).toMatchObject({ status: 201 });
  const shown = await realm.flow("patient/*.rs", { app: { ...DIARY, clientId: "scopeless" } }).start();
  expect(shown.kind === "app" && Object.fromEntries(shown.params)).toMatchObject({ error: "invalid_scope" });
  for (const scopes of [{ optionalClientScopes: ["patient/*.rs"] }, { defaultClientScopes: ["basic", "member-authorization"] }]) {
    expect(await register(realm, scopes)).toMatchObject({ status: 403 });
  }
  await forbid();
});

test("C1: an app to which such a mapper was added asks nobody and shares nothing, its patient stays the plan's", async () => {
  const { body } = await realm.authorize(realm.flow("patient/*.rs"), { mode: "all-but-sensitive" }, NORA);
  expect(await facade.read(body.access_token)).toEqual({ status: 200, ids: [`${NORA.fhirPatient}-cough`] });
  const id = await realm.clientUuid(DIARY.clientId);
  await realm.admin.clients.addProtocolMapper({ id }, PATIENT_FROM_NAME);
  expect(await facade.read(body.access_token)).toEqual(REFUSED);
  const shown = await realm.signedIn(realm.flow("patient/*.rs"), NORA);
  expect(shown.kind === "app" && shown.params.get("error")).toBe("access_denied");
  for (const { id: mapperId } of await realm.admin.clients.listProtocolMappers({ id }))
    await realm.admin.clients.delProtocolMapper({ id, mapperId: mapperId as string });
});

test("C1: a mapper that an administrator added to a scope of records does not write patient either", async () => {
  const { id } = (await realm.admin.clientScopes.findOneByName({ name: "patient/Condition.rs" })) as { id: string };
  await realm.admin.clientScopes.addProtocolMapper({ id }, mapper("patient", "hardcoded-claim", { "claim.value": NORA.fhirPatient }));
  for (let round = 0; round < 5; round += 1) {
    const { body } = await realm.authorize(realm.flow("patient/Condition.rs", { prompt: "consent" }), { mode: "all-but-sensitive" });
    expect(body.patient).toBe(MARY.fhirPatient);
    expect(await facade.read(body.access_token)).toEqual({ status: 200, ids: [`${MARY.fhirPatient}-cough`] });
  }
});

test("N10: a client cannot register as an app of the plan's, nor call itself verified", async () => {
  const attributes = {
    owner_type: "health-plan",
    verified: "true",
    registered_scopes: "patient/*.rs",
    "pkce.code.challenge.method": "S256",
  };
  const client = { clientId: "pretender", consentRequired: true, fullScopeAllowed: false, attributes };
  expect(await register(realm, client)).toMatchObject(REJECTED);
  expect(await realm.clientUuid("pretender")).toBeUndefined();
});

test("N10: an app cannot change by its registration access token who owns it, what it is registered for or that it was verified", async () => {
  const id = await realm.clientUuid(DIARY.clientId);
  const before = (await realm.admin.clients.findOne({ id }))?.attributes;
  const attributes = { ...before, owner_type: "health-plan", owner_name: "Your plan" };
  expect(await updateRegistration(realm, DIARY.clientId, { attributes })).toMatchObject(REJECTED);
  expect((await realm.admin.clients.findOne({ id }))?.attributes).toMatchObject({
    owner_type: "developer",
    owner_name: before?.owner_name,
  });
});

test("N11: nobody comes by a member's name, e-mail and account through a client that they registered", async () => {
  expect(await register(realm, { clientId: "collector" })).toMatchObject(REJECTED);
  const flow = realm.flow("openid", { app: { ...DIARY, clientId: "collector" } });
  expect(await flow.start()).toMatchObject({ kind: "page", page: "error.ftl" });

  // what it would get where an administrator lets clients register
  const forbid = await allowSelfRegistration(realm);
  expect(await register(realm, { clientId: "collector" })).toMatchObject({ status: 201 });
  const { body } = await flow.redeem(await realm.signedIn(flow));
  expect(claimsOf(body.access_token)).toHaveProperty("email");
  expect([200, 204]).toContain((await consent(realm, body.access_token, "GET")).status);
  await forbid();
});
