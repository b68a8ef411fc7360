/** docs/contracts.md, section 4: what the screen gets and what its form may say (R4, R5, R7, R8, R12, D5, D7). */
import type { Shown } from "../support/authorization-flow.ts";
import { DIARY, MARY, TestRealm } from "../support/realm.ts";

const SCOPE = "launch/patient patient/Condition.rs patient/Observation.rs";
const bean = (shown: Shown) => {
  expect(shown).toMatchObject({ kind: "page", page: "member-authorization.ftl" });
  return shown.kind === "page" ? shown.context.authorization : undefined;
};
// biome-ignore lint/suspicious/noExplicitAny: rows of the page's context
const chosen = (rows: any[], key: string) => rows.filter((row) => row.chosen).map((row) => row[key]);

let realm: TestRealm;
beforeAll(async () => {
  realm = await TestRealm.create({ apps: [{ ...DIARY, name: `<script>alert(1)</script> "Diary"` }] });
});
beforeEach(() => realm.signInAdmin());
afterAll(() => realm.remove());

test("R7: after signing in, the member sees who asks, for whose record, and for what", async () => {
  const page = bean(await realm.signedIn(realm.flow(SCOPE)));
  expect(page.client).toMatchObject({
    clientId: "willow-diary",
    ownerType: "developer",
    ownerName: "Willow Diary Company",
    verified: true,
  });
  expect(page.person).toEqual({ name: "Mary Member", relationship: "self" });
  expect(page.types).toMatchObject([
    { type: "Condition", group: "visits", scope: "patient/Condition.rs", chosen: true, whole: true, added: false },
    { type: "Observation", group: "results", scope: "patient/Observation.rs", chosen: true, whole: true, added: false },
  ]);
  expect(page).toMatchObject({
    problem: "",
    returning: false,
    news: false,
    neverShared: [{ code: "PSYTHPN", name: "Psychotherapy notes" }],
  });
});

test("R4: no sensitive category is ticked, all but sensitive and the shortest time that the app can use are preselected", async () => {
  const page = bean(await realm.signedIn(realm.flow(SCOPE)));
  expect(page.mode).toBe("all-but-sensitive");
  expect(chosen(page.categories, "code")).toEqual(["DEMO"]);
  expect(chosen(page.durations, "value")).toEqual(["once"]);
});

test("a hostile app name arrives as text", async () => {
  const shown = await realm.signedIn(realm.flow(SCOPE));
  expect(bean(shown).client.name).toBe(`<script>alert(1)</script> "Diary"`);
  expect(shown.kind === "page" && shown.html).not.toContain("alert(1)</script>");
});

test("R6: a wrong password gives the sign-in page again, not the screen", async () => {
  const flow = realm.flow(SCOPE);
  const shown = await flow.signIn(await flow.start(), MARY.username, "wrong");
  expect(shown).toMatchObject({ kind: "page", page: "login.ftl" });
});

test.each([
  ["nothing ticked", { decision: "allow", mode: "chosen", duration: "P1Y" }, "nothing-chosen"],
  [
    "only scopes that are not on the page",
    { decision: "allow", mode: "chosen", scope: "patient/Goal.rs", duration: "P1Y" },
    "nothing-chosen",
  ],
  ["substance-use records without an end", { decision: "allow", mode: "everything", duration: "until-stopped" }, "needs-end"],
  ["a duration that is not offered", { decision: "allow", mode: "everything", duration: "P99Y" }, "not-understood"],
  ["no mode", { decision: "allow", duration: "P1Y" }, "not-understood"],
  ["an unknown mode", { decision: "allow", mode: "all", duration: "P1Y" }, "not-understood"],
  ["decision stay", { decision: "stay", mode: "everything", duration: "P1Y" }, ""],
  ["no decision", { mode: "everything", duration: "P1Y" }, ""],
  ["two decisions at once", { decision: ["allow", "deny"], mode: "everything", duration: "P1Y" }, ""],
])("%s: the page again, and nothing is recorded", async (_, form, problem) => {
  const flow = realm.flow(SCOPE);
  const shown = await flow.post(await realm.signedIn(flow), form);
  expect(bean(shown).problem).toBe(problem);
  expect(bean(shown).returning).toBe(false);
  expect(bean(await realm.signedIn(realm.flow(SCOPE))).returning).toBe(false);
});

test("the page shown again keeps what was posted", async () => {
  const flow = realm.flow(SCOPE);
  const form = { decision: "stay", mode: "chosen", scope: "patient/Condition.rs", category: ["HIV", "DEMO"], duration: "P3M" };
  const page = bean(await flow.post(await realm.signedIn(flow), form));
  expect(page.mode).toBe("chosen");
  expect(chosen(page.types, "type")).toEqual(["Condition"]);
  expect(chosen(page.categories, "code")).toEqual(["HIV", "DEMO"]);
  expect(chosen(page.durations, "value")).toEqual(["P3M"]);
});

test("R8: don't allow sends the app back with access_denied and its state, and records nothing", async () => {
  const flow = realm.flow(SCOPE, { state: "state-of-mine" });
  const shown = await flow.post(await realm.signedIn(flow), { decision: "deny", mode: "everything", duration: "P1Y" });
  expect(shown.kind === "app" && Object.fromEntries(shown.params)).toMatchObject({ error: "access_denied", state: "state-of-mine" });
  expect(bean(await realm.signedIn(realm.flow(SCOPE))).returning).toBe(false);
});

test("R5: share everything is one answer and shares every category but psychotherapy notes", async () => {
  const { body } = await realm.authorize(realm.flow(SCOPE), { mode: "everything" });
  const effective = await realm.effective(body.access_token);
  expect(effective).toMatchObject({ mode: "everything", shared: ["PSY", "SUD", "HIV", "STD", "SEX", "SDV", "GDIS", "COGN", "DEMO"] });
});

test("prompt=consent asks again with the earlier answer", async () => {
  const page = bean(await realm.signedIn(realm.flow(SCOPE, { prompt: "consent" })));
  expect(page).toMatchObject({ mode: "everything", returning: true });
  expect(chosen(page.durations, "value")).toEqual(["P1Y"]);
});

test("R4: after everything was shared, the list of choices still starts without a sensitive tick", async () => {
  const page = bean(await realm.signedIn(realm.flow(SCOPE, { prompt: "consent" })));
  expect(page.mode).toBe("everything");
  expect(chosen(page.categories, "code")).toEqual(["DEMO"]);
});

test("an answer to another question than the page showed is not taken", async () => {
  const flow = realm.flow(SCOPE, { prompt: "consent" });
  const page = await realm.signedIn(flow);
  const id = await realm.clientUuid("willow-diary");
  const client = await realm.admin.clients.findOne({ id });
  await realm.admin.clients.update({ id }, { ...client, attributes: { ...client?.attributes, registered_scopes: "patient/Condition.rs" } });
  const again = bean(await flow.post(page, { decision: "allow", mode: "everything", duration: "P1Y" }));
  expect(again.problem).toBe("changed");
  expect(again.types.map((row: { type: string }) => row.type)).toEqual(["Condition"]);
  await realm.admin.clients.update({ id }, { ...client });
});

test("a member without a linked record is told so and what to do; whatever is posted from there, the app gets no code", async () => {
  await realm.admin.users.update(
    { id: await realm.userId() },
    { email: MARY.email, firstName: "Mary", lastName: "Member", attributes: {} },
  );
  for (const decision of ["deny", "allow"]) {
    const flow = realm.flow(SCOPE);
    const told = await realm.signedIn(flow);
    expect(told).toMatchObject({
      kind: "page",
      page: "no-record.ftl",
      context: { authorization: { client: { clientId: DIARY.clientId } } },
    });
    const shown = await flow.post(told, { decision, mode: "everything", duration: "P1Y" });
    expect(shown.kind === "app" && Object.fromEntries(shown.params)).toMatchObject({ error: "access_denied" });
    expect(shown.kind === "app" && shown.params.has("error_description")).toBe(false);
  }
});
