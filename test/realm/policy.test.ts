/** docs/contracts.md, section 6, and D8: without the plan's policy, or with a client that breaks a rule for apps, nothing is authorised. */
import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import { standardAttribute, withPolicy } from "../support/policy.ts";
import { DIARY, TestRealm } from "../support/realm.ts";

const SCOPE = "patient/Condition.rs";

let realm: TestRealm;
beforeAll(async () => {
  realm = await TestRealm.create();
});
beforeEach(() => realm.signInAdmin());
afterAll(() => realm.remove());

/** The plan's policy with one thing wrong. */
function spoiled(change: (policy: ReturnType<typeof standardAttribute>) => void): string {
  const policy = standardAttribute();
  change(policy);
  return JSON.stringify(policy);
}

test.each([
  ["absent", undefined],
  ["not JSON", "{"],
  ["with an unknown default", spoiled(({ categories }) => Object.assign(categories[0], { default: "allways-withheld" }))],
  ["with a category since nobody knows when", spoiled(({ categories }) => Object.assign(categories[0], { since: "lately" }))],
  [
    "with a category without English words",
    spoiled(({ categories }) => Object.assign(categories[0], { texts: { es: categories[0].texts.es } })),
  ],
  ["without what is closed", spoiled((policy) => delete policy.closed)],
  [
    "with ages the wrong way round",
    spoiled((policy) => Object.assign(policy, { closed: [{ categories: ["SEX"], ages: { from: 17, to: 12 } }] })),
  ],
  [
    "with a member of a closing that is not known",
    spoiled((policy) => Object.assign(policy, { closed: [{ categories: ["SEX"], relations: ["parent"] }] })),
  ],
  ["with a duration that is none", spoiled((policy) => Object.assign(policy, { ownerTypes: { developer: { durations: ["1y"] } } }))],
  ["without categories", JSON.stringify({ categoriesVersion: "1", screenVersion: "1", categories: [], resourceTypes: [], ownerTypes: {} })],
])("policy %s: no page, no token, and a running authorization shares nothing", async (_, policy) => {
  const { body } = await realm.authorize(realm.flow(SCOPE, { prompt: "consent" }), { mode: "everything" });
  expect(await realm.effective(body.access_token)).toMatchObject({ mode: "everything" });
  await withPolicy(realm, policy, async () => {
    expect(await realm.effective(body.access_token)).toBeUndefined();
    const shown = await realm.signedIn(realm.flow(SCOPE));
    expect(shown.kind === "app" && shown.params.get("error")).toBe("access_denied");
  });
  expect(await realm.effective(body.access_token)).toMatchObject({ mode: "everything" });
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
  const mend = await realm.changeClient(DIARY.clientId, change);

  expect(await realm.effective(body.access_token)).toBeUndefined();
  const shown = await realm.signedIn(realm.flow(SCOPE));
  expect(shown.kind === "app" && shown.params.get("error")).toBe("access_denied");

  await mend();
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
