/** CMS's own suppression list for substance use (42 CFR Part 2), code by code and path by path, and the gaps of that list. */
import { PUBLISHED, publishedRows } from "../support/published.ts";
import { finder, PATHS, SYSTEMS, teller } from "./support/codes.ts";

const ROWS = publishedRows("bfd-samhsa-security-labels.tsv").map(({ system = "", code = "" }) => ({ system, code }));
const CPT = ROWS.filter(({ system }) => system === SYSTEMS.cpt);
const OTHERS = ROWS.filter(({ system }) => system !== SYSTEMS.cpt);
const concept = (system: string, code: string) => ({ coding: [{ system, code }] });

beforeAll(() => {
  if (PUBLISHED === undefined) throw new Error("the published lists lie nowhere: set SENSITIVITY_DIR to the folder that holds sources/");
});

describe("R8 CMS's substance-use list is found whole", () => {
  const find = finder([]);
  const findWithCpt = finder(["cpt"]);

  test("R8: the list is the one that was counted: 720 codes and 4 CPT numbers", () =>
    expect([OTHERS.length, CPT.length]).toEqual([720, 4]));

  test.each(PATHS)("R8: every code of it in %s", (_path, place) => {
    const missed = OTHERS.filter(({ system, code }) => !find("SUD", concept(system, code), place));
    expect(missed).toEqual([]);
  });

  test.each(PATHS)("R8: its CPT numbers in %s, with the optional list", (_path, place) => {
    const missed = CPT.filter(({ system, code }) => !findWithCpt("SUD", concept(system, code), place));
    expect(missed).toEqual([]);
  });

  test("R8: whatever the spelling: without dots, in lower case, without system where the shape tells", () => {
    const tell = teller([]);
    const missed = OTHERS.filter(({ system, code }) =>
      [code.replace(".", ""), code.toLowerCase(), ` ${code} `].some((spelling) => !tell(system, spelling).split(" ").includes("SUD")),
    );
    expect(missed).toEqual([]);
    const unnamed = OTHERS.filter(({ system }) => system === SYSTEMS.icd10 || system === SYSTEMS.hcpcs);
    const place = PATHS[0]?.[1] ?? ((code) => ({ resourceType: "Condition", code }));
    expect(unnamed.filter(({ code }) => !find("SUD", { coding: [{ code }] }, place))).toEqual([]);
  });

  test("R8: the list keeps the CMS-DRG numbers of before October 2007, whatever they mean now", () =>
    expect(teller([])(SYSTEMS.drg, "522")).toBe("SUD"));
});

describe("R8 the gaps of CMS's list are closed", () => {
  const tell = teller([]);
  const gaps: readonly [what: string, system: string, codes: readonly string[]][] = [
    ["poisoning by narcotics and hallucinogens", SYSTEMS.icd10, ["T40.1X1A", "T40.2X1A", "T40.5X4A", "T40.411A", "T40.601A", "T40.711A"]],
    ["alcoholic liver disease", SYSTEMS.icd10, ["K70.0", "K70.30", "K70.9"]],
    ["use in pregnancy", SYSTEMS.icd10, ["O99.310", "O99.315", "O99.320", "O99.325"]],
    ["drugs in blood", SYSTEMS.icd10, ["R78.0", "R78.1", "R78.2", "R78.3", "R78.4", "R78.5"]],
    ["family history", SYSTEMS.icd10, ["Z81.1", "Z81.3", "Z81.4"]],
    ["left against advice", SYSTEMS.drg, ["894"]],
    ["assessment and counselling", SYSTEMS.hcpcs, ["H0001", "H0002", "H0003", "H0004"]],
    ["buprenorphine", SYSTEMS.hcpcs, ["J0571", "J0572", "J0573", "J0574", "J0575", "J0577", "J0578"]],
    ["naltrexone depot", SYSTEMS.hcpcs, ["J2315"]],
    [
      "pharmacy claims by RxNorm",
      SYSTEMS.rxnorm,
      ["1819", "352364", "1010600", "1010604", "351266", "637213", "835726", "197623", "1483744"],
    ],
    ["pharmacy claims by NDC", SYSTEMS.ndc, ["12496-1208-03", "12496120803", "54123-914-30", "00054-0188-13"]],
    ["programmes named by a modifier", SYSTEMS.hcpcs, ["HF", "HG", "H0015-HF"]],
    ["places of treatment", SYSTEMS.place, ["55", "57", "58"]],
    ["revenue codes", SYSTEMS.revenue, ["0116", "0906", "0944", "0945", "1002", "116", "906"]],
  ];
  test.each(gaps)("R8: %s", (_what, system, codes) => {
    const missed = codes.filter((code) => !tell(system, code).split(" ").includes("SUD"));
    expect(missed).toEqual([]);
  });

  test("R8: what is weak there stays weak: adverse effects of opioids, pain forms of buprenorphine, methadone tablets", () => {
    expect(tell(SYSTEMS.icd10, "T40.2X5A")).toBe("SUD?");
    expect(tell(SYSTEMS.rxnorm, "904880")).toBe("SUD?");
    expect(tell(SYSTEMS.rxnorm, "864706")).toBe("SUD?");
    expect(tell(SYSTEMS.ndc, "59385-024-60")).toBe("SUD?");
  });
});
