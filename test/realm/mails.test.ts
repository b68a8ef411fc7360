/** E-mails to the member: what happened to a connection, without the names of app, person and category; never at the cost of what happened. */
import { claimsOf } from "../support/authorization-flow.ts";
import { call, consoleToken, PLAN, serviceToken } from "../support/authorizations-api.ts";
import { type Mailbox, openMailbox } from "../support/mailbox.ts";
import { allow, newParent } from "../support/people.ts";
import { DIARY, type TestMember, TestRealm } from "../support/realm.ts";

const SCOPE = "launch/patient patient/Condition.rs patient/Observation.rs";
/** Everything that a mail may not say. */
const NAMES = /willow|diary|company|tom|lisa|mental|hiv|observation|condition|member\b|patient/i;

let mailbox: Mailbox;
let realm: TestRealm;
let member: TestMember;
beforeAll(async () => {
  mailbox = await openMailbox();
  realm = await TestRealm.create({ smtp: mailbox.smtp, planClient: PLAN });
});
beforeEach(async () => {
  await realm.signInAdmin();
  member = await realm.newMember();
});
afterAll(async () => {
  await realm.remove();
  await mailbox.close();
});

async function allowed(answer: Record<string, string | readonly string[]> = {}, who = member) {
  const { body } = await realm.authorize(realm.flow(SCOPE), { mode: "all-but-sensitive", ...answer }, who);
  return { access: body.access_token, id: claimsOf(body.access_token).member_authorization_id as string };
}
const changeUser = async (change: object) => {
  const id = await realm.userId(member);
  await realm.admin.users.update({ id }, { ...(await realm.admin.users.findOne({ id })), ...change });
};
/** Mails are sent in the background: what comes after has to be there before one can say that nothing came. */
async function nothingMoreCameTo(address: string, already = 0): Promise<void> {
  const other = await realm.newMember();
  await allowed({}, other);
  await mailbox.mailsTo(other.email, 1);
  expect((await mailbox.all()).filter(({ to }) => to.includes(address))).toHaveLength(already);
}

test("connected, changed and stopped: one mail each, as text and HTML, with the plan's name and a link to the page", async () => {
  const { id } = await allowed();
  const token = await consoleToken(realm, member);
  await mailbox.mailsTo(member.email, 1);
  await call(realm, token, `PUT /mine/${id}`, { revision: 2, mode: "everything" });
  await mailbox.mailsTo(member.email, 2);
  await call(realm, token, `DELETE /mine/${id}`);
  const mails = [...(await mailbox.mailsTo(member.email, 3))].reverse();
  expect(mails.map(({ subject }) => subject)).toEqual([
    "Evergreen Health Plan: you connected an app",
    "Evergreen Health Plan: you changed what an app gets",
    "Evergreen Health Plan: an app was stopped",
  ]);
  for (const { from, text, html } of mails) {
    expect(from).toBe("Evergreen Health Plan");
    const page = `${realm.issuer}/account/applications`;
    expect(text).toContain(page);
    expect(html).toContain(`href="${page}"`);
    expect(html).toContain('lang="en"');
  }
});

test("no mail names the app, its owner, the person represented, a category or a kind of records", async () => {
  const parent = await newParent(realm);
  await allow(realm, realm.flow(SCOPE), parent, "tom", { mode: "chosen", scope: "patient/Condition.rs", category: ["PSY", "HIV"] });
  const [mail] = await mailbox.mailsTo(parent.email, 1);
  const said = [mail?.subject, mail?.text, mail?.html].join("\n").replaceAll(`${realm.issuer}/account/applications`, "");
  expect(said).not.toMatch(NAMES);
});

test("in the member's language: the one they chose, else that of the page they answered on", async () => {
  const flow = realm.flow(SCOPE);
  const shown = await flow.start({ ui_locales: "es" });
  await flow.post(await flow.signIn(shown, member.username, member.password), {
    decision: "allow",
    duration: "P1Y",
    mode: "all-but-sensitive",
  });
  const [mail] = await mailbox.mailsTo(member.email, 1);
  expect(mail?.subject).toBe("Evergreen Health Plan: usted conectó una app");
  expect(mail?.text).toContain("Vea sus apps conectadas");
});

test("an answer that takes the place of an earlier one is a change; a no is no news", async () => {
  await allowed();
  const again = realm.flow(SCOPE, { prompt: "consent" });
  await again.post(await realm.signedIn(again, member), { decision: "allow", duration: "P1Y", mode: "everything" });
  const no = realm.flow(SCOPE, { prompt: "consent" });
  await no.post(await realm.signedIn(no, member), { decision: "deny" });
  const [last] = await mailbox.mailsTo(member.email, 2);
  expect(last?.subject).toBe("Evergreen Health Plan: you changed what an app gets");
  await nothingMoreCameTo(member.email, 2);
});

test.each<[string, object]>([
  ["no e-mail", { email: "" }],
  ["an e-mail that nobody verified", { emailVerified: false }],
])("a member with %s is sent nothing, and what they change counts", async (_, change) => {
  const { id, access } = await allowed();
  const token = await consoleToken(realm, member);
  await mailbox.mailsTo(member.email, 1);
  await changeUser(change);
  expect((await call(realm, token, `PUT /mine/${id}`, { revision: 2, mode: "everything" })).status).toBe(200);
  expect(await realm.effective(access)).toMatchObject({ mode: "everything" });
  await nothingMoreCameTo(member.email, 1);
});

test("what the plan stops, and what an administrator takes away in Keycloak, is told as well", async () => {
  const { id } = await allowed();
  await call(realm, await serviceToken(realm), `POST /${id}/stop`, { reason: "asked by phone" });
  const [stopped] = await mailbox.mailsTo(member.email, 2);
  expect(stopped?.subject).toBe("Evergreen Health Plan: an app was stopped");
  expect(stopped?.text).not.toContain("phone");
  const { access } = await allowed();
  await realm.admin.users.revokeConsent({ id: await realm.userId(member), clientId: DIARY.clientId });
  await realm.effective(access);
  const mails = await mailbox.mailsTo(member.email, 3);
  expect(mails.length).toBeGreaterThanOrEqual(3);
});

test("an end that is near is told once, and not twice", async () => {
  const { attributes } = (await realm.admin.realms.findOne({ realm: realm.settings.realm })) ?? {};
  const policy = JSON.parse(attributes?.member_authorization_policy ?? "");
  policy.ownerTypes.developer.durations = ["PT12S"];
  const changed = { ...attributes, member_authorization_policy: JSON.stringify(policy) };
  await realm.admin.realms.update({ realm: realm.settings.realm }, { attributes: changed });
  await allowed({ duration: "PT12S" });
  const [ending] = await mailbox.mailsTo(member.email, 2);
  expect(ending?.subject).toBe("Evergreen Health Plan: a connection ends soon");
  expect(ending?.text).toContain(`${realm.issuer}/account/applications`);
  await new Promise((done) => setTimeout(done, 5_000));
  expect(await mailbox.mailsTo(member.email, 2)).toHaveLength(2);
  await realm.admin.realms.update({ realm: realm.settings.realm }, { attributes: { ...attributes } });
});

describe("a mail server that is down", () => {
  const wrong = async (port: string) => {
    const { smtpServer = {} } = (await realm.admin.realms.findOne({ realm: realm.settings.realm })) ?? {};
    await realm.admin.realms.update({ realm: realm.settings.realm }, { smtpServer: { ...smtpServer, port } });
    return () => realm.admin.realms.update({ realm: realm.settings.realm }, { smtpServer });
  };

  test("costs no authorization, no change, no stop, and no time", async () => {
    const mend = await wrong("9");
    const { id, access } = await allowed();
    const token = await consoleToken(realm, member);
    expect((await call(realm, token, `PUT /mine/${id}`, { revision: 2, mode: "everything" })).status).toBe(200);
    expect(await realm.effective(access)).toMatchObject({ mode: "everything" });
    expect((await call(realm, token, `DELETE /mine/${id}`)).status).toBe(204);
    await mend();
    await nothingMoreCameTo(member.email);
  });
});
