/** Every distinct code of the synthetic members, decided one by one: what tells something is here, and everything else tells nothing. */
import { CATEGORIES } from "@member-exchange/sharing-policy";
import { OPTIONAL_CODE_LISTS } from "@member-exchange/sharing-policy/code-lists";
import { memberFiles } from "../../demo/loading/bundle-files.ts";
import { SYSTEMS, teller } from "./support/codes.ts";

const FAMILIES = ["snomed", "loinc", "rxnorm", "cvx"] as const;

/** A question mark stands behind what is told weakly: stress, a diet without alcohol, an opioid, a smear, steps of Synthea's HIV module that name no disease. */
const TELLING: readonly (readonly [family: (typeof FAMILIES)[number], told: string, codes: string])[] = [
  ["loinc", "DEMO", "32624-9 54899-0 56051-6 56799-0 63512-8 63586-2 67875-5 71802-3 82589-3 93025-5"],
  ["loinc", "HIV", "20447-9 24467-3 75622-1 7917-8"],
  ["loinc", "PSY", "44249-1 44261-6 55757-9 55758-7 69737-5 70274-6"],
  ["loinc", "PSY?", "93038-8"],
  ["loinc", "SDV", "76499-3 76501-6 76504-0 93026-3"],
  ["loinc", "SUD", "72109-2 75626-2 82666-9 82667-7"],
  ["snomed", "HIV", "165816005 171121004 313077009 313660005 315124004 31676001 446987006 86406008"],
  ["snomed", "HIV?", "439830001 709506004 736376001"],
  ["snomed", "PSY", "171207006 454711000124102 710841007 715252007 80583007"],
  ["snomed", "PSY?", "73595000"],
  ["snomed", "SDV", "424393004 706893006 866148006"],
  [
    "snomed",
    "SEX",
    "134435003 135892000 156073000 161744009 169230002 169762003 183460006 183996000 225158009 252160004 267020005 271442007 274804006 312404004 389095005 424441002 424619006 46706006 65200003 66348005 68254000 713076009 72892002 85548006",
  ],
  ["snomed", "SEX GDIS", "443529005"],
  ["snomed", "SEX GDIS?", "275833003"],
  ["snomed", "SEX?", "169690007 90226004"],
  ["snomed", "STD", "165829005 171128005 269828009 310861008"],
  [
    "snomed",
    "SUD",
    "10939881000119105 266707007 413473000 428211000124100 55680006 56876005 60112009 61480009 6525002 713106006 763302001",
  ],
  ["snomed", "SUD?", "226138001"],
  ["rxnorm", "HIV", "1359269 1433873 1999667 2003249 317150 476556"],
  ["rxnorm", "SEX", "1367439 1856546 757594 807283 831533"],
  ["rxnorm", "SUD?", "1728805 857005"],
];

const met = new Map<string, string>();
const meet = (value: unknown): void => {
  if (Array.isArray(value)) for (const item of value) meet(item);
  else if (typeof value === "object" && value !== null) {
    const { system, code, display } = value as Record<string, unknown>;
    const family = FAMILIES.find((name) => SYSTEMS[name] === system);
    if (family && typeof code === "string") met.set(`${family} ${code}`, String(display));
    for (const member of Object.values(value)) meet(member);
  }
};
for (const { resources } of memberFiles()) meet(resources);

describe("R8 the codes of the synthetic members", () => {
  const tell = teller(OPTIONAL_CODE_LISTS);
  const expected = new Map(
    TELLING.flatMap(([family, told, codes]) => codes.split(" ").map((code): [string, string] => [`${family} ${code}`, told])),
  );

  test("R8: are as many as were looked through", () => expect([met.size, expected.size]).toEqual([475, 106]));

  test("R8: tell what the table says, and nothing else", () => {
    const told = [...met.keys()].flatMap((key) => {
      const [family = "", code = ""] = key.split(" ");
      const found = tell(SYSTEMS[family as (typeof FAMILIES)[number]], code);
      return found === (expected.get(key) ?? "") ? [] : [[key, met.get(key), found]];
    });
    expect(told).toEqual([]);
  });

  test("R8: the table names nothing that no member has, and only categories", () => {
    expect([...expected.keys()].filter((key) => !met.has(key))).toEqual([]);
    const categories = new Set(CATEGORIES.map(({ code }) => code));
    expect(TELLING.flatMap(([, told]) => told.split(" ")).filter((told) => !categories.has(told.replace("?", "")))).toEqual([]);
  });
});
