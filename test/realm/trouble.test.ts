/** R7, D8: when something goes wrong, Keycloak says so in the plan's words, in the member's language, with the way back to the app. */
import { pageContext } from "../support/authorization-flow.ts";
import { DIARY, MARY, TestRealm } from "../support/realm.ts";
import { UserAgent } from "../support/user-agent.ts";

const SCOPE = "patient/Condition.rs";

let realm: TestRealm;
beforeAll(async () => {
  realm = await TestRealm.create();
});
afterAll(() => realm.remove());

const said = async (path: string, language: string) => {
  const { body } = await new UserAgent().send(`${realm.issuer}/${path}`, { headers: { "accept-language": language } });
  const { pageId, message } = pageContext(body);
  return [pageId, message.summary];
};

test.each([
  ["en", "We do not know the app that sent you here"],
  ["es", "No conocemos la app que le trajo aquí"],
])("an app that the plan does not know, in %s", async (language, text) => {
  expect(await said("protocol/openid-connect/auth?client_id=nobody&response_type=code", language)).toEqual([
    "error.ftl",
    expect.stringContaining(text),
  ]);
});

test.each([
  ["en", "We do not have this page"],
  ["es", "No tenemos esta página"],
])("a page that is not there, in %s", async (language, text) => {
  expect(await said("no-such-page", language)).toEqual(["error.ftl", expect.stringContaining(text)]);
});

test("an app that asks wrongly", async () => {
  const app = { ...DIARY, redirectUris: ["https://elsewhere.example/"] };
  const shown = await realm.flow(SCOPE, { app }).start();
  expect(shown.kind === "page" && shown.context.message.summary).toContain("The app asked us in a way that is not right");
});

test("an app that the plan switched off", async () => {
  const id = await realm.clientUuid("lab-app");
  const client = await realm.admin.clients.findOne({ id });
  await realm.admin.clients.update({ id }, { ...client, enabled: false });
  const shown = await realm.flow(SCOPE, { app: { ...DIARY, clientId: "lab-app" } }).start();
  expect(shown.kind === "page" && shown.context.message.summary).toContain("We turned off the app that sent you here");
  // by which the page finds the realm's page of connected apps
  expect(shown.kind === "page" && shown.context.url.loginRestartFlowUrl).toContain(`/realms/${realm.settings.realm}/login-actions/`);
});

test("an answer from a browser that kept no cookies leads back to the app", async () => {
  const flow = realm.flow(SCOPE);
  const shown = await flow.start();
  const elsewhere = await realm.flow(SCOPE, {}, new UserAgent()).post(shown, { username: MARY.username, password: MARY.password });
  expect(elsewhere).toMatchObject({ kind: "page", page: "error.ftl", context: { client: { baseUrl: DIARY.website } } });
  expect(elsewhere.kind === "page" && elsewhere.context.message.summary).toContain("your browser keeps no cookies");
});

test("an answer to a page that is no longer the newest: it says so and leads on, and back to the app", async () => {
  const flow = realm.flow(SCOPE);
  const signIn = await flow.start();
  await flow.signIn(signIn, MARY.username, MARY.password);
  const again = await flow.signIn(signIn, MARY.username, MARY.password);
  expect(again).toMatchObject({ kind: "page", page: "login-page-expired.ftl", context: { client: { baseUrl: DIARY.website } } });
  const context = again.kind === "page" ? again.context : {};
  const origin = new URL(realm.issuer).origin;
  const next = pageContext((await flow.browser.follow(context.url.loginAction, origin)).body);
  expect(next.pageId).toBe("member-authorization.ftl");
});
