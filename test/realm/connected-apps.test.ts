/** The account console: our page at `applications`, Keycloak's own everywhere else; and what the member's list says for it. */
import { claimsOf } from "../support/authorization-flow.ts";
import { call, consoleToken } from "../support/authorizations-api.ts";
import { DIARY, type TestMember, TestRealm } from "../support/realm.ts";
import { UserAgent } from "../support/user-agent.ts";

const HOSTILE = `</script><script>alert(1)</script>&<!--`;

let realm: TestRealm;
let member: TestMember;
beforeAll(async () => {
  realm = await TestRealm.create();
});
beforeEach(async () => {
  await realm.signInAdmin();
  member = await realm.newMember();
});
afterAll(() => realm.remove());

const page = (path: string) => new UserAgent().follow(`${realm.issuer}/account/${path}`, new URL(realm.issuer).origin);
const environmentOf = (html: string) => JSON.parse(/id="environment">([^<]*)</.exec(html)?.[1] ?? "");

test("the page at applications is ours, with a policy that lets nothing but its own files run", async () => {
  const { status, body } = await page("applications");
  expect(status).toBe(200);
  expect(body).toContain("connected-apps/assets/main-");
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(body)?.[1];
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  for (const [, path = ""] of body.matchAll(/(?:src|href)="([^"]+)"/g)) {
    const file = await fetch(new URL(path, realm.issuer));
    expect([path, file.status, (await file.text()).length > 0]).toEqual([path, 200, true]);
  }
});

test("the rest of the account console is Keycloak's own: sign-in, devices, details; its menu leads to our page", async () => {
  for (const path of ["", "account-security/signing-in", "account-security/device-activity"]) {
    const { status, body } = await page(path);
    expect([path, status, body.includes('id="app"')]).toEqual([path, 200, true]);
  }
  const { body } = await page("");
  const resources = JSON.parse(/id="environment" type="application\/json">([\s\S]*?)<\/script>/.exec(body)?.[1] ?? "").resourceUrl;
  const menu = (await (await fetch(new URL(`${resources}/content.json`, realm.issuer))).json()) as { label: string; path?: string }[];
  expect(menu.map(({ label }) => label)).toEqual(expect.arrayContaining(["connectedApps", "personalInfo", "accountSecurity"]));
  expect(menu.find(({ label }) => label === "connectedApps")?.path).toBe("applications");
  expect(menu.map(({ label }) => label)).not.toContain("applications");
  expect(body).toContain(`src="${resources}/connected-apps/open.js"`);
});

test("the page is told the policy and the addresses; no name from outside ends its script", async () => {
  const before = await realm.admin.realms.findOne({ realm: realm.settings.realm });
  await realm.admin.realms.update({ realm: realm.settings.realm }, { ...before, displayName: HOSTILE });
  const { body } = await page("applications");
  expect(body).not.toContain("<script>alert");
  const environment = environmentOf(body);
  expect(environment).toMatchObject({ displayName: HOSTILE, realm: realm.settings.realm, clientId: "account-console" });
  expect(environment.apiUrl).toBe(`${realm.issuer}/member-authorizations`);
  expect(environment.policy.categories.map(({ code }: { code: string }) => code)).toContain("PSYTHPN");
  await realm.admin.realms.update({ realm: realm.settings.realm }, { ...before });
});

test("the list says what was offered, the app's website and the day of the last use", async () => {
  const flow = realm.flow("launch/patient patient/Condition.rs patient/Observation.rs");
  const { body } = await realm.authorize(flow, { mode: "chosen", scope: "patient/Condition.rs" }, member);
  const token = await consoleToken(realm, member);
  const read = async () => (await call(realm, token, "GET /mine")).body[0];
  const unused = await read();
  expect(unused).toMatchObject({ resourceTypes: ["Condition"], offeredTypes: ["Condition", "Observation"], lastUsed: null });
  expect(unused.client.website).toBe(DIARY.website);
  expect(unused).toMatchObject({ shared: [], sharedToday: [], closed: [] });
  await realm.effective(body.access_token);
  await realm.effective(body.access_token);
  expect((await read()).lastUsed).toBe(new Date().toISOString().slice(0, 10));
});

test("who asks in vain, and who is not the facade, leaves no day of use", async () => {
  const { body } = await realm.authorize(realm.flow("launch/patient patient/Condition.rs"), { mode: "everything" }, member);
  const token = await consoleToken(realm, member);
  const { id } = (await call(realm, token, "GET /mine")).body[0];
  expect(id).toBe(claimsOf(body.access_token).member_authorization_id);
  await call(realm, token, `DELETE /mine/${id}`);
  expect(await realm.effective(body.access_token)).toBeUndefined();
  expect((await call(realm, token, "GET /mine")).body[0].lastUsed).toBeNull();
});
