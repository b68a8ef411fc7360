/** C1, N10, N11: clients that register or change themselves. An initial access token makes an unverified app of a developer, and nothing more. */
import { consent } from "../../support/account-api.ts";
import { claimsOf } from "../../support/authorization-flow.ts";
import { REFUSED, type RealmFacade, startFacade } from "../../support/facade.ts";
import { DIARY, MARY, NORA, TestRealm } from "../../support/realm.ts";
import {
  fromAttribute,
  mapper,
  OWN,
  register,
  registerOwn,
  updateOwnRegistration,
  updateRegistration,
  withoutRules,
} from "../../support/registration.ts";

const PATIENT_FROM_NAME = fromAttribute("firstName", "patient");
/** A client as a developer would have made it before there were rules. */
const CLIENT = { publicClient: true, redirectUris: [...DIARY.redirectUris] };
const refused = (sentence: RegExp) => ({
  status: 400,
  body: { error: "invalid_client_metadata", error_description: expect.stringMatching(sentence) },
});

let realm: TestRealm;
let facade: RealmFacade;
/** Client id of an app that registered itself and that the plan then verified. */
let verified: string;
beforeAll(async () => {
  realm = await TestRealm.create();
  facade = await startFacade(realm, [MARY.fhirPatient, NORA.fhirPatient]);
});
beforeEach(() => realm.signInAdmin());
afterAll(() => Promise.all([facade.close(), realm.remove()]));

beforeAll(async () => {
  const { body } = await register(realm, { client_name: "Checked", logo_uri: "https://newcomer.example.org/logo.png" });
  verified = body.client_id;
  const id = await realm.clientUuid(verified);
  const client = await realm.admin.clients.findOne({ id });
  await realm.admin.clients.update({ id }, { ...client, attributes: { ...client?.attributes, verified: "true" } });
});

test("C1: nobody registers a client without an initial access token", async () => {
  expect(await register(realm, {}, undefined)).toMatchObject({ status: 403, body: { error: "insufficient_scope" } });
  expect((await realm.admin.clients.find()).filter(({ attributes }) => attributes?.owner_type !== undefined)).toHaveLength(3);
});

test("C1: nor one that writes patient from a name the member can edit", async () => {
  const answer = await registerOwn(realm, { ...OWN, clientId: "mapping", protocolMappers: [PATIENT_FROM_NAME] });
  expect(answer).toMatchObject(refused(/^Rule protocol-mappers: /));
  expect(await realm.clientUuid("mapping")).toBeUndefined();
});

test("C1: where an administrator takes the rules away, one that writes patient gets nobody's record", async () => {
  const withRules = await withoutRules(realm);
  expect(await registerOwn(realm, { ...CLIENT, clientId: "newcomer", protocolMappers: [PATIENT_FROM_NAME] })).toMatchObject({
    status: 201,
  });
  const id = await realm.userId();
  await realm.admin.users.update({ id }, { ...(await realm.admin.users.findOne({ id })), firstName: NORA.fhirPatient });
  const flow = realm.flow("openid", { app: { ...DIARY, clientId: "newcomer" } });
  const { body } = await flow.redeem(await realm.signedIn(flow));
  expect(claimsOf(body.access_token)).toMatchObject({ patient: NORA.fhirPatient });
  expect(await facade.read(body.access_token)).toEqual(REFUSED);
  expect(await facade.read(body.access_token, `Patient/${NORA.fhirPatient}`)).toEqual(REFUSED);
  await withRules();
});

test("C1: nor does such a client come by a scope of records", async () => {
  const withRules = await withoutRules(realm);
  expect(await registerOwn(realm, { ...CLIENT, clientId: "scopeless" })).toMatchObject({ status: 201 });
  const shown = await realm.flow("patient/*.rs", { app: { ...DIARY, clientId: "scopeless" } }).start();
  expect(shown.kind === "app" && Object.fromEntries(shown.params)).toMatchObject({ error: "invalid_scope" });
  for (const scopes of [{ optionalClientScopes: ["patient/*.rs"] }, { defaultClientScopes: ["basic", "member-authorization"] }]) {
    expect(await registerOwn(realm, { ...CLIENT, ...scopes })).toMatchObject({ status: 403 });
  }
  await withRules();
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

test.each([
  ["owner_type", { owner_type: "health-plan" }],
  ["verified", { verified: "true" }],
  ["owner_name", { owner_name: "Your plan" }],
])("N10: a client cannot say its own %s when it registers", async (name, attributes) => {
  const answer = await registerOwn(realm, { ...OWN, clientId: "pretender", attributes });
  expect(answer).toMatchObject(refused(new RegExp(`^${name} cannot be set by the app itself`)));
  expect(await realm.clientUuid("pretender")).toBeUndefined();
});

test("N10: nor what it is registered for: that is what it asked for and the plan supports", async () => {
  const attributes = { registered_scopes: "patient/*.rs roles", "access.token.lifespan": "86400" };
  const answer = await registerOwn(realm, {
    ...OWN,
    clientId: "modest",
    optionalClientScopes: ["patient/Condition.rs", "roles"],
    attributes,
  });
  expect(answer.status).toBe(201);
  const client = await realm.admin.clients.findOne({ id: await realm.clientUuid("modest") });
  expect(client?.attributes).toMatchObject({ owner_type: "developer", verified: "false", registered_scopes: "patient/Condition.rs" });
  expect(client?.attributes).not.toHaveProperty(["access.token.lifespan"]);
  const page = await realm.signedIn(realm.flow("patient/Condition.rs patient/Observation.rs", { app: { ...DIARY, clientId: "modest" } }));
  expect(page.kind === "page" && page.context.authorization.client).toMatchObject({
    ownerType: "developer",
    ownerName: "",
    verified: false,
  });
  expect(page.kind === "page" && page.context.authorization.types.map(({ type }: { type: string }) => type)).toEqual(["Condition"]);
});

test.each<[string, object]>([
  ["owner_type", { owner_type: "health-plan" }],
  ["owner_name", { owner_name: "Your plan" }],
])("N10: an app cannot change %s by its registration access token", async (name, attributes) => {
  const id = await realm.clientUuid(DIARY.clientId);
  const before = (await realm.admin.clients.findOne({ id }))?.attributes;
  const answer = await updateOwnRegistration(realm, DIARY.clientId, { attributes: { ...before, ...attributes } });
  expect(answer).toMatchObject(refused(new RegExp(`^${name} cannot be set by the app itself`)));
  expect((await realm.admin.clients.findOne({ id }))?.attributes).toMatchObject({
    owner_type: "developer",
    owner_name: before?.owner_name,
  });
});

test.each<[string, object, RegExp]>([
  ["its name", { client_name: "Your Health Plan" }, /^client_name cannot/],
  ["its website", { client_uri: "https://plan.example.org" }, /^client_uri cannot/],
  ["its logo, which the plan saw", { logo_uri: "https://evil.example.org/plan.png" }, /^logo_uri cannot/],
  ["its policy, which the plan saw", { policy_uri: "https://evil.example.org/policy" }, /^policy_uri cannot/],
  ["its terms, which the plan saw", { tos_uri: "https://evil.example.org/terms" }, /^tos_uri cannot/],
  ["how it signs in, which the plan saw", { token_endpoint_auth_method: "client_secret_basic" }, /^token_endpoint_auth_method cannot/],
  ["where its codes go, which the plan saw", { redirect_uris: ["https://evil.example.org/"] }, /^redirect_uris cannot/],
  ["its scopes to none", { scope: "roles" }, /^scope names no scope of records/],
  ["that it may use its own credentials as a user", { grant_types: ["client_credentials"] }, /^Rule /],
])("N10: nor %s", async (_, change, sentence) => {
  expect(await updateRegistration(realm, verified, change)).toMatchObject(refused(sentence));
});

const ELSEWHERE = {
  status: 400,
  body: {
    error: "invalid_redirect_uri",
    error_description: "redirect_uris must be at the host of client_uri, which members are shown as the owner.",
  },
};
const AT_HOST = ["https://newcomer.example.org/callback", "https://app.newcomer.example.org/callback"];
const ownerOf = async (clientId: string) =>
  (await realm.admin.clients.findOne({ id: await realm.clientUuid(clientId) }))?.attributes?.owner_name;

test("N10: its owner is the host of its website, where its codes go; nobody when they go to any program on the member's machine", async () => {
  for (const uri of [
    "https://evil.example.org/",
    "https://newcomer.example.org.evil.example/",
    "https://evilnewcomer.example.org/",
    "https://newcomer.example.org@evil.example/",
    "https://localhost.evil.example/",
  ])
    expect([uri, await register(realm, { redirect_uris: [...AT_HOST, uri] })]).toMatchObject([uri, ELSEWHERE]);
  expect(await registerOwn(realm, { ...OWN, redirectUris: ["https://evil.example.org/"] })).toMatchObject(ELSEWHERE);
  const { body } = await register(realm, { redirect_uris: AT_HOST });
  expect(await ownerOf(body.client_id)).toBe("newcomer.example.org");
  const moved = await updateRegistration(realm, body.client_id, { redirect_uris: ["https://evil.example.org/"] });
  expect(moved).toMatchObject(ELSEWHERE);
  expect((await updateRegistration(realm, body.client_id, { redirect_uris: [AT_HOST[1]] })).status).toBe(200);
  expect(await ownerOf(body.client_id)).toBe("newcomer.example.org");
  const local = [...AT_HOST, ...DIARY.redirectUris];
  expect((await updateRegistration(realm, body.client_id, { redirect_uris: local })).status).toBe(200);
  expect(await ownerOf(body.client_id)).toBeUndefined();
  expect(await ownerOf((await register(realm)).body.client_id)).toBeUndefined();
});

test("N10: Keycloak fetches its keys by https and never from its own machine; a verified app changes keys, not how it signs in", async () => {
  const keys = { token_endpoint_auth_method: "private_key_jwt", jwks_uri: "https://newcomer.example.org/jwks" };
  const { body } = await register(realm, keys);
  const id = await realm.clientUuid(body.client_id);
  for (const uri of [
    "http://newcomer.example.org/jwks",
    "http://localhost:8080/jwks",
    "https://localhost/jwks",
    "https://127.0.0.1/jwks",
    "https://[::1]/jwks",
  ]) {
    expect([uri, await register(realm, { ...keys, jwks_uri: uri })]).toMatchObject([uri, refused(/^jwks_uri must be https/)]);
    expect([uri, await updateRegistration(realm, body.client_id, { jwks_uri: uri })]).toMatchObject([
      uri,
      refused(/^jwks_uri must be https/),
    ]);
  }
  const client = await realm.admin.clients.findOne({ id });
  await realm.admin.clients.update({ id }, { ...client, attributes: { ...client?.attributes, verified: "true" } });
  expect((await updateRegistration(realm, body.client_id, { jwks_uri: "https://newcomer.example.org/new-jwks" })).status).toBe(200);
  expect((await realm.admin.clients.findOne({ id }))?.attributes?.["jwks.url"]).toBe("https://newcomer.example.org/new-jwks");
  for (const token_endpoint_auth_method of ["none", "client_secret_basic"])
    expect(await updateRegistration(realm, body.client_id, { token_endpoint_auth_method })).toMatchObject(
      refused(/^token_endpoint_auth_method cannot/),
    );
});

test.each(["https://plan.example.org", "urn:plan", "plan/app", "fhir-facade", "plan-service", "resource-server", "member-authorizations"])(
  "N10: nor does it choose %s as its client id",
  async (clientId) => {
    expect(await registerOwn(realm, { ...OWN, clientId })).toMatchObject(
      refused(/^client_id cannot be an address or a name of the plan's/),
    );
  },
);

test("N10: an app cannot win a scope by its registration access token; it can give one up", async () => {
  const { body } = await register(realm, { scope: "launch/patient patient/Observation.rs patient/Condition.rs" });
  const id = body.client_id as string;
  const registered = async () => (await realm.admin.clients.findOne({ id }))?.attributes?.registered_scopes.split(" ").sort();
  expect((await updateRegistration(realm, id, {})).status).toBe(200);
  expect(await registered()).toEqual(["launch/patient", "patient/Condition.rs", "patient/Observation.rs"]);
  expect((await updateRegistration(realm, id, { scope: "launch/patient patient/*.rs patient/Observation.rs" })).status).toBe(200);
  expect(await registered()).toEqual(["launch/patient", "patient/Observation.rs"]);
  expect((await updateRegistration(realm, id, { scope: "patient/*.rs patient/Observation.rs" })).status).toBe(200);
  expect(await registered()).toEqual(["patient/Observation.rs"]);
  const client = await realm.admin.clients.findOne({ id });
  expect(client?.optionalClientScopes?.length).toBeGreaterThan(100);
});

test("N11: nobody comes by a member's name, e-mail and account through a client that they registered", async () => {
  const { body: registered } = await register(realm, { client_name: "Collector" });
  const app = { ...DIARY, clientId: registered.client_id as string };
  for (const scope of ["openid email", "openid profile", "openid roles"])
    expect(await realm.flow(scope, { app }).start()).toMatchObject({ kind: "app" });
  const asked = await realm.signedIn(realm.flow("openid", { app }));
  expect(asked.kind === "app" && asked.params.get("error")).toBe("access_denied");
  const { body } = await realm.authorize(realm.flow("openid patient/*.rs", { app }), { mode: "all-but-sensitive" });
  expect(await facade.read(body.access_token)).toEqual({ status: 200, ids: [`${MARY.fhirPatient}-cough`] });
  for (const claim of ["email", "name", "given_name", "preferred_username", "realm_access", "resource_access"])
    expect(claimsOf(body.access_token)).not.toHaveProperty(claim);
  expect((await consent(realm, body.access_token, "GET")).status).toBeGreaterThanOrEqual(400);
});

test("N11: what a client would get where an administrator takes the rules away", async () => {
  const withRules = await withoutRules(realm);
  expect(await registerOwn(realm, { ...CLIENT, clientId: "collector" })).toMatchObject({ status: 201 });
  const flow = realm.flow("openid", { app: { ...DIARY, clientId: "collector" } });
  const { body } = await flow.redeem(await realm.signedIn(flow));
  expect(claimsOf(body.access_token)).toHaveProperty("email");
  expect([200, 204]).toContain((await consent(realm, body.access_token, "GET")).status);
  await withRules();
});
