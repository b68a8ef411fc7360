/** Page links and the query in them: leaks 6 and 7. */
import { EVERYTHING, keysOf, nextOf, type Surroundings, startSurroundings } from "./support/facade.ts";
import { FHIR_BASE_URL } from "./support/issuer.ts";
import { HIDDEN, SHOWN } from "./support/records.ts";

let around: Surroundings;
beforeAll(async () => {
  around = await startSurroundings([...SHOWN, ...HIDDEN], { MAX_PAGE_SIZE: "3" });
});
afterAll(() => around.close());

describe.each([
  ["something is withheld", {}],
  ["everything is shared", EVERYTHING],
])("leaks 6 and 7 when %s", (_title, changes) => {
  test("leak 6: a page is never longer than MAX_PAGE_SIZE, and never short before the last", async () => {
    const pages = await around.all("/Condition?_count=999999", await around.issuer.grant(changes));
    const lengths = pages.map((page) => keysOf(page).length);
    expect(lengths.slice(0, -1).every((length) => length === 3)).toBe(true);
    expect(lengths.length).toBeGreaterThan(1);
  });

  test("leak 6: nothing stands beside a page link", async () => {
    const token = await around.issuer.grant(changes);
    const next = nextOf(await around.ask({ path: "/Condition?_count=2", token })) ?? "";
    for (const more of ["&_count=1", "&patient=p2", `&${next.slice(2)}`])
      expect((await around.ask({ path: next + more, token })).status).toBe(400);
  });

  test("leak 6: the authorization's links of another process, with another key, lead nowhere", async () => {
    const other = await startSurroundings(SHOWN, { CURSOR_KEY: Buffer.alloc(32, 9).toString("base64url") }, around.issuer);
    const token = await around.issuer.grant(changes);
    const next = nextOf(await other.ask({ path: "/Condition?_count=2", token })) ?? "";
    const answers = [await other.ask({ path: next, token }), await around.ask({ path: next, token })];
    await other.close();
    expect(answers.map(({ status }) => status)).toEqual([200, 400]);
  });

  test("leak 7: on every page the self link is the app's own query and nothing else", async () => {
    for (const path of ["/Condition?code=J20.9&_count=2", "/Condition?_count=2", "/Patient/p1/Condition?_count=2"]) {
      const pages = await around.all(path, await around.issuer.grant(changes));
      const selves = pages.map(({ body }) => body.link.find(({ relation }: { relation: string }) => relation === "self").url);
      expect(new Set(selves)).toEqual(new Set([FHIR_BASE_URL + path]));
    }
  });
});
