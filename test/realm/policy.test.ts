/** docs/contracts.md, section 6, and D8: without the plan's policy, or with a client that breaks a rule for apps, nothing is authorised. */
import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import { DIARY, TestRealm } from "../support/realm.ts";

const SCOPE = "patient/Condition.rs";

let realm: TestRealm;
beforeAll(async () => {
  realm = await TestRealm.create();
}, 120_000);
afterAll(() => realm.remove());

async function withPolicy(policy: string | undefined, check: () => Promise<void>): Promise<void> {
  const name = realm.settings.realm;
  const before = await realm.admin.realms.findOne({ realm: name });
  const { member_authorization_policy: _, ...others } = before?.attributes ?? {};
  await realm.admin.realms.update({ realm: name }, { attributes: { ...others, member_authorization_policy: policy ?? "" } });
  await check();
  await realm.admin.realms.update({ realm: name }, { attributes: before?.attributes ?? {} });
}

async function currentPolicy() {
  const { attributes } = (await realm.admin.realms.findOne({ realm: realm.settings.realm })) ?? {};
  return JSON.parse(attributes?.member_authorization_policy);
}

/** The plan's policy with one thing wrong. */
const SPOILED = {
  default: async () => {
    const policy = await currentPolicy();
    return JSON.stringify({ ...policy, categories: [...policy.categories, { code: "X", default: "allways-withheld", needsEnd: false }] });
  },
  durations: async () => JSON.stringify({ ...(await currentPolicy()), ownerTypes: { developer: { durations: ["1y"] } } }),
};

test.each([
  ["absent", undefined],
  ["not JSON", "{"],
  ["with an unknown default", "default"],
  ["with a duration that is none", "durations"],
  ["without categories", JSON.stringify({ categoriesVersion: "1", screenVersion: "1", categories: [], resourceTypes: [], ownerTypes: {} })],
])("policy %s: no page, no token, and a running authorization shares nothing", async (_, given) => {
  const policy = given && given in SPOILED ? await SPOILED[given as keyof typeof SPOILED]() : given;
  const { body } = await realm.authorize(realm.flow(SCOPE, { prompt: "consent" }), { mode: "everything" });
  expect(await realm.effective(body.access_token)).toMatchObject({ mode: "everything" });
  await withPolicy(policy, async () => {
    expect(await realm.effective(body.access_token)).toBeUndefined();
    const shown = await realm.signedIn(realm.flow(SCOPE));
    expect(shown.kind === "app" && shown.params.get("error")).toBe("access_denied");
  });
  expect(await realm.effective(body.access_token)).toMatchObject({ mode: "everything" });
});

test("categories of a newer version are asked about, unless everything is shared", async () => {
  await realm.authorize(realm.flow(SCOPE, { prompt: "consent" }), { mode: "all-but-sensitive" });
  const policy = JSON.parse((await realm.admin.realms.findOne({ realm: realm.settings.realm }))?.attributes?.member_authorization_policy);
  const newer = JSON.stringify({ ...policy, categoriesVersion: "9999-01-01" });
  await withPolicy(newer, async () => {
    expect(await realm.signedIn(realm.flow(SCOPE))).toMatchObject({ kind: "page", page: "member-authorization.ftl" });
  });
  await realm.authorize(realm.flow(SCOPE, { prompt: "consent" }), { mode: "everything" });
  await withPolicy(newer, async () => expect(await realm.signedIn(realm.flow(SCOPE))).toMatchObject({ kind: "app" }));
});

test.each<[string, ClientRepresentation]>([
  ["B6: consent is not required", { consentRequired: false }],
  ["B2: full scope is allowed", { fullScopeAllowed: true }],
  ["direct access grants are on", { directAccessGrantsEnabled: true }],
  ["implicit flow is on", { implicitFlowEnabled: true }],
  ["a redirect URI has a wildcard", { redirectUris: [...DIARY.redirectUris, "http://localhost:9/*"] }],
  ["PKCE is not required", { attributes: { "pkce.code.challenge.method": "" } }],
  ["the owner type is unknown", { attributes: { owner_type: "somebody" } }],
  ["B7: the device flow is on", { attributes: { "oauth2.device.authorization.grant.enabled": "true" } }],
])("%s: no page, and tokens that were issued before share nothing", async (_, change) => {
  const { body } = await realm.authorize(realm.flow(SCOPE, { prompt: "consent" }), { mode: "everything" });
  const id = await realm.clientUuid(DIARY.clientId);
  const before = await realm.admin.clients.findOne({ id });
  await realm.admin.clients.update({ id }, { ...before, ...change, attributes: { ...before?.attributes, ...change.attributes } });

  expect(await realm.effective(body.access_token)).toBeUndefined();
  const shown = await realm.signedIn(realm.flow(SCOPE));
  expect(shown.kind === "app" && shown.params.get("error")).toBe("access_denied");

  await realm.admin.clients.update({ id }, { ...before });
  expect(await realm.effective(body.access_token)).toMatchObject({ mode: "everything" });
});

test("C1: an app with a protocol mapper of its own shares nothing", async () => {
  const { body } = await realm.authorize(realm.flow(SCOPE, { prompt: "consent" }), { mode: "everything" });
  const id = await realm.clientUuid(DIARY.clientId);
  await realm.admin.clients.addProtocolMapper(
    { id },
    {
      name: "forged",
      protocol: "openid-connect",
      protocolMapper: "oidc-hardcoded-claim-mapper",
      config: { "claim.name": "member_authorization", "claim.value": "{}", "jsonType.label": "JSON", "introspection.token.claim": "true" },
    },
  );
  expect(await realm.effective(body.access_token)).toBeUndefined();
});
