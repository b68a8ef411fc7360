/** A plan's own policy file (docs/plan-policy.md): each thing that it can say, and each way in which it is refused, with file and line. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CATEGORIES, CATEGORIES_VERSION, isLater, later } from "@member-exchange/sharing-policy";
import { CODE_LISTS } from "@member-exchange/sharing-policy/code-lists";
import { PlanPolicyError, readSharingPolicy } from "@member-exchange/sharing-policy/plan-policy";
import { type SharingPolicy, standardPolicy } from "@member-exchange/sharing-policy/policy";
import { ConfigError, readConfig } from "../../fhir-facade/src/config.ts";
import { bitsOf } from "../../fhir-facade/src/labeller/verdict.ts";
import { requiredEnvironment } from "./support/configuration.ts";
import { read, TEXTS } from "./support/plan-policy.ts";

const EXAMPLE = new URL("../../docs/plan-policy.yaml", import.meta.url).pathname;
const codesOf = ({ categories }: SharingPolicy): string[] => categories.map(({ code }) => code);
const category = (policy: SharingPolicy, code: string) => policy.categories.find((one) => one.code === code);

describe("the example of docs/plan-policy.md", () => {
  const policy = readSharingPolicy(readFileSync(EXAMPLE, "utf8"), "plan-policy.yaml", []);

  test("is accepted, and the page shows it whole", () => {
    const page = readFileSync(new URL("../../docs/plan-policy.md", import.meta.url), "utf8");
    const shown = readFileSync(EXAMPLE, "utf8").split("\n\n").slice(1).join("\n\n");
    expect(page).toContain(shown);
  });

  test("adds, merges and removes categories, and changes a default", () => {
    expect(codesOf(policy)).toEqual(["PSY", "SUD", "HIV", "SEX", "SDV", "COGN", "PSYTHPN", "DEMO", "DENT"]);
    expect(category(policy, "DENT")).toMatchObject({ labels: ["DENT"], default: "withheld", needsEnd: false, since: "2026-12-01" });
    expect(category(policy, "SEX")).toMatchObject({ merged: ["STD"], since: "2026-12-01", labels: ["SEX", "GENDER", "STD"] });
    expect(category(policy, "DEMO")?.default).toBe("withheld");
    expect(policy.removed).toEqual([{ code: "GDIS", since: "2026-12-01" }]);
    expect(policy.careLabels).toEqual(expect.arrayContaining(["GDIS", "SCA", "SICKLE", "SPI"]));
  });

  test("adds rules to lists, a list for a system of the plan's own, and terms", () => {
    const list = (name: string) => policy.codeLists.find((one) => one.name === name);
    expect(list("hcpcs")?.rules.at(-1)).toMatchObject({ category: "DENT", tier: "definite", prefixes: ["D"] });
    expect(list("plan.example/programs")).toMatchObject({ partial: true, rules: [{ category: "SUD", codes: ["RECOVERY-1", "0042"] }] });
    expect(policy.termLists.at(-1)?.rules).toEqual([
      expect.objectContaining({ terms: ["new leaf program", "programa nueva hoja"], except: ["new leaf program for gardeners"] }),
    ]);
  });

  test("closes categories for representatives, and has the later of both versions", () => {
    const closing = { categories: ["SEX", "SUD", "PSY"], relationships: ["parent", "guardian"], ages: { from: 12, to: 17 } };
    expect(policy).toMatchObject({ closed: [closing], version: "2026-12-01", listsVersion: expect.stringContaining("+2026-12-01") });
  });
});

describe("what the file can say", () => {
  test("a file with a version alone is the standard policy, and an older one does not take the version back", () => {
    const { listsVersion: _, ...policy } = read("version: 2020-01-01");
    expect(standardPolicy([])).toMatchObject(policy);
    expect(policy.version).toBe(CATEGORIES_VERSION);
  });

  test("JSON is read as well", () => {
    const json = JSON.stringify({ version: "2027-01-01", remove: [{ category: "SDV", since: "2027-01-01" }] });
    expect(codesOf(readSharingPolicy(json, "policy.json", []))).not.toContain("SDV");
  });

  test("rules and labels of a merged category count as the one that it went into, whatever names it", () => {
    const bitOf = bitsOf(read("version: 2027-01-01", "merge: [{ into: PSY, from: [COGN, SDV], since: 2027-01-01 }]"));
    expect([bitOf("COGN"), bitOf("SDV")]).toEqual([bitOf("PSY"), bitOf("PSY")]);
    expect(bitOf("HIV")).toBe(bitsOf(standardPolicy([]))("HIV"));
  });

  test("a merge without texts of its own says all that its parts say, and keeps the need for an end", () => {
    const policy = read("version: 2027-01-01", "merge: [{ into: SUD, from: [PSY], since: 2027-01-01 }]");
    const [psy, sud] = ["PSY", "SUD"].map((code) => CATEGORIES.find((one) => one.code === code));
    const texts = category(policy, "SUD")?.texts;
    for (const language of ["en", "es"] as const)
      for (const part of [psy, sud]) expect(texts?.[language].covers).toContain(part?.texts[language].covers);
    expect(category(policy, "SUD")).toMatchObject({ needsEnd: true, default: "withheld", merged: ["PSY"] });
  });

  test("a merge of a merge takes its parts along", () => {
    const merges = "merge: [{ into: SEX, from: [STD], since: 2027-01-01 }, { into: PSY, from: [SEX], since: 2027-01-02 }]";
    const policy = read("version: 2027-01-02", merges);
    expect(category(policy, "PSY")?.merged).toEqual(["SEX", "STD"]);
    expect(bitsOf(policy)("STD")).toBe(bitsOf(policy)("PSY"));
  });

  test("an added category may take an HL7 label that said handle with care", () => {
    const policy = read("version: 2027-01-01", `add: [{ code: TEEN, labels: [ADOL], since: 2027-01-01, texts: ${TEXTS} }]`);
    expect(category(policy, "TEEN")?.labels).toEqual(["TEEN", "ADOL"]);
    expect(policy.careLabels).not.toContain("ADOL");
  });

  test("as many categories as there are bits can be added, and one more is refused", () => {
    const items = (many: number) => Array.from({ length: many }, (_, n) => `{ code: OWN${n}, since: 2027-01-01, texts: ${TEXTS} }`);
    const policy = read("version: 2027-01-01", `add: [${items(18)}]`);
    const bits = codesOf(policy).map(bitsOf(policy));
    expect([bits.length, new Set(bits).size, bits.includes(0)]).toEqual([28, 28, false]);
    expect(() => read("version: 2027-01-01", `add: [${items(19)}]`)).toThrow("at most 18 categories");
  });

  test("an added category that is removed again keeps its rules for what was allowed before", () => {
    const policy = read(
      "version: 2027-02-01",
      `add: [{ code: DENT, since: 2027-01-01, texts: ${TEXTS} }]`,
      "remove: [{ category: DENT, since: 2027-02-01 }]",
      "codes: [{ category: DENT, tier: definite, source: x, list: hcpcs, prefixes: [D] }]",
    );
    expect(codesOf(policy)).not.toContain("DENT");
    expect(bitsOf(policy)("DENT")).not.toBe(0);
  });

  test("a system of a known list is that list, whatever the spelling of its address", () => {
    const of = (system: string) => `codes: [{ category: HIV, tier: weak, source: x, system: "${system}", codes: [Z99.9] }]`;
    for (const system of ["HTTP://hl7.org/fhir/sid/icd-10-cm/", "hl7.org/fhir/sid/ICD-10-CM"]) {
      const lists = read("version: 2027-01-01", of(system)).codeLists;
      expect(lists.find(({ name }) => name === "icd-10-cm")?.rules.at(-1)).toMatchObject({ category: "HIV", codes: ["Z99.9"] });
      expect(lists.length).toBe(standardPolicy([]).codeLists.length);
    }
  });

  test("a system of the plan's own judges the codes that stand there, and the others only when it is said to be complete", () => {
    const of = (more: string) =>
      read("version: 2027-01-01", `codes: [{ category: HIV, tier: weak, source: x, system: "https://plan.example/c", codes: [A]${more} }]`);
    expect(of("").codeLists.at(-1)).toMatchObject({ partial: true });
    expect(of(", complete: true").codeLists.at(-1)).toMatchObject({ partial: false });
  });

  test("terms are brought into the form of term lists", () => {
    const terms = 'terms: [{ category: SUD, tier: weak, source: x, terms: ["Clínica Día-Nuevo*", "A/B  test"] }]';
    expect(read("version: 2027-01-01", terms).termLists.at(-1)?.rules[0]?.terms).toEqual(["clinica dia nuevo*", "a b test"]);
  });

  test("a code keeps the zeros that YAML would take", () => {
    const codes = "codes: [{ category: SUD, tier: definite, source: x, system: plan, codes: [0042, 1e3, 0x1F] }]";
    expect(read("version: 2027-01-01", codes).codeLists.at(-1)?.rules[0]?.codes).toEqual(["0042", "1e3", "0x1F"]);
  });

  test("the file's order of sections does not matter", () => {
    const parts = ["closed: [{ categories: [DENT] }]", `add: [{ code: DENT, since: 2027-01-01, texts: ${TEXTS} }]`, "version: 2027-01-01"];
    expect(read(...parts)).toEqual(read(...[...parts].reverse()));
  });

  test.each([
    ["2026-12-02", "2026-12-01.9"],
    ["2026-12-01.10", "2026-12-01.9"],
    ["2026-12-01.1", "2026-12-01"],
    ["2026-12-01", "nothing"],
  ])("version %s is later than %s", (one, other) => {
    expect([isLater(one, other), isLater(other, one), later(one, other), later(other, one)]).toEqual([true, false, one, one]);
  });
});

const NEW = "2027-01-01";
const item = (section: string, members: string): string => `${section}:\n  - ${members}`;
const added = (members: string): string => item("add", `{ code: DENT, since: ${NEW}, texts: ${TEXTS}${members} }`);
const rule = (members: string): string => item("codes", `{ category: SUD, tier: definite, source: x, ${members} }`);

/** What stands below the version, in line 2 and on; the line; what is said. */
const REFUSED: [says: string, below: string, line: number, said: RegExp][] = [
  ["an unknown section", "closd: []", 2, /no member closd; allowed are version, add, .*closed\./],
  ["an unknown member", added(", neds: 1"), 3, /no member neds; allowed are code, since, texts, default, /],
  ["a missing member", item("remove", "{ category: HIV }"), 3, /needs the member since/],
  ["an empty section", "remove:", 2, /remove must be a list with at least one item/],
  ["a section that is no list", "remove: HIV", 2, /must be a list/],
  ["a member that stands twice", "remove: []\nremove: []", 3, /no YAML or JSON that can be read/],
  ["an alias", "remove: *all", 2, /no YAML or JSON|must be a list/],
  ["broken YAML", "remove: [", 3, /no YAML or JSON that can be read/],
  ["a tag", "remove: !all [a]", 2, /no YAML or JSON that can be read/],
  ["a second document", "---\nversion: 2027-01-01", 2, /no YAML or JSON that can be read/],
  ["a category that is there already", item("add", `{ code: HIV, since: ${NEW}, texts: ${TEXTS} }`), 3, /a category HIV already/],
  [
    "a code of another form",
    item("add", `{ code: dental, since: ${NEW}, texts: ${TEXTS} }`),
    3,
    /code is dental, and must be 3 to 16 capital/,
  ],
  [
    "a category that nobody could share",
    added(", default: always-withheld"),
    3,
    /default is always-withheld; allowed are withheld, shared/,
  ],
  [
    "texts in one language",
    item("add", `{ code: DENT, since: ${NEW}, texts: { en: { name: a, covers: b, sharing: c } } }`),
    3,
    /needs the member es/,
  ],
  [
    "a text that is missing",
    item("add", `{ code: DENT, since: ${NEW}, texts: { en: { name: a }, es: {} } }`),
    3,
    /en needs the member covers/,
  ],
  ["a flag that is a word", added(', needsEnd: "yes"'), 3, /needsEnd must be true or false/],
  ["a since of another form", item("remove", "{ category: HIV, since: 1 January }"), 3, /since is 1 January, and must be an ISO date/],
  [
    "a since that is later than the version",
    item("remove", "{ category: HIV, since: 2027-01-01.1 }"),
    3,
    /later than the file's version 2027-01-01/,
  ],
  [
    "a merge that an earlier yes would count for",
    item("merge", `{ into: SEX, from: [STD], since: ${CATEGORIES_VERSION} }`),
    3,
    /must be later than/,
  ],
  ["a merge of an unknown category", item("merge", `{ into: SEX, from: [SDT], since: ${NEW} }`), 3, /is SDT; allowed are PSY, SUD/],
  ["a merge into itself", item("merge", `{ into: SEX, from: [SEX], since: ${NEW} }`), 3, /SEX cannot be merged into itself/],
  [
    "a category merged twice",
    item("merge", `{ into: SEX, from: [STD], since: ${NEW} }\n  - { into: PSY, from: [STD], since: ${NEW} }`),
    4,
    /is STD; allowed/,
  ],
  ["substance use merged away", item("merge", `{ into: PSY, from: [SUD], since: ${NEW} }`), 3, /SUD cannot be merged into another/],
  ["psychotherapy notes merged away", item("merge", `{ into: PSY, from: [PSYTHPN], since: ${NEW} }`), 3, /PSYTHPN cannot be merged/],
  ["a merge into psychotherapy notes", item("merge", `{ into: PSYTHPN, from: [PSY], since: ${NEW} }`), 3, /PSYTHPN cannot be merged/],
  ["personal details merged", item("merge", `{ into: DEMO, from: [HIV], since: ${NEW} }`), 3, /DEMO cannot be merged/],
  ...["PSYTHPN", "SUD", "DEMO"].map((code): (typeof REFUSED)[number] => [
    `${code} removed`,
    item("remove", `{ category: ${code}, since: ${NEW} }`),
    3,
    new RegExp(`${code} cannot be removed`),
  ]),
  [
    "psychotherapy notes made shareable",
    item("change", "{ category: PSYTHPN, default: withheld }"),
    3,
    /default of PSYTHPN is always-withheld and cannot be withheld/,
  ],
  [
    "R4: a sensitive category that starts shared",
    item("change", "{ category: HIV, default: shared }"),
    3,
    /HIV is withheld and cannot be shared/,
  ],
  [
    "R5: a category that nobody can share any more",
    item("change", "{ category: HIV, default: always-withheld }"),
    3,
    /cannot be always-withheld/,
  ],
  ["a change of nothing", item("change", "{ category: HIV }"), 3, /needs the member default or texts/],
  [
    "a code for an unknown category",
    item("codes", "{ category: SDU, tier: weak, source: x, list: hcpcs, codes: [A] }"),
    3,
    /category is SDU; allowed/,
  ],
  [
    "a tier that is none",
    item("codes", "{ category: SUD, tier: sure, source: x, list: hcpcs, codes: [A] }"),
    3,
    /tier is sure; allowed are definite, indicative, weak/,
  ],
  ["a rule without codes", rule("list: hcpcs"), 3, /needs the member codes or prefixes/],
  ["a rule without a system", rule("codes: [A]"), 3, /needs one of the members list and system/],
  ["a rule with list and system", rule("codes: [A], list: hcpcs, system: x"), 3, /needs one of the members list and system/],
  ["an unknown list", rule("codes: [A], list: hcpc"), 3, /list is hcpc; allowed are icd-10-cm/],
  ["an empty beginning, which every code has", rule('prefixes: [""], list: hcpcs'), 3, /must be a text on one line/],
  ["a list that is not in use", rule("codes: [A], list: snomed-ct"), 3, /the list snomed-ct is not in use: name it in CODE_LISTS/],
  ["a system of a list that is not in use", rule("codes: [A], system: http://snomed.info/sct"), 3, /snomed-ct is not in use/],
  ["a list of the product said to be complete", rule("codes: [A], list: hcpcs, complete: true"), 3, /hcpcs is a list of the product/],
  ["a term that every word is", item("terms", '{ category: SUD, tier: weak, source: x, terms: ["*"] }'), 3, /must be at least two letters/],
  ["an asterisk within a term", item("terms", '{ category: SUD, tier: weak, source: x, terms: ["a*b c"] }'), 3, /an asterisk at its end/],
  ["an unknown category closed", item("closed", "{ categories: [SXE] }"), 3, /is SXE; allowed/],
  ["personal details closed", item("closed", "{ categories: [DEMO] }"), 3, /DEMO cannot be closed/],
  [
    "the member's own record closed",
    item("closed", "{ categories: [SEX], relationships: [self] }"),
    3,
    /is self, and must be a word of the plan/,
  ],
  ["ages the wrong way round", item("closed", "{ categories: [SEX], ages: { from: 17, to: 12 } }"), 3, /to must be a whole number from 17/],
  ["an age that is a text", item("closed", '{ categories: [SEX], ages: { from: "12", to: 17 } }'), 3, /from must be a whole number/],
  ["ages without an end", item("closed", "{ categories: [SEX], ages: { from: 12 } }"), 3, /ages needs the member to/],
];

describe("a bad file is refused with its name, the line and the reason", () => {
  test.each(REFUSED)("%s", (_, below, line, said) => {
    const reading = () => readSharingPolicy(`version: ${NEW}\n${below}\n`, "plan-policy.yaml", []);
    expect(reading).toThrow(PlanPolicyError);
    expect(reading).toThrow(new RegExp(`^plan-policy\\.yaml line ${line}: .*(?:${said.source})`));
  });

  test.each(["", "- version: 2027-01-01", "text", "add: []", "version:", "version: 2027-13-01", "version: [2027-01-01]"])(
    "without a version: %j",
    (text) => {
      expect(() => readSharingPolicy(text, "plan-policy.yaml", [])).toThrow(/^plan-policy\.yaml line 1: /);
    },
  );

  test("a merged category is named by the one that it went into", () => {
    const text = `version: ${NEW}\nmerge: [{ into: SEX, from: [STD], since: ${NEW} }]\n${rule("x").replace("SUD", "STD").replace(", x", ", list: hcpcs, codes: [A]")}`;
    expect(() => readSharingPolicy(text, "f", [])).toThrow("f line 4: STD was merged into SEX: name that.");
  });

  test("an enabled list takes codes", () => {
    const text = `version: ${NEW}\n${rule("codes: [1], list: snomed-ct")}`;
    const lists = readSharingPolicy(text, "f", ["snomed-ct"]).codeLists;
    expect(lists.find(({ name }) => name === "snomed-ct")?.rules.length).toBe(
      (CODE_LISTS.find(({ name }) => name === "snomed-ct")?.rules.length ?? 0) + 1,
    );
  });
});

describe("SHARING_POLICY_FILE", () => {
  const environment = requiredEnvironment("http://issuer.example/realms/r", "http://store.example/fhir");
  const folder = mkdtempSync(join(tmpdir(), "plan-policy-"));
  const file = join(folder, "own.yaml");
  afterAll(() => rmSync(folder, { recursive: true }));

  test("is the facade's policy, with the lists that CODE_LISTS enables", () => {
    const { policy } = readConfig({ ...environment, SHARING_POLICY_FILE: EXAMPLE, CODE_LISTS: "snomed-ct" });
    expect(codesOf(policy)).toContain("DENT");
    expect(policy.codeLists.map(({ name }) => name)).toContain("snomed-ct");
  });

  test("a bad file, and one that cannot be read, stop the start with one sentence", () => {
    writeFileSync(file, "version: 2027-01-01\nclosd: []\n");
    const start = (name: string) => () => readConfig({ ...environment, SHARING_POLICY_FILE: name });
    expect(start(file)).toThrow(ConfigError);
    expect(start(file)).toThrow(`${file} line 2: the file has no member closd`);
    expect(start(join(folder, "none.yaml"))).toThrow("SHARING_POLICY_FILE must be a file that can be read.");
  });
});
