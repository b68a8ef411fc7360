/** A4, A5, C4: what is remembered of an answer, and for how long. */
import { claimsOf } from "../../support/authorization-flow.ts";
import { REFUSED, type RealmFacade, startFacade } from "../../support/facade.ts";
import { type TestMember, TestRealm } from "../../support/realm.ts";
import { UserAgent } from "../../support/user-agent.ts";

const SCOPE = "launch/patient patient/Condition.rs patient/Observation.rs";
const NARROW = { mode: "chosen", scope: "patient/Condition.rs" };
const FORBIDDEN = { status: 403, ids: [] };

let realm: TestRealm;
let facade: RealmFacade;
let member: TestMember;
beforeAll(async () => {
  realm = await TestRealm.create();
  facade = await startFacade(realm);
});
beforeEach(async () => {
  await realm.signInAdmin();
  member = await realm.newMember();
  facade.keep(member.fhirPatient);
});
afterAll(() => Promise.all([facade.close(), realm.remove()]));

const conditions = (...names: string[]) => ({ status: 200, ids: names.map((name) => `${member.fhirPatient}-${name}`) });

test("A4: a narrower answer ends what was wider, at once: no token keeps the wider scopes until it expires", async () => {
  const browser = new UserAgent();
  const wide = realm.flow(SCOPE, {}, browser);
  const first = await realm.authorize(wide, { mode: "everything" }, member);
  expect(await facade.read(first.body.access_token)).toEqual(conditions("cough", "psy"));
  const second = await realm.authorize(realm.flow(SCOPE, { prompt: "consent" }, browser), NARROW, member);
  expect(claimsOf(first.body.access_token).scope).toContain("patient/Observation.rs");
  for (const path of ["Condition", "Observation"]) expect(await facade.read(first.body.access_token, path)).toEqual(REFUSED);
  expect((await wide.refresh(first.body.refresh_token)).body.error).toBe("invalid_grant");
  expect(await facade.read(second.body.access_token)).toEqual(conditions("cough"));
});

test("A5: a member who ticked less is not asked about the same request again, also with prompt=none", async () => {
  const browser = new UserAgent();
  await realm.authorize(realm.flow(SCOPE, {}, browser), NARROW, member);
  for (const request of [{}, { prompt: "none" }]) {
    const flow = realm.flow(SCOPE, request, browser);
    const { body } = await flow.redeem(await flow.start());
    expect(await facade.read(body.access_token)).toEqual(conditions("cough"));
    expect(await facade.read(body.access_token, "Observation")).toEqual(FORBIDDEN);
  }
  const more = await realm.flow(`${SCOPE} patient/Goal.rs`, { prompt: "none" }, browser).start();
  expect(more.kind === "app" && more.params.get("error")).toBe("interaction_required");
});

test("C4: only this time: no refresh token, no offline access, and the member is asked when the app comes back, signed out or not", async () => {
  const browser = new UserAgent();
  const flow = realm.flow(`${SCOPE} offline_access`, {}, browser);
  const { body } = await realm.authorize(flow, { mode: "everything", duration: "once" }, member);
  expect(body).not.toHaveProperty("refresh_token");
  expect(body.scope).not.toContain("offline_access");
  expect(await facade.read(body.access_token)).toEqual(conditions("cough", "psy"));

  expect(await realm.flow(SCOPE, {}, browser).start()).toMatchObject({ page: "member-authorization.ftl" });
  const silent = await realm.flow(SCOPE, { prompt: "none" }, browser).start();
  expect(silent.kind === "app" && silent.params.get("error")).toBe("interaction_required");
  await realm.admin.users.logout({ id: await realm.userId(member) });
  const page = await realm.signedIn(realm.flow(SCOPE, {}, browser), member);
  expect(page).toMatchObject({ page: "member-authorization.ftl" });
  const sensitive = page.kind === "page" ? page.context.authorization.categories : [];
  expect(sensitive.filter((row: { chosen: boolean }) => row.chosen)).toMatchObject([{ code: "DEMO" }]);
});
