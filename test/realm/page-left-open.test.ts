/** R7: a page that was left open, posted twice or gone back to: no half answer, and the member is told what to do. */
import { setTimeout } from "node:timers/promises";
import type { AuthorizationFlow, Shown } from "../support/authorization-flow.ts";
import { LAB_APP, TestRealm } from "../support/realm.ts";
import { UserAgent } from "../support/user-agent.ts";

const SCOPE = "patient/Condition.rs offline_access";
const ALLOW = { mode: "everything", decision: "allow", duration: "P1Y" };

let realm: TestRealm;
beforeAll(async () => {
  realm = await TestRealm.create();
});
afterAll(() => realm.remove());

/** Nothing is remembered for the app: it gets no answer without a page. */
async function nothingIsAllowed(browser: UserAgent): Promise<void> {
  const shown = await realm.flow(SCOPE, { prompt: "none" }, browser).start();
  expect(shown.kind === "app" && shown.params.get("error")).toMatch(/^(login|interaction)_required$/);
}

/** Posts the decision after the page's time is over. */
async function tooLate(flow: AuthorizationFlow, page: Shown, decision: string): Promise<Shown> {
  const realmName = { realm: realm.settings.realm };
  await realm.admin.realms.update(realmName, { accessCodeLifespanUserAction: 1 });
  await setTimeout(2500);
  const shown = await flow.post(page, { ...ALLOW, decision });
  await realm.admin.realms.update(realmName, { accessCodeLifespanUserAction: 1800 });
  return shown;
}

test.each([["allow"], ["deny"]])(
  "%s on a page that was open too long does not count: the page comes back and says so",
  async (decision) => {
    const member = await realm.newMember();
    const browser = new UserAgent();
    await realm.authorize(realm.flow("patient/Observation.rs", { app: LAB_APP }, browser), ALLOW, member);
    const flow = realm.flow(SCOPE, {}, browser);
    const again = await tooLate(flow, await flow.start(), decision);
    expect(again).toMatchObject({ page: "member-authorization.ftl", context: { authorization: { problem: "started-again" } } });
    await nothingIsAllowed(browser);
    const { body } = await flow.redeem(await flow.post(again, ALLOW));
    expect(await realm.effective(body.access_token)).toMatchObject({ mode: "everything" });
  },
);

test("a page that was open too long in a first sign-in leads back to sign-in, which says why", async () => {
  const member = await realm.newMember();
  const browser = new UserAgent();
  const flow = realm.flow(SCOPE, {}, browser);
  const again = await tooLate(flow, await realm.signedIn(flow, member), "allow");
  expect(again).toMatchObject({ page: "login.ftl", context: { message: { type: "error", summary: expect.stringContaining("too long") } } });
  await nothingIsAllowed(browser);
  const { body } = await flow.redeem(await flow.post(await flow.signIn(again, member.username, member.password), ALLOW));
  expect(await realm.effective(body.access_token)).toMatchObject({ mode: "everything" });
});

test("a form that is posted twice counts once, whenever the second post comes, and nobody sees Keycloak's own consent page", async () => {
  for (let delay = 0; delay < 15; delay += 1) {
    const member = await realm.newMember();
    const flow = realm.flow(SCOPE);
    const page = await realm.signedIn(flow, member);
    const ids = new Set<unknown>();
    for (const answer of await Promise.all([flow.post(page, ALLOW), setTimeout(delay).then(() => flow.post(page, ALLOW))])) {
      if (answer.kind === "app" && answer.params.has("code")) {
        const { body } = await flow.redeem(answer);
        ids.add((await realm.effective(body.access_token))?.id);
      } else if (answer.kind === "app") expect(answer.params.get("error_description")).toBe("authentication_expired");
      else {
        expect(["member-authorization.ftl", "login.ftl", "error.ftl", "login-page-expired.ftl"]).toContain(answer.page);
        expect(answer.status).toBeLessThan(500);
      }
    }
    expect({ delay, ids: [...ids] }).toEqual({ delay, ids: [expect.any(String)] });
  }
});

test("what was allowed ends while a later page of the same sign-in is open: the member is asked again, on our page", async () => {
  const [alias, member] = ["member-authorization", await realm.newMember()];
  const action = await realm.admin.authenticationManagement.getRequiredActionForAlias({ alias });
  await realm.admin.authenticationManagement.updateRequiredAction({ alias }, { ...action, priority: 1 });
  const id = await realm.userId(member);
  await realm.admin.users.update({ id }, { ...(await realm.admin.users.findOne({ id })), requiredActions: ["UPDATE_PASSWORD"] });
  const flow = realm.flow(SCOPE);
  const later = await flow.post(await realm.signedIn(flow, member), ALLOW);
  expect(later).toMatchObject({ page: "login-update-password.ftl" });
  await realm.admin.users.revokeConsent({ id, clientId: flow.request.clientId });
  const password = "another-password-1";
  const again = await flow.post(later, { "password-new": password, "password-confirm": password });
  expect(again).toMatchObject({ page: "member-authorization.ftl" });
  const { body } = await flow.redeem(await flow.post(again, { ...ALLOW, mode: "all-but-sensitive" }));
  expect(await realm.effective(body.access_token)).toMatchObject({ mode: "all-but-sensitive" });
  await realm.admin.authenticationManagement.updateRequiredAction({ alias }, action as Record<string, unknown>);
});

test("back, and the same form again with more: the first answer stands, the app is told to start again", async () => {
  const member = await realm.newMember();
  const flow = realm.flow(SCOPE);
  const page = await realm.signedIn(flow, member);
  const { body } = await flow.redeem(await flow.post(page, { ...ALLOW, mode: "all-but-sensitive" }));
  const late = await flow.post(page, ALLOW);
  expect(late).toMatchObject({ kind: "app" });
  expect(late.kind === "app" && late.params.get("error_description")).toBe("authentication_expired");
  expect(await realm.effective(body.access_token)).toMatchObject({ mode: "all-but-sensitive" });
});
