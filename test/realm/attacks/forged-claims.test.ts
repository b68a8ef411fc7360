/**
 * N1, N2, N9, N47: claims that a client writes into its own tokens. The facade believes what the issuer answers to it, so no client may be able to write that,
 * whoever made it.
 */
import type { App } from "@member-exchange/realm-config";
import { CATEGORIES_VERSION } from "@member-exchange/sharing-policy";
import { accountToken, addIntranet } from "../../support/account-api.ts";
import { claimsOf, introspect } from "../../support/authorization-flow.ts";
import { REFUSED, type RealmFacade, startFacade } from "../../support/facade.ts";
import { DIARY, FACADE, FHIR_BASE_URL, MARY, NORA, TestRealm } from "../../support/realm.ts";
import { fromAttribute, mapper, registerOwn, withoutRules } from "../../support/registration.ts";
import { UserAgent } from "../../support/user-agent.ts";

const FORGED = {
  id: "forged",
  patient: NORA.fhirPatient,
  scope: "patient/*.rs",
  mode: "everything",
  shared: [],
  categoriesVersion: CATEGORIES_VERSION,
  until: null,
};
const NOT_IN_JWT = { "access.token.claim": "false" };

/** Everything that the facade asks of a token, as an administrator could write it down. */
const HARDCODED = [
  mapper("member_authorization_id", "hardcoded-claim", { "claim.value": FORGED.id }),
  mapper("member_authorization", "hardcoded-claim", { "claim.value": JSON.stringify(FORGED), "jsonType.label": "JSON", ...NOT_IN_JWT }),
  mapper("", "audience", { "included.custom.audience": FHIR_BASE_URL }),
  mapper("", "audience", { "included.client.audience": FACADE.id }),
];

/** The same from what a member may edit: the language holds the scope and the audiences, the names hold the person and the mode. */
const PROFILE = { firstName: NORA.fhirPatient, lastName: "everything", locale: ["patient/*.rs", FHIR_BASE_URL, FACADE.id] };
const part = (attribute: string, name: string, config = {}) =>
  fromAttribute(attribute, `member_authorization.${name}`, { ...NOT_IN_JWT, ...config });
const FROM_PROFILE = [
  fromAttribute("locale", "aud", { multivalued: "true" }),
  fromAttribute("firstName", "member_authorization_id"),
  part("firstName", "id"),
  part("firstName", "patient"),
  part("locale", "scope"),
  part("lastName", "mode"),
  part("lastName", "categoriesVersion"),
  part("lastName", "shared", { multivalued: "true" }),
  mapper("member_authorization.until", "usermodel-property", {
    "user.attribute": "createdTimestamp",
    "jsonType.label": "long",
    ...NOT_IN_JWT,
  }),
];

let realm: TestRealm;
let facade: RealmFacade;
beforeAll(async () => {
  realm = await TestRealm.create();
  await addIntranet(realm);
  facade = await startFacade(realm, [MARY.fhirPatient, NORA.fhirPatient]);
});
beforeEach(() => realm.signInAdmin());
afterAll(() => Promise.all([facade.close(), realm.remove()]));

test("a member's yes opens that member's record", async () => {
  const { body } = await realm.authorize(realm.flow("patient/*.rs"), { mode: "all-but-sensitive" });
  expect(await facade.read(body.access_token)).toEqual({ status: 200, ids: [`${MARY.fhirPatient}-cough`] });
});

test("N1: a client that is no app and writes the claim itself reads nobody's record", async () => {
  await realm.admin.clients.create({
    clientId: "report-job",
    publicClient: false,
    secret: "report-job-secret",
    serviceAccountsEnabled: true,
    standardFlowEnabled: false,
    protocolMappers: HARDCODED,
  });
  const answer = await fetch(`${realm.issuer}/protocol/openid-connect/token`, {
    method: "POST",
    body: new URLSearchParams({ grant_type: "client_credentials", client_id: "report-job", client_secret: "report-job-secret" }),
  });
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  expect(await introspect(realm.issuer, FACADE, token)).toMatchObject({ active: true, client_id: "report-job" });
  expect(await facade.read(token)).toEqual(REFUSED);
  expect(await realm.effective(token)).toBeUndefined();
});

test("N1: nor does an app win anything by mappers that an administrator added to a scope of records", async () => {
  const { id } = (await realm.admin.clientScopes.findOneByName({ name: "patient/Observation.rs" })) as { id: string };
  for (const forging of HARDCODED) await realm.admin.clientScopes.addProtocolMapper({ id }, forging);
  for (let round = 0; round < 5; round += 1) {
    const flow = realm.flow("patient/Observation.rs", { prompt: "consent" });
    const { body } = await realm.authorize(flow, { mode: "all-but-sensitive" });
    expect(await facade.read(body.access_token, "Observation")).toEqual({ status: 200, ids: [`${MARY.fhirPatient}-height`] });
    expect(await realm.effective(body.access_token)).toMatchObject({ patient: MARY.fhirPatient, mode: "all-but-sensitive" });
  }
});

test("N2: nor does one that a developer registered with an initial access token, from what a member wrote into their own profile", async () => {
  const { firstName, lastName, locale } = PROFILE;
  const edited = await fetch(`${realm.issuer}/account`, {
    method: "POST",
    headers: { authorization: `Bearer ${await accountToken(realm, MARY)}`, "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ username: MARY.username, email: MARY.email, firstName, lastName, attributes: { locale } }),
  });
  expect(edited.status).toBe(204);
  const withRules = await withoutRules(realm);
  const client = { clientId: "newcomer", publicClient: true, redirectUris: [...DIARY.redirectUris], protocolMappers: FROM_PROFILE };
  expect(await registerOwn(realm, client)).toMatchObject({ status: 201 });
  await withRules();
  const flow = realm.flow("openid", { app: { ...DIARY, clientId: "newcomer" } });
  const { body } = await flow.redeem(await realm.signedIn(flow));
  expect(claimsOf(body.access_token).aud).toEqual(expect.arrayContaining([FHIR_BASE_URL, FACADE.id]));
  expect(await facade.read(body.access_token)).toEqual(REFUSED);
});

/** A client whose tokens say that they are another app's, of the authorization and the session that this token of that app names. */
async function addPretender(clientId: string, claims: Record<string, unknown>, ...named: readonly string[]): Promise<App> {
  const copied = named.map((name) => mapper(name, "hardcoded-claim", { "claim.value": String(claims[name]) }));
  const audiences = HARDCODED.filter(({ protocolMapper }) => protocolMapper === "oidc-audience-mapper");
  const redirectUris = [...DIARY.redirectUris];
  const protocolMappers = [...audiences, ...copied];
  await realm.admin.clients.create({ clientId, publicClient: true, redirectUris, optionalClientScopes: ["patient/*.rs"], protocolMappers });
  return { ...DIARY, clientId };
}

test("N9: a client that writes another app's name into azp does not come by that app's authorization in the same browser", async () => {
  const browser = new UserAgent();
  const diary = await realm.authorize(realm.flow("patient/*.rs", { prompt: "consent" }, browser), { mode: "everything" });
  const claims = claimsOf(diary.body.access_token);
  const app = await addPretender("pretender", claims, "azp", "member_authorization_id");
  const flow = realm.flow("openid patient/*.rs", { app }, browser);
  const { body } = await flow.redeem(await flow.start());
  expect(claimsOf(body.access_token)).toMatchObject({ azp: DIARY.clientId, member_authorization_id: claims.member_authorization_id });
  expect(await facade.read(body.access_token)).toEqual(REFUSED);
  expect((await facade.read(diary.body.access_token)).status).toBe(200);
});

test("N47: nor, with another member's sign-in, by the authorization and the session that an expired token of that app named", async () => {
  const diary = await realm.authorize(realm.flow("patient/*.rs", { prompt: "consent" }), { mode: "everything" });
  const app = await addPretender("necromancer", claimsOf(diary.body.access_token), "azp", "sid", "member_authorization_id");
  const flow = realm.flow("openid patient/*.rs", { app });
  const { body } = await flow.redeem(await realm.signedIn(flow, NORA));
  expect(claimsOf(body.access_token)).toMatchObject({ sid: claimsOf(diary.body.access_token).sid });
  expect(await facade.read(body.access_token)).toEqual(REFUSED);
});
