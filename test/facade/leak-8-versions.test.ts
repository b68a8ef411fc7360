/** Versions, times and conditional requests tell nothing: leaks 8, 10, 22 and 22a. */
import type { JsonObject } from "../../fhir-facade/src/compartment/resource.ts";
import { type Answered, EVERYTHING, type Surroundings, startSurroundings } from "./support/facade.ts";
import { ACT_CODE, coded, condition, HIDDEN, ICD, OTHERS, SHOWN } from "./support/records.ts";

let around: Surroundings;
beforeAll(async () => {
  around = await startSurroundings([]);
});
beforeEach(() => {
  around.store.resources = [...SHOWN, ...HIDDEN, ...OTHERS];
  around.store.asked.length = 0;
});
afterAll(() => around.close());

const seen = ({ status, headers: { date: _, ...headers }, text }: Answered) => ({ status, headers, text });

describe("leak 8: versions", () => {
  test("leak 8: absent, hidden and deleted are one answer, whatever the condition of the request", async () => {
    const token = await around.issuer.grant();
    const conditions = [{}, { "If-None-Match": 'W/"7"' }, { "If-Modified-Since": "Thu, 01 Jan 2099 00:00:00 GMT" }, { "If-Match": "*" }];
    const answers = new Set<string>();
    for (const headers of conditions)
      for (const id of ["b-sud", "none", "of-p2"])
        answers.add(JSON.stringify(seen(await around.ask({ path: `/Condition/${id}`, token, headers }))));
    around.store.misbehaviour = (_request, response) => void response.writeHead(410).end();
    const everything = await around.issuer.grant(EVERYTHING);
    answers.add(JSON.stringify(seen(await around.ask({ path: "/Condition/gone", token: everything }))));
    around.store.misbehaviour = undefined;
    expect(answers.size).toBe(1);
  });

  test.each(["/Condition/c1/_history/1", "/Condition/b-sud/_history/1", "/Condition/none/_history/1", "/Condition/c1/_history"])(
    "leak 8: GET %s is one refusal, and the store is not asked",
    async (path) => {
      const refused = await around.get(path, EVERYTHING);
      expect([refused.status, around.store.asked]).toEqual([400, []]);
      expect(refused.text).toBe((await around.get("/Condition/x/y/z", EVERYTHING)).text);
    },
  );

  test("leak 8: no answer has a version or a time of its own", async () => {
    for (const changes of [{}, EVERYTHING])
      for (const path of ["/Patient/p1", "/Condition?_count=1"]) {
        const { headers } = await around.get(path, changes);
        for (const name of ["etag", "last-modified", "location", "content-location"])
          expect([name, headers[name]]).toEqual([name, undefined]);
      }
  });
});

describe("leak 10: what is decided before the store is asked does not depend on what it has", () => {
  test("leak 10: a type without scope is refused alike whatever is in the store", async () => {
    const answers = new Set<string>();
    for (const resources of [[], SHOWN, [...SHOWN, ...HIDDEN]]) {
      around.store.resources = resources;
      for (const path of ["/Condition/b-sud", "/Condition/c1"])
        answers.add(JSON.stringify(seen(await around.get(path, { scope: "patient/Goal.rs" }))));
    }
    expect([answers.size, around.store.asked]).toEqual([1, []]);
  });
});

describe("leak 22: the store is asked as often for what is hidden as for what is not there", () => {
  test.each(["/Condition/X", "/Condition?_id=X", "/Observation?_id=X", "/Condition?_id=X&_revinclude=Provenance:target"])(
    "leak 22: %s",
    async (path) => {
      const token = await around.issuer.grant();
      const asked: string[][] = [];
      for (const id of ["b-sud", "o9-refers", "of-p2", "none"]) {
        around.store.asked.length = 0;
        await around.ask({ path: path.replace("X", id), token });
        asked.push(around.store.asked.map((line) => line.replaceAll(id, "X")).sort());
      }
      expect(new Set(asked.map((lines) => lines.join("\n"))).size).toBe(1);
      expect(asked[0]?.join()).not.toContain("X");
    },
  );
});

describe("leak 22a: what an edit would tell", () => {
  const at = (version: string): JsonObject => ({
    meta: { versionId: version, lastUpdated: `202${version}-01-01T00:00:00Z`, source: `#${version}` },
  });

  test("leak 22a: a shown resource is the same bytes in every version, when anything is withheld", async () => {
    const texts = new Set<string>();
    for (const version of ["1", "2", "3"]) {
      around.store.resources = [...SHOWN.filter(({ id }) => id !== "c1"), condition("c1", at(version))];
      texts.add((await around.get("/Condition/c1")).text + (await around.get("/Condition?_id=c1")).text);
    }
    expect(texts.size).toBe(1);
  });

  test.each([
    "/Condition?_lastUpdated=ge2020-01-01",
    "/Condition?_sort=_lastUpdated",
    "/Condition?_sort=-_lastUpdated",
    "/Patient/p1/$everything?_since=2020-01-01",
  ])("leak 22a: GET %s is refused when anything is withheld, before the store is asked, and only then", async (path) => {
    expect((await around.get(path)).status).toBe(400);
    expect(around.store.asked).toEqual([]);
    expect((await around.get(path, EVERYTHING)).status).toBe(200);
  });

  test("leak 22a: released substance-use records carry both marks, others neither, and the Bundle none", async () => {
    around.store.resources = [...SHOWN, condition("sud", { code: coded(ICD, "F11.20") })];
    const shared = { mode: "chosen", shared: ["DEMO", "SUD"] } as const;
    const labels = async (id: string, changes: object) =>
      ((await around.get(`/Condition/${id}`, changes)).body.meta?.security ?? []).map(
        ({ system, code }: JsonObject) => `${system}|${code}`,
      );
    for (const changes of [shared, EVERYTHING]) {
      expect(await labels("sud", changes)).toEqual([`${ACT_CODE}|42CFRPart2`, `${ACT_CODE}|NORDSCLCD`]);
      expect(await labels("c1", changes)).toEqual([]);
      expect((await around.get("/Condition", changes)).body.meta).toBeUndefined();
    }
  });
});
