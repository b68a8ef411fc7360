/** Leaks 19, 21 and 23, and the mark on released substance-use records: what leaves names nobody else, no internal address, and says when it may not be passed on. */
import { type Answered, EVERYTHING, keysOf, type Surroundings, startSurroundings } from "./support/facade.ts";
import { FHIR_BASE_URL } from "./support/issuer.ts";
import { ACT_CODE, coded, condition, ICD, observation, patient, resource } from "./support/records.ts";

let around: Surroundings;
let token: string;
beforeAll(async () => {
  around = await startSurroundings([]);
  token = await around.issuer.grant(EVERYTHING);
  const base = around.store.url;
  around.store.resources = [
    patient("p1", { link: [{ other: { reference: "Patient/p2" }, type: "seealso" }] }),
    resource("Coverage", "cov", {
      status: "active",
      beneficiary: { reference: "Patient/p1" },
      subscriber: { reference: "Patient/p2", display: "Spouse Name", identifier: { value: "S-1" } },
      policyHolder: { reference: `${base}/Patient/p2` },
      payor: [{ reference: "Patient/p2/_history/1", display: "Spouse Name" }],
    }),
    observation("o1", { performer: [{ reference: "Patient/p1" }, { reference: "Patient/p2" }] }),
    condition("with-contained", { contained: [{ resourceType: "Encounter", id: "x", subject: { reference: "Patient/p2" } }] }),
    condition("absolute", { encounter: { reference: `${base}/Encounter/e1` }, text: { div: `<a href="${base}/Encounter/e1">x</a>` } }),
    resource("Encounter", "e1", { status: "finished", subject: { reference: "Patient/p1" }, class: { system: ACT_CODE, code: "AMB" } }),
    condition("sud", { code: coded(ICD, "F11.20"), meta: { security: [{ system: ACT_CODE, code: "42CFRPart2" }] } }),
    condition("plain"),
  ];
});
afterAll(() => around.close());

const ask = (path: string): Promise<Answered> => around.ask({ path, token });

describe("leak 23: other members", () => {
  test.each(["/Patient/p1", "/Coverage/cov", "/Observation/o1", "/Condition/with-contained"])(
    "leak 23: GET %s names no other member, not even when everything is shared",
    async (path) => {
      const answer = await ask(path);
      expect(answer.status).toBe(200);
      expect(answer.text).not.toMatch(/Patient\/p2|Spouse Name|S-1/);
      expect(answer.text).toContain("data-absent-reason");
    },
  );

  test("leak 23: a reference to the member stays", async () => {
    expect((await ask("/Observation/o1")).body.performer[0]).toEqual({ reference: "Patient/p1" });
  });
});

describe("leak 19: addresses of the store", () => {
  test.each(["/Condition/absolute", "/Condition?_id=absolute", "/Patient/p1/$everything"])(
    "leak 19: GET %s gives them as addresses of this API",
    async (path) => {
      const answer = await ask(path);
      expect(answer.text).not.toContain(around.store.url);
      expect(answer.text).toContain(`"reference":"${FHIR_BASE_URL}/Encounter/e1"`);
      expect(answer.text).toContain(`${FHIR_BASE_URL}/Encounter/e1\\">x</a>`);
    },
  );

  test("leak 19: such an address of the member's own is followed as an include, and by nothing else", async () => {
    expect(keysOf(await ask("/Condition?_id=absolute&_include=Condition:encounter"))).toEqual(["Condition/absolute", "Encounter/e1"]);
  });
});

describe("42 CFR 2.32: released substance-use records", () => {
  const marks = (answer: Answered): string[] =>
    (answer.body.meta?.security ?? []).map(({ code }: { code: string }) => code).filter((code: string) => /42CFR|NORDSCLCD/.test(code));

  test.each([
    ["everything is shared", EVERYTHING],
    ["substance use is shared and more is withheld", { mode: "chosen", shared: ["SUD", "DEMO"] } as const],
  ])("R4: they carry both labels once when %s, and nothing else does", async (_title, choice) => {
    expect(marks(await around.get("/Condition/sud", choice))).toEqual(["42CFRPart2", "NORDSCLCD"]);
    expect(marks(await around.get("/Condition/plain", choice))).toEqual([]);
  });

  test("R4: when they are withheld there is no label anywhere", async () => {
    const answer = await around.get("/Patient/p1/$everything");
    expect([answer.status, /42CFR|NORDSCLCD/.test(answer.text)]).toEqual([200, false]);
  });
});
