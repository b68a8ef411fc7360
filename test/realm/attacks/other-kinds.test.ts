/** N28–N34: clients of other kinds, clients and members that came and went, and pages in other hands. */
import { REFUSED, type RealmFacade, startFacade } from "../../support/facade.ts";
import { DIARY, MARY, NORA, type TestMember, TestRealm } from "../../support/realm.ts";
import { UserAgent } from "../../support/user-agent.ts";

const SCOPE = "patient/*.rs";
const ALLOW = { mode: "everything", duration: "P1Y", decision: "allow" };

let realm: TestRealm;
let facade: RealmFacade;
let member: TestMember;
beforeAll(async () => {
  realm = await TestRealm.create();
  facade = await startFacade(realm, [MARY.fhirPatient, NORA.fhirPatient]);
});
beforeEach(async () => {
  await realm.signInAdmin();
  member = await realm.newMember();
  facade.keep(member.fhirPatient);
});
afterAll(() => Promise.all([facade.close(), realm.remove()]));

const authorized = async (whose = member) => {
  const flow = realm.flow(`${SCOPE} offline_access`);
  const { body } = await realm.authorize(flow, { mode: "everything" }, whose);
  expect((await facade.read(body.access_token)).status).toBe(200);
  return { flow, body };
};

test("N28: a client that is no app, with all our scopes and the member's password, gets a token that opens nothing", async () => {
  await realm.admin.clients.create({
    clientId: "kiosk",
    publicClient: true,
    directAccessGrantsEnabled: true,
    defaultClientScopes: ["basic", "member-authorization"],
    optionalClientScopes: [SCOPE, "launch/patient"],
  });
  await authorized();
  const { username, password } = member;
  const answer = await realm.flow("").token({ grant_type: "password", client_id: "kiosk", username, password, scope: SCOPE });
  expect(answer).toMatchObject({ status: 200, body: { scope: SCOPE } });
  expect(answer.body).not.toHaveProperty("patient");
  expect(await facade.read(answer.body.access_token)).toEqual(REFUSED);
});

test("N28: nor do Keycloak's own clients, which give no token for a password; opened by an administrator, one opens nothing", async () => {
  const { username, password } = member;
  const token = () => realm.flow("").token({ grant_type: "password", client_id: "admin-cli", username, password });
  expect((await token()).body).toMatchObject({ error: "unauthorized_client" });
  const mend = await realm.changeClient("admin-cli", { directAccessGrantsEnabled: true });
  const answer = await token();
  await mend();
  expect(answer.status).toBe(200);
  expect(await facade.read(answer.body.access_token)).toEqual(REFUSED);
});

test("N29: an app that took the client id of one that was removed inherits nothing", async () => {
  const { flow, body } = await authorized();
  const id = await realm.clientUuid(DIARY.clientId);
  const { id: _, ...client } = (await realm.admin.clients.findOne({ id })) ?? {};
  await realm.admin.clients.del({ id });
  await realm.admin.clients.create(client);
  expect(await facade.read(body.access_token)).toEqual(REFUSED);
  expect((await flow.refresh(body.refresh_token)).body.error).toBe("invalid_grant");
  const shown = await realm.signedIn(realm.flow(SCOPE), member);
  expect(shown).toMatchObject({ page: "member-authorization.ftl", context: { authorization: { returning: false } } });
});

test("N30: a member who took the username of one that was removed inherits nothing", async () => {
  const { flow, body } = await authorized();
  await realm.admin.users.del({ id: await realm.userId(member) });
  await realm.newMember(member);
  expect(await facade.read(body.access_token)).toEqual(REFUSED);
  expect((await flow.refresh(body.refresh_token)).body.error).toBe("invalid_grant");
  const shown = await realm.signedIn(realm.flow(SCOPE), member);
  expect(shown).toMatchObject({ page: "member-authorization.ftl", context: { authorization: { returning: false } } });
});

test("N31: a sign-in that an administrator links to another record takes no authorization along", async () => {
  const { flow, body } = await authorized();
  const id = await realm.userId(member);
  await realm.admin.users.update(
    { id },
    { ...(await realm.admin.users.findOne({ id })), attributes: { fhir_patient: [NORA.fhirPatient] } },
  );
  expect(await facade.read(body.access_token)).toEqual(REFUSED);
  expect((await flow.refresh(body.refresh_token)).body.error).toBe("invalid_grant");
  expect(await realm.signedIn(realm.flow(SCOPE), member)).toMatchObject({ page: "member-authorization.ftl" });
});

test("N32: a disabled sign-in shares nothing", async () => {
  const { flow, body } = await authorized();
  const id = await realm.userId(member);
  await realm.admin.users.update({ id }, { ...(await realm.admin.users.findOne({ id })), enabled: false });
  expect(await facade.read(body.access_token)).toEqual(REFUSED);
  expect((await flow.refresh(body.refresh_token)).body.error).toBe("invalid_grant");
});

test("N33: the page's address does not answer in another browser, signed in or not", async () => {
  const page = await realm.signedIn(realm.flow(SCOPE), member);
  expect(page).toMatchObject({ page: "member-authorization.ftl" });
  const stranger = new UserAgent();
  const nora = realm.flow(SCOPE, { prompt: "consent" }, stranger);
  expect(await realm.signedIn(nora, NORA)).toMatchObject({ page: "member-authorization.ftl" });
  for (const browser of [new UserAgent(), stranger]) {
    const shown = await realm.flow(SCOPE, {}, browser).post(page, ALLOW);
    expect(shown.kind === "app" && shown.params.has("code")).toBe(false);
  }
  expect(await realm.signedIn(realm.flow(SCOPE), member)).toMatchObject({ context: { authorization: { returning: false } } });
});

test("N34: a page that was shown to one member is not answered for the next who signs in in the same browser", async () => {
  const browser = new UserAgent();
  const page = await realm.signedIn(realm.flow(SCOPE, {}, browser), member);
  expect(page).toMatchObject({ page: "member-authorization.ftl" });
  const other = realm.flow(SCOPE, { prompt: "login" }, browser);
  await realm.signedIn(other, NORA);
  const shown = await other.post(page, ALLOW);
  if (shown.kind === "app" && shown.params.has("code")) {
    const { body } = await realm.flow(SCOPE, {}, browser).redeem(shown);
    expect(body).not.toHaveProperty("access_token");
  }
  const asked = await realm.signedIn(realm.flow(SCOPE), NORA);
  expect(asked).toMatchObject({ page: "member-authorization.ftl", context: { authorization: { returning: false } } });
});
