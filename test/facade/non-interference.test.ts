/** The same requests to a store that holds what is withheld and to one that never did: every answer is equal. Leaks 1 to 11, 18, 22a and 24, without naming one. */
import { ALL_RESOURCE_TYPES } from "@member-exchange/sharing-policy";
import { cursors } from "../../fhir-facade/src/cursor/cursor.ts";
import { SEARCH_PARAMETERS } from "../../fhir-facade/src/pipeline/2-parse/search-parameters.ts";
import { CURSOR_KEY } from "./support/configuration.ts";
import { type Answered, nextOf, type Surroundings, startSurroundings } from "./support/facade.ts";
import { type Issuer, startIssuer } from "./support/issuer.ts";
import { HIDDEN, MARKER, OTHERS, SHOWN } from "./support/records.ts";

let issuer: Issuer;
let holding: Surroundings;
let without: Surroundings;
let token: string;

beforeAll(async () => {
  issuer = await startIssuer();
  const settings = { INDEX_MAX_AGE_MS: "60000" };
  holding = await startSurroundings([...HIDDEN.slice(0, 5), ...SHOWN, ...HIDDEN.slice(5), ...OTHERS], settings, issuer);
  without = await startSurroundings([...SHOWN, ...OTHERS], settings, issuer);
  token = await issuer.grant();
});
afterAll(() => Promise.all([holding.close(), without.close(), issuer.close()]));

/** Everything an app receives, its page link opened: the link itself is encrypted anew each time. */
async function compared(answer: Answered) {
  const { date: _, ...headers } = answer.headers;
  const cursor = nextOf(answer)?.slice("/?page=".length);
  const text = cursor === undefined ? answer.text : answer.text.replace(cursor, "CURSOR");
  return { status: answer.status, headers, text, cursor: cursor === undefined ? undefined : await cursors([CURSOR_KEY]).open(cursor) };
}

async function expectEqual(path: string, method = "GET", form?: string): Promise<Answered> {
  const asked = { method, path, token, ...(form === undefined ? {} : { form }) };
  const [a, b] = await Promise.all([holding.ask(asked), without.ask(asked)]);
  expect({ path, ...(await compared(a)) }).toEqual({ path, ...(await compared(b)) });
  expect(a.text).not.toContain(MARKER);
  return a;
}

const VALUES: Readonly<Record<string, readonly string[]>> = {
  token: ["active", "F11.20", "http://hl7.org/fhir/sid/icd-10-cm|F11.20", "20447-9", "F11.20,J20.9", "finished", "final"],
  date: ["2024-01-01", "ge2020"],
  reference: ["Encounter/e1", "Encounter/a-refers", "a-refers", "none"],
  string: ["Familyname", "Nobody"],
  id: ["c1"],
};
const ids = [...HIDDEN, ...SHOWN, ...OTHERS].map(({ id }) => id);

const reads = ALL_RESOURCE_TYPES.flatMap((type) => [...ids.filter((_, n) => n % 3 === 0), "b-sud", "none"].map((id) => `/${type}/${id}`));
const lists = ALL_RESOURCE_TYPES.flatMap((type) =>
  ["", "?_count=1", "?_count=3", "?patient=p1", "?patient=p2", "?_lastUpdated=gt2000"].map((query) => `/${type}${query}`),
);
const byId = ALL_RESOURCE_TYPES.flatMap((type) => [`/${type}?_id=${ids.join(",")}`, `/${type}?_id=b-sud`]);
const filtered = Object.entries(SEARCH_PARAMETERS).flatMap(([type, parameters]) =>
  Object.entries(parameters).flatMap(([name, { kind }]) =>
    (VALUES[kind] ?? []).map((value) => `/${type}?${name}=${encodeURIComponent(value)}&_count=2`),
  ),
);
const everything = ["", "?_count=1", "?_count=4", "?_type=Condition"].map((query) => `/Patient/p1/$everything${query}`);
const illFormed = [
  "_has:Observation:patient:code=F11.20",
  "_sort=code",
  "_summary=count",
  "_total=accurate",
  "code:not=F11.20",
  "_include=*",
  "_count=0",
  "code=%ff",
].flatMap((query) => ["Condition", "Observation", "Encounter", "Patient", "Practitioner"].map((type) => `/${type}?${query}`));
const doors = [
  "/Condition/b-sud/_history",
  "/Condition/b-sud/_history/1",
  "/Condition/b-sud/$x",
  "/Encounter/a-refers/$everything",
  "/Condition/b-sud/",
  "/Condition/%62-sud",
  "/Patient/p1/Condition",
  "/Binary/d1",
];

describe("R8 non-interference", () => {
  test("R8: there are at least 200 requests of every kind", () => {
    expect(Math.min(reads.length, lists.length, filtered.length)).toBeGreaterThan(50);
    expect(reads.length + lists.length + byId.length + filtered.length + illFormed.length + doors.length).toBeGreaterThan(200);
  });

  test.each([
    ["reads", reads],
    ["lists", lists],
    ["searches by id", byId],
    ["searches by content", filtered],
    ["$everything", everything],
    ["ill-formed requests", illFormed],
    ["other doors", doors],
  ])("R8: %s are answered alike", async (_title, paths) => {
    for (const path of paths) await expectEqual(path);
  });

  test("R8: posted searches are answered alike", async () => {
    for (const path of [...lists, ...filtered].filter((_, n) => n % 4 === 0)) {
      const [type = "", query = ""] = path.slice(1).split("?");
      await expectEqual(`/${type}/_search`, "POST", query);
    }
  });

  test("R8: other methods are answered alike", async () => {
    for (const method of ["PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"])
      for (const path of ["/Condition/b-sud", "/Condition/c1"]) await expectEqual(path, method);
  });

  test.each(["/Condition?_count=1", "/Condition?_count=2", "/Observation?_count=2&status=final", "/Patient/p1/$everything?_count=3"])(
    "leak 6: page by page, %s is answered alike, and no page but the last is short",
    async (path) => {
      const count = Number(/_count=(\d+)/.exec(path)?.[1]);
      let page = await expectEqual(path);
      for (let next = nextOf(page); next !== undefined; next = nextOf(page)) {
        expect(page.body.entry).toHaveLength(count);
        page = await expectEqual(next);
      }
      expect(page.body.entry.length).toBeGreaterThan(0);
    },
  );

  test("R8: without the right scope, both refuse alike", async () => {
    const narrow = await issuer.grant({ scope: "patient/Observation.rs" });
    for (const path of ["/Condition/b-sud", "/Condition?code=F11.20", "/Encounter", "/Practitioner/dr-sud"]) {
      const [a, b] = await Promise.all([holding.ask({ path, token: narrow }), without.ask({ path, token: narrow })]);
      expect(await compared(a)).toEqual(await compared(b));
    }
  });

  test("R8: the log says as much about one as about the other", () => {
    const plain = (around: Surroundings) => around.log.map(({ milliseconds: _, ...decision }) => JSON.stringify(decision)).sort();
    expect(plain(holding)).toEqual(plain(without));
  });
});
