/** P1–P3, N19, N20: what an app asks for, as a query, pushed or as a request object: decided upon as it was asked, once, in the open. */
import type { AuthorizationFlow, Shown } from "../../support/authorization-flow.ts";
import { type RealmFacade, startFacade } from "../../support/facade.ts";
import { DIARY, FHIR_BASE_URL, LAB_APP, MARY, NORA, TestRealm } from "../../support/realm.ts";

const SCOPE = "patient/Observation.rs";
const ALLOW = { mode: "all-but-sensitive", duration: "P1Y", decision: "allow" };

let realm: TestRealm;
let facade: RealmFacade;
beforeAll(async () => {
  realm = await TestRealm.create();
  facade = await startFacade(realm, [MARY.fhirPatient, NORA.fhirPatient]);
});
afterAll(() => Promise.all([facade.close(), realm.remove()]));

const paramsOf = (shown: Shown) => (shown.kind === "app" ? Object.fromEntries(shown.params) : { page: shown.page });

/** A pushed authorization request (RFC 9126) with the flow's parameters. */
async function push(flow: AuthorizationFlow, changes: Record<string, string> = {}) {
  const answer = await fetch(`${realm.issuer}/protocol/openid-connect/ext/par/request`, {
    method: "POST",
    body: new URL(flow.address(changes)).searchParams,
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}

const unsigned = (claims: object) =>
  [{ alg: "none" }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".")
    .concat(".");

test.each<[string, Record<string, string>, string]>([
  ["aud of another server", { aud: "https://evil.example.org/fhir" }, "invalid_request"],
  ["no aud", { aud: "" }, "invalid_request"],
  ["a scope that the plan does not know", { scope: `${SCOPE} patient/Spaceship.rs` }, "invalid_scope"],
])("P1, P2: %s goes back to the app with its state and the issuer, as GET and as a pushed request", async (_, changes, error) => {
  const direct = realm.flow(SCOPE);
  expect(paramsOf(await direct.start(changes))).toMatchObject({ error, state: "state-1", iss: realm.issuer });
  const flow = realm.flow(SCOPE);
  const pushed = await push(flow, changes);
  // Keycloak calls an unknown scope invalid_request here
  if (pushed.status >= 400) return expect([error, "invalid_request"]).toContain(pushed.body.error);
  const query = new URLSearchParams({ client_id: DIARY.clientId, request_uri: pushed.body.request_uri ?? "" });
  expect(paramsOf(await flow.open(`${realm.issuer}/protocol/openid-connect/auth?${query}`))).toMatchObject({ error, state: "state-1" });
});

test("P1: a pushed request is shown and decided like any other", async () => {
  const flow = realm.flow(SCOPE, { prompt: "consent" });
  const pushed = await push(flow);
  expect(pushed.status).toBe(201);
  const query = new URLSearchParams({ client_id: DIARY.clientId, request_uri: pushed.body.request_uri ?? "", scope: "patient/*.rs" });
  const page = await flow.signIn(await flow.open(`${realm.issuer}/protocol/openid-connect/auth?${query}`), MARY.username, MARY.password);
  expect(page).toMatchObject({ page: "member-authorization.ftl", context: { authorization: { types: [{ type: "Observation" }] } } });
  const { body } = await flow.redeem(await flow.post(page, ALLOW));
  expect((await facade.read(body.access_token, "Observation")).status).toBe(200);
  expect((await facade.read(body.access_token, "Condition")).status).toBe(403);
});

test("P3: a known scope that the app is not registered for is dropped, and the member is asked about the rest", async () => {
  const page = await realm.signedIn(realm.flow(`${SCOPE} patient/Condition.rs`, { app: LAB_APP }));
  expect(page).toMatchObject({ page: "member-authorization.ftl", context: { authorization: { types: [{ type: "Observation" }] } } });
});

test("N19: a request object wins nothing: unsigned, with another aud or more scopes, it does not reach the page unseen", async () => {
  const flow = realm.flow(SCOPE, { prompt: "consent" });
  const request = unsigned({
    ...Object.fromEntries(new URL(flow.address()).searchParams),
    iss: DIARY.clientId,
    scope: "patient/*.rs",
    aud: "https://evil.example.org/fhir",
  });
  const shown = await flow.start({ request });
  if (shown.kind === "app") return expect(shown.params.get("code")).toBeNull();
  if (shown.page === "error.ftl") return;
  const page = await flow.signIn(shown, MARY.username, MARY.password);
  expect(paramsOf(page)).toMatchObject({ error: "invalid_request" });
});

test("N19: a request_uri of the attacker's is not fetched", async () => {
  const shown = await realm.flow(SCOPE).start({ request_uri: "http://localhost:9/request.jwt" });
  expect(shown).not.toMatchObject({ page: "login.ftl" });
  expect(shown.kind === "app" ? shown.params.get("code") : null).toBeNull();
});

test.each([
  ["scope", SCOPE, "patient/*.rs"],
  ["aud", FHIR_BASE_URL, "https://evil.example.org/fhir"],
  ["client_id", DIARY.clientId, LAB_APP.clientId],
  ["prompt", "consent", "none"],
])("N20: %s twice in one request is refused", async (name, first, second) => {
  const flow = realm.flow(SCOPE);
  const query = new URL(flow.address()).searchParams;
  query.delete(name);
  for (const order of [
    [first, second],
    [second, first],
  ]) {
    const twice = new URLSearchParams([...query, ...order.map((value) => [name, value] as [string, string])]);
    const shown = await flow.open(`${realm.issuer}/protocol/openid-connect/auth?${twice}`);
    if (shown.kind === "app") expect(shown.params.get("error")).toBe("invalid_request");
    else expect(shown.page).toBe("error.ftl");
  }
});
