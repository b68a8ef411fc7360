/** C1, N10, N11: clients that register or change themselves. An initial access token makes a client, never an app of the plan. */
import { consent } from "../../support/account-api.ts";
import { claimsOf } from "../../support/authorization-flow.ts";
import { REFUSED, type RealmFacade, startFacade } from "../../support/facade.ts";
import { DIARY, MARY, NORA, TestRealm } from "../../support/realm.ts";
import { fromAttribute, mapper, register, updateRegistration } from "../../support/registration.ts";

const PATIENT_FROM_NAME = fromAttribute("firstName", "patient");

let realm: TestRealm;
let facade: RealmFacade;
beforeAll(async () => {
  realm = await TestRealm.create();
  facade = await startFacade(realm, [MARY.fhirPatient, NORA.fhirPatient]);
}, 120_000);
beforeEach(() => realm.signInAdmin());
afterAll(() => Promise.all([facade.close(), realm.remove()]));

test("C1: nobody registers a client without an initial access token", async () => {
  const answer = await fetch(`${realm.issuer}/clients-registrations/default`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ clientId: "uninvited", redirectUris: DIARY.redirectUris }),
  });
  expect(answer.status).toBe(403);
});

test("C1: a registered client that writes patient from a name the member can edit gets nobody's record", async () => {
  await register(realm, { clientId: "newcomer", protocolMappers: [PATIENT_FROM_NAME] });
  const id = await realm.userId();
  await realm.admin.users.update({ id }, { ...(await realm.admin.users.findOne({ id })), firstName: NORA.fhirPatient });
  const flow = realm.flow("openid", { app: { ...DIARY, clientId: "newcomer" } });
  const shown = await realm.signedIn(flow);
  const { body } = await flow.redeem(shown);
  expect(await facade.read(body.access_token)).toEqual(REFUSED);
  expect(await facade.read(body.access_token, `Patient/${NORA.fhirPatient}`)).toEqual(REFUSED);
});

test("C1: a registered client cannot ask for a scope of records", async () => {
  await register(realm, { clientId: "scopeless" });
  const shown = await realm.flow("patient/*.rs", { app: { ...DIARY, clientId: "scopeless" } }).start();
  expect(shown.kind === "app" && Object.fromEntries(shown.params)).toMatchObject({ error: "invalid_scope" });
  for (const scopes of [{ optionalClientScopes: ["patient/*.rs"] }, { defaultClientScopes: ["basic", "member-authorization"] }]) {
    expect(await register(realm, scopes)).toMatchObject({ status: 403 });
  }
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
  const { status, body } = await register(realm, { clientId: "pretender", consentRequired: true, fullScopeAllowed: false, attributes });
  expect({ status, attributes: body.attributes ?? {} }).not.toMatchObject({ status: 201, attributes: { owner_type: "health-plan" } });
});

test("N10: an app cannot change by its registration access token who owns it, what it is registered for or that it was verified", async () => {
  const id = await realm.clientUuid(DIARY.clientId);
  const before = (await realm.admin.clients.findOne({ id }))?.attributes;
  await updateRegistration(realm, DIARY.clientId, { attributes: { ...before, owner_type: "health-plan", owner_name: "Your plan" } });
  expect((await realm.admin.clients.findOne({ id }))?.attributes).toMatchObject({
    owner_type: "developer",
    owner_name: before?.owner_name,
  });
});

test("N11: a registered client does not come by a member's name, e-mail and account without being asked for", async () => {
  await register(realm, { clientId: "collector" });
  const flow = realm.flow("openid", { app: { ...DIARY, clientId: "collector" } });
  const shown = await realm.signedIn(flow);
  const token = shown.kind === "app" && shown.params.has("code") ? (await flow.redeem(shown)).body.access_token : undefined;
  expect(claimsOf(token)).not.toHaveProperty("email");
  expect(await consent(realm, token, "GET")).toMatchObject({ status: 401 });
});
