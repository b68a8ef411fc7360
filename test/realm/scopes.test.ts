/** docs/contracts.md, section 2: granted ⊆ requested ∩ registered ∩ chosen (R3, R9, R11, D4). */
import { RESOURCE_TYPES } from "@member-exchange/sharing-policy";
import { LAB_APP, TestRealm } from "../support/realm.ts";

const words = (scope: unknown) => String(scope).split(" ").sort();

let realm: TestRealm;
beforeAll(async () => {
  realm = await TestRealm.create();
});
afterAll(() => realm.remove());

async function registeredFor(scopes: string, run: () => Promise<void>): Promise<void> {
  const id = await realm.clientUuid(LAB_APP.clientId);
  const client = await realm.admin.clients.findOne({ id });
  await realm.admin.clients.update({ id }, { ...client, attributes: { ...client?.attributes, registered_scopes: scopes } });
  try {
    await run();
  } finally {
    await realm.admin.clients.update({ id }, { ...client });
  }
}

test("R9: sharing all but sensitive grants all that was asked, with a refresh token and the patient", async () => {
  const flow = realm.flow("openid launch/patient fhirUser patient/*.rs");
  const { status, body } = await realm.authorize(flow, { mode: "all-but-sensitive" });
  expect(status).toBe(200);
  expect(words(body.scope)).toEqual(["fhirUser", "launch/patient", "openid", "patient/*.rs"]);
  expect(body).toMatchObject({
    token_type: "Bearer",
    patient: "patient-mary",
    need_patient_banner: false,
    refresh_token: expect.any(String),
  });
});

test("a wildcard from which a type was taken away is granted as the list of what is left", async () => {
  const chosen = Object.keys(RESOURCE_TYPES)
    .filter((type) => type !== "Observation")
    .map((type) => `patient/${type}.rs`);
  const flow = realm.flow("launch/patient patient/*.rs", { prompt: "consent" });
  const { body } = await realm.authorize(flow, { mode: "chosen", scope: chosen });
  expect(words(body.scope)).toEqual(["launch/patient", ...chosen].sort());
});

test("a v1 wildcard is narrowed in its own words", async () => {
  const flow = realm.flow("patient/*.read", { prompt: "consent" });
  const { body } = await realm.authorize(flow, { mode: "chosen", scope: ["patient/Condition.read", "patient/Goal.read"] });
  expect(words(body.scope)).toEqual(["patient/Condition.read", "patient/Goal.read"]);
});

test("scopes that were not asked for are not granted, whatever is posted", async () => {
  const flow = realm.flow("patient/Condition.rs", { prompt: "consent" });
  const { body } = await realm.authorize(flow, {
    mode: "chosen",
    scope: ["patient/Condition.rs", "patient/Observation.rs", "patient/*.rs", "offline_access", "profile email"],
  });
  expect(body.scope).toBe("patient/Condition.rs");
});

test("a known scope that the app is not registered for is dropped, a registered one stays", async () => {
  const flow = realm.flow("launch/patient offline_access patient/Condition.rs patient/Observation.rs", { app: LAB_APP });
  const { body } = await realm.authorize(flow, { mode: "everything" });
  expect(words(body.scope)).toEqual(["launch/patient", "patient/Observation.rs"]);
});

test("a wildcard is cut down to the types that the app is registered for", async () => {
  const flow = realm.flow("patient/*.rs", { app: LAB_APP, prompt: "consent" });
  const { body } = await realm.authorize(flow, { mode: "everything" });
  expect(words(body.scope)).toEqual(["patient/DiagnosticReport.rs", "patient/Observation.rs"]);
});

test.each([
  ["patient/Observation.rs", "patient/Observation.s", "patient/Observation.s"],
  ["patient/Observation.read", "patient/Observation.r", "patient/Observation.r"],
  ["patient/Observation.read", "patient/*.r patient/Observation.s", "patient/Observation.read"],
  ["patient/Condition.r patient/Observation.rs", "patient/*.s", "patient/Observation.s"],
  ["patient/*.rs", "patient/*.s", "patient/*.s"],
])("asked for %s and registered for %s: granted is %s", async (asked, registered, granted) => {
  await registeredFor(registered, async () => {
    const { body } = await realm.authorize(realm.flow(asked, { app: LAB_APP, prompt: "consent" }), { mode: "everything" });
    expect(body.scope).toBe(granted);
  });
});

test("a scope that the plan does not know fails with invalid_scope and state", async () => {
  const shown = await realm.flow("patient/Condition.rs patient/Spaceship.rs").start();
  expect(shown).toMatchObject({ kind: "app" });
  expect(shown.kind === "app" && Object.fromEntries(shown.params)).toMatchObject({ error: "invalid_scope", state: "state-1" });
});

test("more than 100 scopes are refused out loud", async () => {
  const many = Object.keys(RESOURCE_TYPES).flatMap((type) => ["rs", "r", "s", "read"].map((permission) => `patient/${type}.${permission}`));
  const shown = await realm.flow(many.slice(0, 101).join(" ")).start();
  expect(shown.kind === "app" && Object.fromEntries(shown.params)).toMatchObject({ error: "invalid_scope", state: "state-1" });
});

test.each([
  ["missing", undefined],
  ["of another server", "https://evil.example.org/fhir"],
  ["a longer one", "http://localhost:8082/fhir/extra"],
])("aud %s: invalid_request with state, before any page", async (_, aud) => {
  const shown = await realm.flow("patient/Condition.rs", { aud }).start();
  expect(shown.kind === "app" && Object.fromEntries(shown.params)).toMatchObject({ error: "invalid_request", state: "state-1" });
});

test("a wildcard means the types that were on the page, in the record's own words", async () => {
  const flow = realm.flow("patient/*.rs", { prompt: "consent" });
  const { body } = await realm.authorize(flow, { mode: "everything" });
  expect(body.scope).toBe("patient/*.rs");
  const { scope } = (await realm.effective(body.access_token)) ?? {};
  expect(words(scope)).toEqual(
    Object.keys(RESOURCE_TYPES)
      .map((type) => `patient/${type}.rs`)
      .sort(),
  );
});

test("a scope that is taken out of the registration is worth nothing from then on, and of one that is cut what is left", async () => {
  const flow = realm.flow("patient/*.rs", { app: LAB_APP, prompt: "consent" });
  const { body } = await realm.authorize(flow, { mode: "everything" });
  for (const left of ["patient/Observation.rs", "patient/Observation.s"])
    await registeredFor(left, async () => {
      expect((await realm.effective(body.access_token))?.scope).toBe(left);
    });
});

test("the refresh answer repeats scope and patient, and an unticked scope cannot be won back", async () => {
  const flow = realm.flow("patient/Condition.rs patient/Observation.rs", { prompt: "consent" });
  const first = await realm.authorize(flow, { mode: "chosen", scope: "patient/Condition.rs" });
  const again = await flow.refresh(first.body.refresh_token);
  expect(again.body).toMatchObject({ scope: "patient/Condition.rs", patient: "patient-mary" });
  const wider = await flow.refresh(again.body.refresh_token, { scope: "patient/Condition.rs patient/Observation.rs" });
  expect(words(wider.body.scope ?? "")).not.toContain("patient/Observation.rs");
});
