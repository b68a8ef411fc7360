/** R11, issue of suspension: `npm run apps` from registration to removal, and the ledger of what was decided. */
import { setTimeout } from "node:timers/promises";
import { type App, applyRealm, appsThatBreakRules } from "@member-exchange/realm-config";
import { applyApp } from "../../realm-config/src/apply/apply-clients.ts";
import { openSession, type Session } from "../../realm-config/src/apply/session.ts";
import { rotateKey } from "../../realm-config/src/apps/rotate-key.ts";
import { apps, jsonFile } from "../support/apps.ts";
import { call, consoleToken } from "../support/authorizations-api.ts";
import { REFUSED, type RealmFacade, startFacade } from "../support/facade.ts";
import { firstRefusal } from "../support/first-refusal.ts";
import { DIARY, FHIR_BASE_URL, LAB_APP, MARY, TestRealm } from "../support/realm.ts";
import { preparedUpdate, register as registerItself } from "../support/registration.ts";

const READS = { status: 200, ids: [`${MARY.fhirPatient}-cough`] };
const NEW: App = { ...DIARY, clientId: "new-app", name: "New App", authentication: { method: "client_secret_basic" } };

let realm: TestRealm;
let facade: RealmFacade;
beforeAll(async () => {
  realm = await TestRealm.create();
  facade = await startFacade(realm, [MARY.fhirPatient], true);
});
beforeEach(() => realm.signInAdmin());
afterAll(() => Promise.all([facade.close(), realm.remove()]));

const register = (app: object, ...words: string[]) => apps(realm, "register", "--file", jsonFile(app), ...words);
const ledger = async (clientId: string) => JSON.parse((await apps(realm, "ledger", clientId, "--json")).text) as Record<string, unknown>[];

test("R11 an app is registered once, left alone the second time, and changed only when that is said", async () => {
  const created = await register(NEW);
  expect(created.text).toMatch(/^new-app: created/);
  for (const needed of [
    FHIR_BASE_URL,
    `${FHIR_BASE_URL}/.well-known/smart-configuration`,
    `${realm.issuer}/protocol/openid-connect/auth`,
    "patient/*.rs",
    "docs/app-developer-guide.md",
  ])
    expect(created.text).toContain(needed);
  const secret = /client_secret +(\S+)/.exec(created.text)?.[1];
  expect(secret).toMatch(/^\S{20,}$/);

  const again = await register(NEW);
  expect(again.text).toMatch(/^new-app: unchanged/);
  expect(again.text).not.toContain(secret);

  const differs = await register({ ...NEW, name: "Newer App" });
  expect(differs).toEqual({ ok: false, text: expect.stringContaining('name: "New App" → "Newer App"') });
  expect((await apps(realm, "show", "new-app")).text).toContain("New App");
  expect((await register({ ...NEW, name: "Newer App" }, "--update")).text).toMatch(/^new-app: changed/);
  expect((await apps(realm, "list")).text).toMatch(/new-app +Newer App +developer +Willow Diary Company +active/);
});

test("R11 the same by options, and a client that is no app is not taken over", async () => {
  const words = [
    "--client-id",
    "by-options",
    "--name",
    "By Options",
    "--owner-type",
    "developer",
    "--owner-name",
    "Somebody",
    "--website",
    "https://app.example.org",
  ];
  const given = [
    ...words,
    "--redirect-uri",
    "https://app.example.org/cb",
    "--scope",
    "launch/patient patient/*.rs",
    "--authentication",
    "none",
  ];
  expect((await apps(realm, "register", ...given)).text).toMatch(/^by-options: created/);
  expect((await apps(realm, "list")).text).toMatch(/by-options .*Somebody \(not verified\)/);
  expect(await register({ ...NEW, clientId: "fhir-facade" })).toEqual({
    ok: false,
    text: expect.stringContaining("is a client of this realm and no app"),
  });
  expect((await apps(realm, "show", "nobody")).text).toBe("There is no app nobody: see npm run apps -- list.");
});

test("a secret is made anew and the old one stops; a public app has none", async () => {
  const rotated = await apps(realm, "rotate-key", "new-app");
  expect(rotated.text).toMatch(/^client_secret +\S{20,}.*\nThe old secret stopped working at once\.$/);
  expect((await apps(realm, "rotate-key", DIARY.clientId)).text).toContain("is a public app");
});

test("keys are replaced by a file or an address, never by a private key", async () => {
  const key = {
    kty: "EC",
    crv: "P-256",
    kid: "one",
    x: "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
    y: "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
  };
  const plan = {
    ...NEW,
    clientId: "other-plan",
    ownerType: "health-plan",
    authentication: { method: "private_key_jwt", jwks: { keys: [key] } },
  };
  expect((await register(plan)).text).toMatch(/^other-plan: created/);
  expect((await register(plan)).text).toMatch(/^other-plan: unchanged/);
  expect((await apps(realm, "rotate-key", "other-plan")).text).toContain("name the new ones");
  expect((await apps(realm, "rotate-key", "other-plan", "--jwks-file", jsonFile({ keys: [{ ...key, d: "d" }] }))).text).toContain(
    "is a private key",
  );
  expect((await apps(realm, "rotate-key", "other-plan", "--jwks-uri", "https://plan.example.org/jwks")).text).toContain(
    "new public keys count",
  );
  expect((await apps(realm, "show", "other-plan")).text).toContain("keys at https://plan.example.org/jwks");
});

test("suspending needs a published reason and the evidence", async () => {
  expect((await apps(realm, "suspend", DIARY.clientId, "--reason", "disliked", "--note", "x")).text).toMatch(
    /^The reason must be one of .*security-incident/,
  );
  expect((await apps(realm, "suspend", DIARY.clientId, "--reason", "security-incident")).text).toContain("--reason and --note are needed");
  expect(await ledger(DIARY.clientId)).toMatchObject([{ decision: "register" }]);
});

test("a suspended app's data stops within five seconds, its members are told, and resuming brings it back", async () => {
  const flow = realm.flow("launch/patient patient/*.rs offline_access");
  const { body } = await realm.authorize(flow, { mode: "all-but-sensitive" });
  expect(await facade.read(body.access_token)).toEqual(READS);
  const suspended = await apps(realm, "suspend", DIARY.clientId, "--reason", "security-incident", "--note", "incident 7, since Monday");
  expect(suspended.ok).toBe(true);
  expect((await firstRefusal(facade, body.access_token, Date.now())).servedLate).toBe(0);
  expect((await flow.refresh(body.refresh_token)).status).toBeGreaterThanOrEqual(400);
  const token = await consoleToken(realm, MARY);
  expect((await call(realm, token, "GET /mine")).body[0]).toMatchObject({ state: "app-suspended" });
  expect((await apps(realm, "list")).text).toMatch(/willow-diary .*suspended since .*: security-incident/);
  expect(await appsThatBreakRules(await openSession(realm.settings))).toEqual([]);

  // applying the realm does not bring it back, and neither does saying it again write a second row
  expect((await applyRealm(realm.settings)).changed).toEqual([]);
  await apps(realm, "suspend", DIARY.clientId, "--reason", "security-incident", "--note", "incident 7, since Monday");

  expect((await apps(realm, "resume", DIARY.clientId, "--note", "patched, checked on Friday")).ok).toBe(true);
  expect((await apps(realm, "resume", DIARY.clientId, "--note", "again")).text).toBe("The app is not suspended.");
  expect(await facade.read(body.access_token)).toEqual(READS);
  expect((await call(realm, token, "GET /mine")).body[0]).toMatchObject({ state: "current" });
  const { username } = realm.settings.admin as { username: string };
  expect(await ledger(DIARY.clientId)).toMatchObject([
    { decision: "register", adminName: username },
    {
      decision: "suspend",
      reason: "security-incident",
      note: "incident 7, since Monday",
      adminName: username,
      adminId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    },
    { decision: "resume", reason: null, note: "patched, checked on Friday" },
  ]);
});

test.each<[string, string, (session: Session) => Promise<unknown>]>([
  ["changed", "new-app", (session) => applyApp(session, { ...NEW, name: "Newest App" })],
  ["given other keys", "other-plan", (session) => rotateKey(session, "other-plan", { jwksUri: "https://plan.example.org/other" })],
])("an app that is suspended while it is %s stays suspended", async (_, clientId, change) => {
  const session = await openSession(realm.settings);
  const { clients } = session.keycloak;
  const update = clients.update;
  clients.update = async (...all) => {
    await apps(realm, "suspend", clientId, "--reason", "security-incident", "--note", "incident 8, in the middle");
    return update(...all);
  };
  await change(session);
  expect((await apps(realm, "show", clientId)).text).toMatch(/Newest App|plan\.example\.org\/other/);
  expect((await apps(realm, "list")).text).toMatch(new RegExp(`${clientId} .*suspended since`));
  expect((await ledger(clientId)).at(-1)).toMatchObject({ decision: "suspend" });
});

test("an app that changes itself at the same time does not undo its suspension, and cannot change itself while it is suspended", async () => {
  const clientId = (await registerItself(realm)).body.client_id as string;
  const id = await realm.clientUuid(clientId);
  const suspend = `${realm.settings.keycloakUrl}/admin/realms/${realm.settings.realm}/member-exchange-apps/${id}/suspend`;
  for (let round = 0; round < 5; round += 1) {
    const change = await preparedUpdate(realm, clientId);
    const headers = { "content-type": "application/json", authorization: `Bearer ${await realm.admin.getAccessToken()}` };
    const body = JSON.stringify({ reason: "security-incident", note: `round ${round}` });
    const [suspended, changed] = await Promise.all([fetch(suspend, { method: "POST", headers, body }), change()]);
    expect(suspended.status).toBe(200);
    // refused by Keycloak when it read the app after the suspension, by the row that is locked when it read it before
    expect([200, 400, 401]).toContain(changed.status);
    if (changed.status === 400) expect(changed.body.error_description).toMatch(/^The plan suspended the app/);
    expect(await realm.admin.clients.findOne({ id })).toMatchObject({ enabled: false });
    expect((await change()).status).toBe(401);
    expect((await apps(realm, "resume", clientId, "--note", "again")).ok).toBe(true);
  }
});

test("an app that is switched off by hand is found, and a reason can be recorded later", async () => {
  const id = await realm.clientUuid(LAB_APP.clientId);
  const client = await realm.admin.clients.findOne({ id });
  await realm.admin.clients.update({ id }, { ...client, enabled: false });
  expect((await apps(realm, "list")).text).toMatch(/lab-app .*disabled, no reason recorded/);
  expect(await appsThatBreakRules(await openSession(realm.settings))).toEqual([
    { clientId: "lab-app", rules: [expect.stringContaining("no reason recorded")] },
  ]);
  await apps(realm, "suspend", "lab-app", "--reason", "owner-request", "--note", "asked by mail on Tuesday");
  expect((await apps(realm, "show", "lab-app")).text).toContain("owner-request");
  // what breaks a rule while it is off is not switched on, by nobody
  await realm.withoutPolicies(() => realm.admin.clients.update({ id }, { fullScopeAllowed: true }));
  expect((await apps(realm, "resume", "lab-app", "--note", "done")).text).toMatch(/^Mend the app first: full scope must be off/);
  await expect(realm.admin.clients.update({ id }, { enabled: true })).rejects.toThrow();
  await realm.admin.clients.update({ id }, { fullScopeAllowed: false });
  await realm.admin.clients.update({ id }, { enabled: true });
  expect((await ledger("lab-app")).map(({ decision }) => decision)).toEqual(["register", "disabled-by-hand", "suspend", "enabled-by-hand"]);
});

test("removing asks first; what members allowed ends and the ledger survives, also of an app removed by hand", async () => {
  const app = { ...DIARY, clientId: "brief", authentication: { method: "none" } } as const;
  await register(app);
  const { body } = await realm.authorize(realm.flow("patient/*.rs", { app }), { mode: "all-but-sensitive" });
  expect((await apps(realm, "remove", "brief")).text).toMatch(/^Nothing was done\..*for good/);
  expect(await facade.read(body.access_token)).toEqual(READS);
  expect((await apps(realm, "remove", "brief", "--yes", "--reason", "owner-request", "--note", "closed down")).text).toContain("removed");
  while ((await facade.read(body.access_token)).status !== REFUSED.status) await setTimeout(100);
  expect(await ledger("brief")).toMatchObject([
    { decision: "register" },
    { decision: "remove", reason: "owner-request", note: "closed down", appName: DIARY.name },
  ]);

  await register(app);
  expect(await facade.read(body.access_token)).toEqual(REFUSED);
  await realm.admin.clients.del({ id: await realm.clientUuid("brief") });
  expect((await ledger("brief")).map(({ decision }) => decision)).toEqual(["register", "remove", "register", "remove"]);
  const csv = (await apps(realm, "ledger", "brief", "--csv")).text.split("\r\n");
  expect(csv).toHaveLength(5);
  expect(csv[0]).toContain('"decision","reason","note"');
});

test("the ledger and the switch are for administrators of clients", async () => {
  const resource = `${realm.settings.keycloakUrl}/admin/realms/${realm.settings.realm}/member-exchange-apps`;
  const id = await realm.clientUuid(DIARY.clientId);
  const asking = async (token?: string) => {
    const headers = { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const suspend = { method: "POST", headers, body: JSON.stringify({ reason: "owner-request", note: "x" }) };
    return [(await fetch(`${resource}/ledger`, { headers })).status, (await fetch(`${resource}/${id}/suspend`, suspend)).status];
  };
  expect(await asking()).toEqual([401, 401]);
  expect(await asking(await consoleToken(realm, MARY))).toEqual([403, 403]);
  // who may look at clients may read the ledger, and no more
  const auditor = await realm.newMember({ username: "auditor" });
  const owner = await realm.clientUuid("realm-management");
  const role = (await realm.admin.clients.listRoles({ id: owner })).find(({ name }) => name === "view-clients");
  await realm.admin.users.addClientRoleMappings({
    id: await realm.userId(auditor),
    clientUniqueId: owner,
    roles: [{ id: role?.id as string, name: "view-clients" }],
  });
  const { username, password } = auditor;
  await realm.changeClient("admin-cli", { directAccessGrantsEnabled: true });
  const { body } = await realm.flow("").token({ grant_type: "password", client_id: "admin-cli", username, password });
  expect(await asking(body.access_token)).toEqual([200, 403]);
});
