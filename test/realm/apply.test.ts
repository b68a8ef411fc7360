/** R11: the realm is code; applying it is safe at any time. */
import { applyRealm, type Member, RealmConfigError } from "@member-exchange/realm-config";
import { planPolicy } from "../support/policy.ts";
import { keycloak, MARY, NORA, TestRealm } from "../support/realm.ts";

const WORDS = "{ name: Dental care, covers: Visits to the dentist., sharing: The app can see them. }";
const TOM = { patient: "patient-tom", relationship: "parent", name: "Tom Member", birthDate: "2014-05-02", until: "2031-05-01" };
const ROSE = { patient: "patient-rose", relationship: "guardian", name: 'Rose "Rosie" Niño' };
const { fhirPatient: _, ...account } = MARY;
/** Has no record of her own and acts for two people. */
const PARENT: Member = { ...account, username: "parent", email: "parent@example.org", represents: [TOM, ROSE] };

let realm: TestRealm;
beforeAll(async () => {
  realm = await TestRealm.create({ planClient: { id: "plan-service", secret: "plan-secret-for-tests" }, members: [MARY, NORA, PARENT] });
});
beforeEach(() => realm.signInAdmin());
afterAll(() => realm.remove());

test("a second run changes nothing", async () => {
  const { created, changed, unchanged } = await applyRealm(realm.settings);
  expect({ created, changed }).toEqual({ created: [], changed: [] });
  expect(unchanged).toBeGreaterThan(100);
});

test("what somebody changed by hand is put right, and what is not ours is left alone", async () => {
  const id = await realm.clientUuid("willow-diary");
  await realm.changeClient("willow-diary", { consentRequired: false, fullScopeAllowed: true });
  await realm.admin.clients.create({ clientId: "portal", attributes: { note: "not ours" } });
  await realm.admin.users.create({ username: "stranger", enabled: true });

  const { created, changed } = await applyRealm(realm.settings);

  expect({ created, changed }).toEqual({ created: [], changed: ["client willow-diary"] });
  expect(await realm.admin.clients.findOne({ id })).toMatchObject({ consentRequired: true, fullScopeAllowed: false });
  expect(await realm.admin.clients.find({ clientId: "portal" })).toHaveLength(1);
  expect(await realm.admin.users.find({ username: "stranger", exact: true })).toHaveLength(1);
});

test("an app keeps no client scope that it was given by hand", async () => {
  const id = await realm.clientUuid("willow-diary");
  const profile = await realm.admin.clientScopes.findOneByName({ name: "profile" });
  await realm.admin.clients.addDefaultClientScope({ id, clientScopeId: profile?.id as string });
  const { changed } = await applyRealm(realm.settings);
  expect(changed).toEqual(["client scopes of willow-diary"]);
  const names = (await realm.admin.clients.listDefaultClientScopes({ id })).map(({ name }) => name);
  expect(names.sort()).toEqual(["basic", "member-authorization"]);
});

test("D2 a plan's own policy is applied once, stays when it is applied again, and cannot be forgotten", async () => {
  const policy = planPolicy("version: 2027-01-01", `add: [{ code: DENT, since: 2027-01-01, texts: { en: ${WORDS}, es: ${WORDS} } }]`);
  const removed = planPolicy(
    "version: 2027-01-02",
    `add: [{ code: DENT, since: 2027-01-01, texts: { en: ${WORDS}, es: ${WORDS} } }]`,
    "remove: [{ category: DENT, since: 2027-01-02 }]",
  );
  const name = `realm ${realm.settings.realm}`;
  expect((await applyRealm({ ...realm.settings, policy })).changed).toEqual([name]);
  expect((await applyRealm({ ...realm.settings, policy })).changed).toEqual([]);
  await expect(applyRealm(realm.settings)).rejects.toThrow(RealmConfigError);
  expect((await applyRealm({ ...realm.settings, policy: removed })).changed).toEqual([name]);
  expect((await applyRealm(realm.settings)).changed).toEqual([name]);
});

test("the mail server is set once, its password again each time, and without one it stays", async () => {
  const smtp = {
    host: "mail.plan.example",
    port: 587,
    from: "no-reply@plan.example",
    security: "starttls",
    credentials: { username: "keycloak", password: "first" },
  } as const;
  const kept = async () => (await realm.admin.realms.findOne({ realm: realm.settings.realm }))?.smtpServer;
  expect((await applyRealm({ ...realm.settings, smtp })).changed).toEqual(["mail server"]);
  expect((await applyRealm({ ...realm.settings, smtp })).changed).toEqual([]);
  expect((await applyRealm(realm.settings)).changed).toEqual([]);
  expect(await kept()).toMatchObject({ host: smtp.host, port: "587", from: smtp.from, starttls: "true", ssl: "false", auth: "true" });
  expect((await applyRealm({ ...realm.settings, smtp: { ...smtp, port: 25 } })).changed).toEqual(["mail server"]);
});

describe("whom a member may decide for", () => {
  const links = async (username: string) => {
    const [user] = await realm.admin.users.find({ username, exact: true });
    return { own: user?.attributes?.fhir_patient, others: user?.attributes?.represented_patients };
  };
  const withParent = (changes: Partial<Member>) => ({ ...realm.settings, members: [MARY, NORA, { ...PARENT, ...changes }] });

  test("R14 each person is one JSON text with its words in one order", async () => {
    expect(await links("parent")).toEqual({
      own: undefined,
      others: [
        '{"patient":"patient-tom","relationship":"parent","name":"Tom Member","birthDate":"2014-05-02","until":"2031-05-01"}',
        '{"patient":"patient-rose","relationship":"guardian","name":"Rose \\"Rosie\\" Niño"}',
      ],
    });
    expect(await links("mary")).toEqual({ own: ["patient-mary"], others: undefined });
  });

  test("R14 the same people in another order of words are no change; another end is", async () => {
    const { patient, ...others } = TOM;
    expect((await applyRealm(withParent({ represents: [{ ...others, patient }, ROSE] }))).changed).toEqual([]);
    const { changed } = await applyRealm(withParent({ represents: [{ ...TOM, until: "2032-05-01" }, ROSE] }));
    expect(changed).toEqual(["member parent"]);
    expect((await links("parent")).others?.[0]).toContain("2032-05-01");
  });

  test("R14 a person who is no longer named is taken away, and so is a record of one's own", async () => {
    const nora: Member = { ...account, username: "nora", firstName: "Nora", email: "nora@example.org" };
    const settings = { ...realm.settings, members: [MARY, nora, { ...PARENT, represents: [] }] };
    const nobody = { own: undefined, others: undefined };
    expect((await applyRealm(settings)).changed).toEqual(["member nora", "member parent"]);
    expect([await links("nora"), await links("parent")]).toEqual([nobody, nobody]);
    expect((await applyRealm(settings)).changed).toEqual([]);
    await applyRealm(realm.settings);
  });

  test.each([
    ["20 people", Array.from({ length: 20 }, (_, index) => JSON.stringify({ ...TOM, patient: `p${index}` })), undefined],
    ["21 people", Array.from({ length: 21 }, (_, index) => JSON.stringify({ ...TOM, patient: `p${index}` })), 400],
    ["what is no JSON object", ["patient-tom"], 400],
    ["a text of 1,025 characters", [`{${"x".repeat(1023)}}`], 400],
  ])("an admin who writes %s", async (_, texts, refused) => {
    const id = await realm.userId(PARENT);
    const user = await realm.admin.users.findOne({ id });
    const written = realm.admin.users.update({ id }, { ...user, attributes: { ...user?.attributes, represented_patients: texts } });
    const status = await written.then(
      () => undefined,
      (error) => error.response?.status,
    );
    expect(status).toBe(refused);
  });
});

test("it works on a realm that exists already", async () => {
  const { url, admin } = keycloak();
  const name = `${realm.settings.realm}-old`;
  realm.admin.setConfig({ realmName: "master" });
  await realm.signInAdmin();
  await realm.admin.realms.create({ realm: name, enabled: true, attributes: { theirs: "kept" } });
  const settings = { ...realm.settings, keycloakUrl: url, admin, realm: name, members: [] };
  const { changed } = await applyRealm(settings);
  expect(changed).toContain(`realm ${name}`);
  await realm.signInAdmin();
  const actual = await realm.admin.realms.findOne({ realm: name });
  expect(actual?.attributes).toMatchObject({ theirs: "kept" });
  const { created, changed: again } = await applyRealm(settings);
  expect({ created, again }).toEqual({ created: [], again: [] });
});

test.each([
  ["no server there", { keycloakUrl: "http://127.0.0.1:9" }, /does not answer at http:\/\/127.0.0.1:9: start it/],
  ["a wrong password", { admin: { username: "admin", password: "wrong" } }, /refuses the admin admin: check/],
])("%s: one sentence that says what to do", async (_, override, sentence) => {
  const failure = applyRealm({ ...realm.settings, ...override });
  await expect(failure).rejects.toThrow(RealmConfigError);
  await expect(failure).rejects.toThrow(sentence);
});
