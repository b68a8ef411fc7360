/** The subset law, on the real server with drawn requests: granted ⊆ requested ∩ registered ∩ chosen, refresh ⊆ granted, and `scope` of the answer is what the facade enforces (D4). */
import { parseResourceScope, RESOURCE_TYPES } from "@member-exchange/sharing-policy";
import fc from "fast-check";
import type { Shown } from "../../support/authorization-flow.ts";
import { type RealmFacade, startFacade } from "../../support/facade.ts";
import { DIARY, TestRealm } from "../../support/realm.ts";

const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const RUNS = Number(process.env.RUNS ?? 15);
/** Kinds of which each member of this test has one resource. */
const PROBED = { Patient: "", Condition: "-cough", Observation: "-height" } as const;

let realm: TestRealm;
let facade: RealmFacade;
beforeAll(async () => {
  realm = await TestRealm.create({ apps: [DIARY] });
  facade = await startFacade(realm);
});
afterAll(() => Promise.all([facade.close(), realm.remove()]));

/** What scopes allow, one word for each: `Condition r`, `Condition s`. */
function allowed(scopes: Iterable<string>): Set<string> {
  const rights = new Set<string>();
  for (const scope of [...scopes].flatMap((name) => parseResourceScope(name) ?? [])) {
    const types = scope.type === "*" ? Object.keys(RESOURCE_TYPES) : [scope.type];
    for (const type of types) {
      if (scope.read) rights.add(`${type} r`);
      if (scope.search) rights.add(`${type} s`);
    }
  }
  return rights;
}
const words = (scope: unknown): string[] =>
  String(scope ?? "")
    .split(" ")
    .filter(Boolean);
const others = (scopes: readonly string[]): string[] => scopes.filter((name) => !name.startsWith("patient/"));
const within = (part: Iterable<string>, whole: Iterable<string>): string[] => {
  const all = new Set(whole);
  return [...part].filter((one) => !all.has(one));
};

const resourceScope = fc
  .tuple(fc.constantFrom(...Object.keys(PROBED), "Goal", "*"), fc.constantFrom("rs", "r", "s", "read"))
  .map(([type, permission]) => `patient/${type}.${permission}`);
const other = fc.constantFrom("launch/patient", "openid", "fhirUser", "offline_access");
const scopes = fc.tuple(fc.uniqueArray(other), fc.uniqueArray(resourceScope, { minLength: 1, maxLength: 6 })).map((both) => both.flat());
const drawn = fc.record({
  requested: scopes,
  registered: scopes,
  ticks: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
  kept: fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer Value> ? Value : never;

interface Row {
  readonly type: string;
  readonly scope: string;
}

/** What the token is worth at the facade: each probed kind by search and by read. */
async function enforced(token: string | undefined, patient: string): Promise<Set<string>> {
  const rights = new Set<string>();
  for (const [type, suffix] of Object.entries(PROBED)) {
    if ((await facade.read(token, type)).status === 200) rights.add(`${type} s`);
    if ((await facade.read(token, `${type}/${patient}${suffix}`)).status === 200) rights.add(`${type} r`);
  }
  return rights;
}
const probed = (rights: ReadonlySet<string>): string[] => [...rights].filter((right) => (right.split(" ")[0] as string) in PROBED).sort();

const seen = { refused: 0, granted: 0, narrowed: 0 };

async function obeys({ requested, registered, ticks, kept }: Drawn): Promise<void> {
  await realm.signInAdmin();
  await realm.changeClient(DIARY.clientId, { attributes: { registered_scopes: registered.join(" ") } });
  const member = await realm.newMember();
  facade.keep(member.fhirPatient);
  const flow = realm.flow(requested.join(" "));
  const page: Shown = await realm.signedIn(flow, member);
  const possible = new Set([...allowed(requested)].filter((right) => allowed(registered).has(right)));
  if (page.kind === "app") {
    seen.refused += 1;
    expect([page.params.get("error"), [...possible]]).toEqual(["access_denied", []]);
    return;
  }
  const rows: Row[] = page.context.authorization.types;
  // no more than possible, and nothing of it is lost
  expect([...allowed(rows.flatMap((row) => words(row.scope)))].sort()).toEqual([...possible].sort());
  const kinds = rows.filter((_, index) => index === 0 || ticks[index % ticks.length]).map((row) => row.scope);
  const ticked = kinds.flatMap(words);
  const shown = await flow.post(page, { mode: "chosen", scope: kinds, category: ["DEMO"], duration: "P1Y", decision: "allow" });
  const first = await flow.redeem(shown);
  const granted = words(first.body.scope);

  expect(within(allowed(granted), possible)).toEqual([]);
  expect([...allowed(granted)].sort()).toEqual([...allowed(ticked)].sort());
  expect(within(others(granted), requested)).toEqual([]);
  expect(within(others(granted), [...registered, "openid"])).toEqual([]);
  await expectEnforced(first.body.access_token, first.body.scope, member.fhirPatient);
  seen.granted += 1;
  if (allowed(granted).size < possible.size) seen.narrowed += 1;

  const part = granted.filter((name, index) => name === "offline_access" || index === 0 || kept[index % kept.length]);
  const again = await flow.refresh(first.body.refresh_token, { scope: part.join(" ") });
  if (again.status !== 200) return expect(again.body.error).toMatch(/invalid_(scope|grant)/);
  expect(within(words(again.body.scope), granted)).toEqual([]);
  expect(again.body.patient).toBe(member.fhirPatient);
  await expectEnforced(again.body.access_token, again.body.scope, member.fhirPatient);
}

async function expectEnforced(token: string | undefined, scope: unknown, patient: string): Promise<void> {
  const told = allowed(words(scope));
  const effective = (await realm.effective(token))?.scope;
  expect([...allowed(words(effective))].sort()).toEqual([...told].sort());
  expect([...(await enforced(token, patient))].sort()).toEqual(probed(told));
}

test(`granted ⊆ requested ∩ registered ∩ chosen, refresh ⊆ granted, told = enforced (repeat with SEED=${SEED})`, async () => {
  process.stderr.write(`subset law: ${RUNS} runs, SEED=${SEED}\n`);
  await fc.assert(fc.asyncProperty(drawn, obeys), { seed: SEED, numRuns: RUNS, endOnFailure: !process.env.SHRINK });
  process.stderr.write(`subset law: ${JSON.stringify(seen)}\n`);
  // a server that grants nothing would obey, too
  expect(seen.granted).toBeGreaterThan(RUNS / 4);
}, 600_000);
