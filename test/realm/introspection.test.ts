/** docs/contracts.md, section 5: the choice travels by introspection alone, as it is now, to the facade alone (D3). */

import type { App } from "@member-exchange/realm-config";
import { parseMemberAuthorization } from "@member-exchange/sharing-policy";
import { claimsOf, introspect } from "../support/authorization-flow.ts";
import { authorizeFor, newParent } from "../support/people.ts";
import { DIARY, FACADE, FHIR_BASE_URL, MARY, TestRealm } from "../support/realm.ts";

const CLINIC: App = {
  ...DIARY,
  clientId: "clinic",
  ownerType: "covered-entity",
  authentication: { method: "client_secret_basic", secret: "clinic-secret" },
};
const SCOPE = "openid fhirUser launch/patient patient/Condition.rs patient/Observation.rs";

let realm: TestRealm;
beforeAll(async () => {
  realm = await TestRealm.create({ apps: [DIARY, CLINIC] });
});
afterAll(() => realm.remove());

test("leak 27: the access token carries the authorization id and nothing of the member or the choice", async () => {
  const { body } = await realm.authorize(realm.flow(SCOPE), { mode: "everything" });
  const claims = claimsOf(body.access_token);
  expect(Object.keys(claims).sort()).toEqual(
    [
      "aud",
      "auth_time",
      "azp",
      "exp",
      "iat",
      "iss",
      "jti",
      "member_authorization_id",
      "member_authorization_proof",
      "scope",
      "sid",
      "sub",
      "typ",
    ].sort(),
  );
  expect(claims).toMatchObject({ iss: realm.issuer, azp: DIARY.clientId, aud: expect.arrayContaining([FHIR_BASE_URL, FACADE.id]) });
});

test("leak 28: the ID token names the member by fhirUser only", async () => {
  const { body } = await realm.authorize(realm.flow(SCOPE, { prompt: "consent" }), { mode: "everything" });
  const claims = claimsOf(body.id_token);
  expect(claims.fhirUser).toBe(`${FHIR_BASE_URL}/Patient/patient-mary`);
  for (const name of ["name", "given_name", "family_name", "email", "preferred_username"]) expect(claims).not.toHaveProperty(name);
});

test("leak 28: userinfo hands out sub only", async () => {
  const { body } = await realm.authorize(realm.flow(SCOPE, { prompt: "consent" }), { mode: "everything" });
  const answer = await fetch(`${realm.issuer}/protocol/openid-connect/userinfo`, {
    headers: { authorization: `Bearer ${body.access_token}` },
  });
  expect(Object.keys((await answer.json()) as object)).toEqual(["sub"]);
});

test("the facade learns id, patient, scope, mode, categories, version and end in one claim", async () => {
  const { body } = await realm.authorize(realm.flow(SCOPE, { prompt: "consent" }), {
    mode: "chosen",
    scope: "patient/Condition.rs",
    category: ["DEMO", "HIV", "PSYTHPN", "NOSUCH"],
    duration: "P3M",
  });
  const claim = parseMemberAuthorization(await realm.effective(body.access_token));
  expect(claim).toMatchObject({
    patient: MARY.fhirPatient,
    scope: "patient/Condition.rs",
    mode: "chosen",
    categoriesVersion: expect.any(String),
  });
  expect([...(claim?.shared ?? [])].sort()).toEqual(["DEMO", "HIV"]);
  expect(claim?.id).toBe(claimsOf(body.access_token).member_authorization_id);
  const days = ((claim?.until ?? 0) - Date.now() / 1000) / 86_400;
  expect(days).toBeGreaterThan(85);
  expect(days).toBeLessThan(95);
});

test("until stopped has no end in the claim", async () => {
  const flow = realm.flow(SCOPE, { prompt: "consent" });
  const { body } = await realm.authorize(flow, { mode: "all-but-sensitive", duration: "until-stopped" });
  expect((await realm.effective(body.access_token))?.until).toBeNull();
});

test("C5: another client that introspects learns nothing of the choice, the app itself included", async () => {
  const flow = realm.flow(SCOPE, { app: CLINIC });
  const shown = await flow.post(await realm.signedIn(flow), { mode: "everything", duration: "P1Y", decision: "allow" });
  const { body } = await flow.redeem(shown, { client_secret: "clinic-secret" });
  expect(await realm.effective(body.access_token)).toMatchObject({ mode: "everything" });

  const id = await realm.clientUuid("clinic");
  await realm.admin.clients.update(
    { id },
    {
      ...(await realm.admin.clients.findOne({ id })),
      attributes: {
        ...(await realm.admin.clients.findOne({ id }))?.attributes,
        "client.introspection.response.allow.jwt.claim.enabled": "true",
      },
    },
  );
  const own = await introspect(realm.issuer, { id: "clinic", secret: "clinic-secret" }, body.access_token);
  expect(own).not.toHaveProperty("member_authorization");
});

test("a token that the facade did not get from an authorization code or refresh carries no claim", async () => {
  const answer = await fetch(`${realm.issuer}/protocol/openid-connect/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: "clinic",
      client_secret: "clinic-secret",
      scope: "patient/*.rs",
    }),
  });
  expect(answer.status).toBe(401);
});

test("JWKS, and nothing the app holds, says what was withheld", async () => {
  const { body } = await realm.authorize(realm.flow(SCOPE, { prompt: "consent" }), {
    mode: "chosen",
    scope: "patient/Condition.rs",
    category: ["SUD"],
    duration: "P1Y",
  });
  const text = JSON.stringify([body, claimsOf(body.access_token), claimsOf(body.id_token), claimsOf(body.refresh_token)]);
  for (const word of ["SUD", "PSY", "chosen", "shared", "mode"]) expect(text).not.toContain(`"${word}"`);
});

test("fhirUser is the member's own Patient, and nobody's when the member acts for another person", async () => {
  const parent = await newParent(realm);
  const asking = () => realm.flow("openid fhirUser patient/Observation.rs");
  const own = await authorizeFor(realm, asking(), parent, "self", { mode: "everything" });
  expect(claimsOf(own.body.id_token).fhirUser).toBe(`${FHIR_BASE_URL}/Patient/${parent.fhirPatient}`);
  const child = await authorizeFor(realm, asking(), parent, "tom", { mode: "everything" });
  expect(child.body.patient).toBe(parent.tom);
  expect(claimsOf(child.body.id_token)).not.toHaveProperty("fhirUser");
});
