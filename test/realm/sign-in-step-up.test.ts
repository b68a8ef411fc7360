/** Step-up: where the plan asks for a second step, nobody reaches the authorization page by a password or by the portal alone. */
import { applyRealm, type SignIn } from "@member-exchange/realm-config";
import { applySignIn } from "../../realm-config/src/apply/apply-sign-in.ts";
import { openSession } from "../../realm-config/src/apply/session.ts";
import type { AuthorizationFlow, Shown } from "../support/authorization-flow.ts";
import { pageOf, signInAtPortal, startPortal, type TestPortal } from "../support/portal.ts";
import { MARY, NORA, type TestMember, TestRealm } from "../support/realm.ts";
import { totp } from "../support/totp.ts";
import { UserAgent } from "../support/user-agent.ts";

const SCOPE = "launch/patient patient/Observation.rs";
const ALLOW = { decision: "allow", duration: "P1Y", mode: "all-but-sensitive" };
const OTP: SignIn = { stepUp: "otp" };

let portal: TestPortal;
let realm: TestRealm;
beforeAll(async () => {
  portal = await startPortal();
  realm = await TestRealm.create({ realm: portal.plan, signIn: { ...OTP, portal: portal.oidc } });
}, 300_000);
beforeEach(() => realm.signInAdmin());
afterAll(async () => {
  await realm.signInAdmin();
  await Promise.all([portal.remove(), realm.remove()]);
});

/** Sets up the codes on the page that asks for it; resolves to the secret and what comes next. */
async function setUp(flow: AuthorizationFlow, page: Shown): Promise<{ secret: string; next: Shown }> {
  expect(pageOf(page)).toBe("login-config-totp.ftl");
  const secret = page.kind === "page" ? (page.context.totp.totpSecret as string) : "";
  return { secret, next: await flow.post(page, { totp: totp(secret), totpSecret: secret, userLabel: "phone" }) };
}
const signedIn = async (member: TestMember, browser = new UserAgent()) => {
  const flow = realm.flow(SCOPE, {}, browser);
  return { flow, page: await realm.signedIn(flow, member) };
};

test("a password alone leads to the codes: set up first, asked for from then on, and a wrong one goes nowhere", async () => {
  const member = await realm.newMember();
  const first = await signedIn(member);
  const { secret, next } = await setUp(first.flow, first.page);
  expect(pageOf(next)).toBe("member-authorization.ftl");

  const { flow, page } = await signedIn(member);
  expect(pageOf(page)).toBe("login-otp.ftl");
  expect(pageOf(await flow.post(page, { otp: "000000" }))).toBe("login-otp.ftl");
  expect(pageOf(await flow.open(flow.address()))).not.toBe("member-authorization.ftl");
  const again = await signedIn(member);
  expect(pageOf(await again.flow.post(again.page, { otp: totp(secret, 1) }))).toBe("member-authorization.ftl");
});

test("who leaves the page that sets up codes, or names another action, does not reach the authorization page", async () => {
  const member = await realm.newMember();
  const { flow, page } = await signedIn(member);
  expect(pageOf(page)).toBe("login-config-totp.ftl");
  expect(pageOf(await flow.open(flow.address()))).not.toBe("member-authorization.ftl");
  expect(pageOf(await flow.open(flow.address({ kc_action: "member-authorization" })))).not.toBe("member-authorization.ftl");
});

test("a member of the portal takes the same second step, at the first sign-in and later", async () => {
  const member = await portal.newMember();
  const flow = realm.flow(SCOPE);
  const { secret, next } = await setUp(flow, await signInAtPortal(flow, await flow.start(), member));
  expect(pageOf(next)).toBe("member-authorization.ftl");
  const later = realm.flow(SCOPE);
  const asked = await signInAtPortal(later, await later.start(), member);
  expect(pageOf(asked)).toBe("login-otp.ftl");
  expect(pageOf(await later.post(asked, { otp: totp(secret, 1) }))).toBe("member-authorization.ftl");
});

test("turning it on signs everybody out, so that no earlier sign-in passes; the same settings again sign nobody out", async () => {
  await applyRealm({ ...realm.settings, signIn: { stepUp: "none" } });
  const browser = new UserAgent();
  const before = await signedIn(NORA, browser);
  await before.flow.post(before.page, ALLOW);
  // a browser that is signed in gets to the page without a sign-in
  const again = async () => pageOf(await realm.flow(SCOPE, { prompt: "consent" }, browser).start());
  expect(await again()).toBe("member-authorization.ftl");
  expect((await applyRealm(realm.settings)).changed).toContain("flow member-sign-in");
  expect(await again()).toBe("login.ftl");

  const flow = realm.flow(SCOPE, { prompt: "consent" }, browser);
  const { next } = await setUp(flow, await realm.signedIn(flow, NORA));
  await flow.post(next, ALLOW);
  expect(await again()).toBe("member-authorization.ftl");
  expect((await applyRealm(realm.settings)).changed).toEqual([]);
  expect(await again()).toBe("member-authorization.ftl");
});

test("turning it on signs everybody out where the portal is the only way, too", async () => {
  const only = (stepUp: SignIn["stepUp"]) => ({ ...realm.settings, signIn: { portal: { ...portal.oidc, onlyWay: true }, stepUp } });
  await applyRealm(only("none"));
  const { username, password } = await portal.newMember();
  const browser = new UserAgent();
  const flow = realm.flow(SCOPE, {}, browser);
  await flow.post(await flow.signIn(await flow.start(), username, password), ALLOW);
  const again = async () => pageOf(await realm.flow(SCOPE, { prompt: "consent" }, browser).start());
  expect(await again()).toBe("member-authorization.ftl");
  expect((await applyRealm(only("otp"))).changed).toEqual(["portal"]);
  expect(["login.ftl", "login-config-totp.ftl"]).toContain(await again());
  await applyRealm(realm.settings);
});

/** What a browser meets that has none of it: the sign-in, a forgotten password, the way back from the portal. */
const WAYS = {
  "member-sign-in": () => realm.flow(SCOPE).start(),
  "member-reset-credentials": async () => {
    const flow = realm.flow(SCOPE);
    const shown = await flow.start();
    const path = shown.kind === "page" ? shown.context.url.loginResetCredentialsUrl : pageOf(shown);
    return flow.open(new URL(path, realm.issuer).href);
  },
  "member-after-portal": async () => {
    const flow = realm.flow(SCOPE);
    return signInAtPortal(flow, await flow.start(), await portal.newMember());
  },
};
test.each([
  ["member-sign-in", 1, "flows of sign-in", "login.ftl"],
  ["member-reset-credentials", 1, "flows of sign-in", "login-reset-password.ftl"],
  ["member-after-portal", 0, "portal", "login-config-totp.ftl"],
] as const)("apply that dies while it writes %s leaves that way closed, and the next one mends it", async (alias, steps, bound, page) => {
  await realm.admin.realms.update({ realm: realm.settings.realm }, { resetPasswordAllowed: true });
  expect(pageOf(await WAYS[alias]())).toBe(page);
  const session = await openSession(realm.settings);
  const { authenticationManagement } = session.keycloak;
  const add = authenticationManagement.addExecutionToFlow;
  let left: number = steps;
  authenticationManagement.addExecutionToFlow = async (step) => {
    if (step?.flow === alias && left-- === 0) throw new Error("died here");
    return add(step);
  };
  const passkey = { realm: realm.settings.realm, signIn: { portal: portal.oidc, stepUp: "passkey" } } as const;
  await expect(applySignIn(session, passkey)).rejects.toThrow("died here");
  const shown = await WAYS[alias]();
  expect(pageOf(shown)).toBe("error.ftl");
  expect(shown.kind === "page" && shown.context.message.summary).toContain("Please try again later");

  expect((await applyRealm(realm.settings)).changed).toEqual(expect.arrayContaining([`flow ${alias}`, bound]));
  expect(pageOf(await WAYS[alias]())).toBe(page);
  expect((await applyRealm(realm.settings)).changed).toEqual([]);
});

test("the flow that refuses everybody is mended, too", async () => {
  const { authenticationManagement } = realm.admin;
  const steps = await authenticationManagement.getExecutions({ flow: "member-closed" });
  await authenticationManagement.updateExecution({ flow: "member-closed" }, { ...steps[0], requirement: "DISABLED" });
  expect((await applyRealm(realm.settings)).changed).toEqual(["flow member-closed"]);
  expect((await authenticationManagement.getExecutions({ flow: "member-closed" })).map(({ requirement }) => requirement)).toEqual([
    "REQUIRED",
  ]);
});

test("a forgotten password's e-mail does not stand in for the second step", async () => {
  const steps = await realm.admin.authenticationManagement.getExecutions({ flow: "member-reset-credentials" });
  const names = steps.filter(({ level }) => level === 0).map(({ providerId, requirement }) => [providerId, requirement]);
  expect(names).toContainEqual(["auth-otp-form", "REQUIRED"]);
  expect(names.map(([name]) => name).indexOf("auth-otp-form")).toBeLessThan(names.map(([name]) => name).indexOf("reset-password"));
  const { resetCredentialsFlow } = (await realm.admin.realms.findOne({ realm: realm.settings.realm })) ?? {};
  expect(resetCredentialsFlow).toBe("member-reset-credentials");
});

test("passkey: a password leads to the page that registers one, and not past it", async () => {
  await applyRealm({ ...realm.settings, signIn: { stepUp: "passkey" } });
  const { flow, page } = await signedIn(MARY);
  expect(pageOf(page)).toBe("webauthn-register.ftl");
  expect(pageOf(await flow.open(flow.address()))).not.toBe("member-authorization.ftl");
  await applyRealm(realm.settings);
});
