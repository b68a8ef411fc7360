/** R6: the same by SAML: a second realm as identity provider, whose signed assertion says whose record the member's is. */
import { applyRealm, RealmConfigError } from "@member-exchange/realm-config";
import { pageOf, signInAtPortal, startPortal, type TestPortal } from "../support/portal.ts";
import { TestRealm } from "../support/realm.ts";

const SCOPE = "launch/patient patient/Observation.rs";
const ALLOW = { decision: "allow", duration: "P1Y", mode: "all-but-sensitive" };

let portal: TestPortal;
let realm: TestRealm;
beforeAll(async () => {
  portal = await startPortal();
  realm = await TestRealm.create({ realm: portal.plan, signIn: { portal: portal.saml, stepUp: "none" } });
  await portal.trustSaml(realm);
}, 300_000);
beforeEach(() => realm.signInAdmin());
afterAll(async () => {
  await realm.signInAdmin();
  await Promise.all([portal.remove(), realm.remove()]);
});

test("R6 a member comes by SAML to the page and the app gets that member's record; the id that goes at the portal goes here", async () => {
  const member = await portal.newMember();
  const flow = realm.flow(SCOPE);
  const page = await signInAtPortal(flow, await flow.start(), member);
  expect(pageOf(page)).toBe("member-authorization.ftl");
  const { body } = await flow.redeem(await flow.post(page, ALLOW));
  expect(body.patient).toBe(member.memberId);

  await portal.setMemberId(member, undefined);
  const later = realm.flow(SCOPE);
  expect(pageOf(await signInAtPortal(later, await later.start(), member))).toBe("no-record.ftl");
  expect(await realm.effective(body.access_token)).toBeUndefined();
});

test("R6 an assertion that nobody signed opens nothing", async () => {
  const flow = realm.flow(SCOPE);
  const page = await flow.start();
  expect(pageOf(page)).toBe("login.ftl");
  const response = `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_1" Version="2.0" IssueInstant="${new Date().toISOString()}"/>`;
  const [button] = page.kind === "page" ? page.context.social.providers : [];
  const sent = await flow.open(new URL(button.loginUrl, realm.issuer).href);
  const RelayState = sent.kind === "page" ? sent.context.samlPost.relayState : "";
  const body = new URLSearchParams({ SAMLResponse: Buffer.from(response).toString("base64"), RelayState });
  const shown = await flow.send(`${realm.issuer}/broker/portal/endpoint`, body);
  expect(shown).toMatchObject({ kind: "page", page: "error.ftl" });
});

test("apply twice changes nothing; a portal that cannot be read is one sentence, and nothing of it is written", async () => {
  expect((await applyRealm(realm.settings)).changed).toEqual([]);
  const nowhere = { ...portal.saml, metadataUrl: "http://localhost:9/metadata" };
  const applied = applyRealm({ ...realm.settings, signIn: { portal: nowhere, stepUp: "none" } });
  await expect(applied).rejects.toThrow(RealmConfigError);
  await expect(applied).rejects.toThrow("Keycloak cannot read the portal's metadata at http://localhost:9/metadata");
  expect((await applyRealm(realm.settings)).changed).toEqual([]);
});
