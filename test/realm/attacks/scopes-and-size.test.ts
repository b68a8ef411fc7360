/** C2, C3 and N-rows: scopes by number, by length, by name and by what an administrator makes of them later. */
import { RESOURCE_SCOPES } from "@member-exchange/sharing-policy";
import { claimsOf } from "../../support/authorization-flow.ts";
import { type RealmFacade, startFacade } from "../../support/facade.ts";
import { DIARY, LAB_APP, MARY, TestRealm } from "../../support/realm.ts";

const BOTH = "patient/Condition.rs patient/Observation.rs";
const READS = { status: 200, ids: [`${MARY.fhirPatient}-cough`] };
const FORBIDDEN = { status: 403, ids: [] };

let realm: TestRealm;
let facade: RealmFacade;
beforeAll(async () => {
  realm = await TestRealm.create();
  facade = await startFacade(realm, [MARY.fhirPatient]);
});
beforeEach(() => realm.signInAdmin());
afterAll(() => Promise.all([facade.close(), realm.remove()]));

const errorOf = async (scope: string) => {
  const shown = await realm.flow(scope).start();
  return shown.kind === "app" ? shown.params.get("error") : shown.page;
};

test("C2: a scope parameter longer than Keycloak once took, or of more scopes than a page can show, is refused out loud", async () => {
  const distinct = RESOURCE_SCOPES.filter((name) => !name.includes("*"));
  expect(distinct.slice(0, 101).join(" ").length).toBeGreaterThan(2_000);
  expect(await errorOf(distinct.slice(0, 101).join(" "))).toBe("invalid_scope");
  expect(await errorOf(Array.from({ length: 200 }, () => "patient/Condition.rs").join(" "))).toBe("invalid_scope");
  expect(await errorOf(`patient/Condition.rs ${"x".repeat(4_000)}`)).toBe("invalid_scope");
  expect(await errorOf(`patient/Condition.rs ${"x".repeat(25_000)}`)).toBe("invalid_scope");
});

test("C2: as many scopes as are taken all arrive, in a token that fits a header", async () => {
  const names = RESOURCE_SCOPES.filter((name) => !name.includes("*")).slice(0, 100);
  const { body } = await realm.authorize(realm.flow(names.join(" "), { prompt: "consent" }), { mode: "all-but-sensitive" });
  expect(body.scope?.split(" ").sort()).toEqual([...names].sort());
  expect(body.access_token?.length).toBeLessThan(8_192);
  expect((await facade.read(body.access_token, names[0]?.slice("patient/".length).split(".")[0])).status).toBe(200);
});

test("C3: what an administrator writes about a client scope later changes no authorization", async () => {
  const { body } = await realm.authorize(realm.flow("patient/Condition.rs", { prompt: "consent" }), { mode: "all-but-sensitive" });
  const scope = await realm.admin.clientScopes.findOneByName({ name: "patient/Condition.rs" });
  const id = scope?.id as string;
  await realm.admin.clientScopes.update({ id }, { ...scope, attributes: { ...scope?.attributes, shared: "SUD,PSY", mode: "everything" } });
  expect(await realm.effective(body.access_token)).toMatchObject({ mode: "all-but-sensitive", shared: ["DEMO"] });
  expect(await facade.read(body.access_token)).toEqual(READS);
  await realm.admin.clientScopes.update({ id }, { ...scope });
});

test("C3: a client scope that takes another's name grants nothing that was not decided", async () => {
  const { body } = await realm.authorize(realm.flow("patient/Condition.rs", { prompt: "consent" }), { mode: "all-but-sensitive" });
  const scope = await realm.admin.clientScopes.findOneByName({ name: "patient/Condition.rs" });
  const id = scope?.id as string;
  const wide = await realm.admin.clientScopes.findOneByName({ name: "patient/*.rs" });
  await realm.admin.clientScopes.update({ id: wide?.id as string }, { ...wide, name: "patient/Was-all.rs" });
  await realm.admin.clientScopes.update({ id }, { ...scope, name: "patient/*.rs" });
  expect((await facade.read(body.access_token, "Observation")).status).not.toBe(200);
  await realm.admin.clientScopes.update({ id }, { ...scope });
  await realm.admin.clientScopes.update({ id: wide?.id as string }, { ...wide });
  expect(await facade.read(body.access_token)).toEqual(READS);
});

test("C3: a scope that no longer shows on Keycloak's page narrows, and never widens, what was allowed", async () => {
  const scope = await realm.admin.clientScopes.findOneByName({ name: "patient/Observation.rs" });
  const id = scope?.id as string;
  await realm.admin.clientScopes.update({ id }, { ...scope, attributes: { ...scope?.attributes, "display.on.consent.screen": "false" } });
  const flow = realm.flow(BOTH, { prompt: "consent" });
  const { body } = await realm.authorize(flow, { mode: "chosen", scope: "patient/Condition.rs" });
  expect(await facade.read(body.access_token, "Observation")).toEqual(FORBIDDEN);
  expect(await facade.read(body.access_token)).toEqual(READS);
  await realm.admin.clientScopes.update({ id }, { ...scope });
});

test("N12: a default client scope that an administrator adds to the realm later gets into no app's token, and one added to an app stops it", async () => {
  const { body } = await realm.authorize(realm.flow(BOTH, { prompt: "consent" }), { mode: "all-but-sensitive" });
  const email = await realm.admin.clientScopes.findOneByName({ name: "email" });
  const id = await realm.clientUuid(DIARY.clientId);
  await realm.admin.clients.addDefaultClientScope({ id, clientScopeId: email?.id as string });
  expect((await facade.read(body.access_token)).status).toBe(401);
  const shown = await realm.signedIn(realm.flow(BOTH));
  expect(shown.kind === "app" && shown.params.get("error")).toBe("access_denied");
  await realm.admin.clients.delDefaultClientScope({ id, clientScopeId: email?.id as string });
});

test("N13: an optional client scope that names the member does not get into the token by being asked for", async () => {
  const email = await realm.admin.clientScopes.findOneByName({ name: "email" });
  const id = await realm.clientUuid(DIARY.clientId);
  await realm.admin.clients.addOptionalClientScope({ id, clientScopeId: email?.id as string });
  const { body } = await realm.authorize(realm.flow(`${BOTH} email`, { prompt: "consent" }), { mode: "all-but-sensitive" });
  expect(body.scope?.split(" ").sort()).toEqual(BOTH.split(" "));
  expect(claimsOf(body.access_token)).not.toHaveProperty("email");
  await realm.admin.clients.delOptionalClientScope({ id, clientScopeId: email?.id as string });
});

test.each([
  ["another app's words", "patient/Condition.rs patient/*.rs"],
  ["the note that ties the code", "patient/Observation.rs member-authorization:00000000-0000-0000-0000-000000000000"],
  ["our default scope by name", "patient/Observation.rs member-authorization"],
  ["upper case", "patient/Observation.rs PATIENT/CONDITION.RS"],
  ["tabs and lines", "patient/Observation.rs\tpatient/Condition.rs"],
  ["write", "patient/Observation.rs patient/Condition.cruds"],
  ["user and system scopes", "patient/Observation.rs user/*.rs system/*.rs"],
])("N14: %s in the scope parameter win nothing", async (_, scope) => {
  const flow = realm.flow(scope, { app: LAB_APP, prompt: "consent" });
  const shown = await realm.signedIn(flow);
  if (shown.kind === "app") return expect(shown.params.get("error")).toBe("invalid_scope");
  const { body } = await flow.redeem(await flow.post(shown, { mode: "everything", decision: "allow" }));
  expect(await facade.read(body.access_token)).toMatchObject({ ids: [] });
});
