/** D7: how long an authorization runs is shown by owner type, told to the app, and counts at use and at refresh. */
import { OWNER_TYPES } from "@member-exchange/sharing-policy";
import { claimsOf, type Tokens } from "../support/authorization-flow.ts";
import { standardAttribute, withPolicy } from "../support/policy.ts";
import { DIARY, type TestMember, TestRealm } from "../support/realm.ts";

const SCOPE = "launch/patient patient/Observation.rs";
const OFFLINE = `${SCOPE} offline_access`;
const DAY = 24 * 60 * 60;
const ALLOW = { decision: "allow", mode: "all-but-sensitive" };
const PLAN_APP = {
  ...DIARY,
  clientId: "other-plan",
  ownerType: "health-plan",
  redirectUris: ["http://localhost:9/plan"],
  authentication: { method: "client_secret_basic", secret: "other-plan-secret-for-tests" },
} as const;

let realm: TestRealm;
let member: TestMember;
beforeAll(async () => {
  realm = await TestRealm.create({ apps: [DIARY, PLAN_APP] });
}, 300_000);
beforeEach(async () => {
  await realm.signInAdmin();
  member = await realm.newMember();
});
afterAll(() => realm.remove());

const allowed = async (duration: string, scope = SCOPE) => {
  const flow = realm.flow(scope);
  return { flow, ...(await realm.authorize(flow, { mode: "all-but-sensitive", duration }, member)) };
};
const now = () => Math.floor(Date.now() / 1000);
/** The same durations for everybody, as a plan may set them. */
const withDurations = (durations: readonly string[], check: () => Promise<void>) => {
  const policy = standardAttribute();
  for (const owner of Object.keys(policy.ownerTypes)) policy.ownerTypes[owner].durations = durations;
  return withPolicy(realm, JSON.stringify(policy), check);
};

test.each([DIARY, PLAN_APP])("D7 the page offers what the owner type $ownerType may have, and takes nothing longer", async (app) => {
  const flow = realm.flow(SCOPE, { app });
  const page = await realm.signedIn(flow, member);
  const offered = page.kind === "page" ? page.context.authorization.durations : [];
  expect(offered.map(({ value }: { value: string }) => value)).toEqual(OWNER_TYPES[app.ownerType].durations);
  for (const { value, until, open } of offered)
    expect([value, /^\d{4}-\d{2}-\d{2}$/.test(until), open]).toEqual([value, value.startsWith("P"), value === "until-stopped"]);
  for (const duration of ["P10Y", "PT1S", "for ever", ...(app === PLAN_APP ? ["until-stopped"] : [])])
    expect(await flow.post(page, { ...ALLOW, duration })).toMatchObject({ kind: "page", page: "member-authorization.ftl" });
});

test("D7 the token response says when the authorization ends, and a refresh says it again", async () => {
  const { flow, body } = await allowed("P3M", OFFLINE);
  const left = body.authorization_expires_in as number;
  expect(left).toBeGreaterThan(88 * DAY);
  expect(left).toBeLessThanOrEqual(92 * DAY);
  const end = (await realm.effective(body.access_token))?.until as number;
  expect(Math.abs(now() + left - end)).toBeLessThan(30);
  const refreshed = await flow.refresh(body.refresh_token);
  expect(Math.abs(now() + (refreshed.body.authorization_expires_in as number) - end)).toBeLessThan(30);
  for (const answer of [body, refreshed.body]) expect(answer.refresh_expires_in as number).toBeLessThanOrEqual(left);
});

test("D7 an authorization without an end says none", async () => {
  const { flow, body } = await allowed("until-stopped", OFFLINE);
  expect(body).not.toHaveProperty("authorization_expires_in");
  expect((await flow.refresh(body.refresh_token)).body).not.toHaveProperty("authorization_expires_in");
});

test("D7 only this time: no refresh token, offline or not, and it ends with its access token", async () => {
  for (const scope of [SCOPE, OFFLINE]) {
    const { body } = await allowed("once", scope);
    expect(body).not.toHaveProperty("refresh_token");
    expect(body.refresh_expires_in).toBe(0);
    expect(body.authorization_expires_in).toBe(body.expires_in);
    expect(body.scope).not.toContain("offline_access");
  }
});

test("D7 no token outlives the authorization, and after its end it is worth nothing at use and at refresh", async () => {
  await withDurations(["PT20S"], async () => {
    for (const scope of [SCOPE, OFFLINE]) {
      const { flow, body } = await allowed("PT20S", scope);
      const end = (await realm.effective(body.access_token))?.until as number;
      const within = ({ body: answer }: Pick<Tokens, "body">) => {
        expect(claimsOf(answer.access_token).exp).toBeLessThanOrEqual(end);
        for (const name of ["expires_in", "refresh_expires_in", "authorization_expires_in"])
          expect([name, answer[name] as number]).toEqual([name, expect.any(Number)]);
        for (const name of ["expires_in", "refresh_expires_in"]) expect(answer[name] as number).toBeLessThanOrEqual(20);
      };
      within({ body });
      const refreshed = await flow.refresh(body.refresh_token);
      within(refreshed);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, end * 1000 + 1000 - Date.now())));
      expect(await realm.effective(refreshed.body.access_token)).toBeUndefined();
      expect((await flow.refresh(refreshed.body.refresh_token)).body).toMatchObject({ error: "invalid_grant" });
    }
  });
});

test("D7 a code that is redeemed after the end gives no token", async () => {
  await withDurations(["PT2S"], async () => {
    const flow = realm.flow(SCOPE);
    const app = await flow.post(await realm.signedIn(flow, member), { ...ALLOW, duration: "PT2S" });
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect((await flow.redeem(app)).body).toMatchObject({ error: "invalid_grant" });
  });
});
