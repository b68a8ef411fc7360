/** D2: realm-config refuses a policy under which an earlier answer would count for something else, or that forgets a category. */
import { CATEGORIES_VERSION } from "@member-exchange/sharing-policy";
import { type SharingPolicy, standardPolicy } from "@member-exchange/sharing-policy/policy";
import { requireFollows } from "../../realm-config/src/apply/policy-change.ts";
import { RealmConfigError } from "../../realm-config/src/apply/refusals.ts";
import { readPolicy } from "../../realm-config/src/config.ts";
import { policyText } from "../../realm-config/src/desired/policy.ts";
import { read, TEXTS } from "./support/plan-policy.ts";

const dental = (since: string) => `add: [{ code: DENT, since: ${since}, texts: ${TEXTS} }]`;
const merged = (since: string) => `merge: [{ into: SEX, from: [STD], since: ${since} }]`;
const WITH_DENT = read("version: 2027-01-01", dental("2027-01-01"));
const STANDARD = standardPolicy([]);

const follows = (before: SharingPolicy | undefined, after: SharingPolicy) => () => requireFollows(before && policyText(before), after);

test.each<[string, SharingPolicy | undefined, SharingPolicy]>([
  ["a new realm", undefined, WITH_DENT],
  ["the same policy", WITH_DENT, WITH_DENT],
  ["a category added", STANDARD, WITH_DENT],
  ["a merge", WITH_DENT, read("version: 2027-01-02", dental("2027-01-01"), merged("2027-01-02"))],
  ["a merge on the day of another change", WITH_DENT, read("version: 2027-01-01.2", dental("2027-01-01"), merged("2027-01-01.2"))],
  ["a category removed", WITH_DENT, read("version: 2027-02-01", dental("2027-01-01"), "remove: [{ category: DENT, since: 2027-02-01 }]")],
  [
    "a category merged away",
    WITH_DENT,
    read("version: 2027-02-01", dental("2027-01-01"), "merge: [{ into: PSY, from: [DENT], since: 2027-02-01 }]"),
  ],
  ["a merge taken back", read("version: 2027-01-02", merged("2027-01-02")), STANDARD],
])("%s is taken", (_, before, after) => expect(follows(before, after)).not.toThrow());

test("a realm of an earlier version of this software is taken", () => {
  const old = { categoriesVersion: CATEGORIES_VERSION, categories: STANDARD.categories.map(({ code }) => ({ code })) };
  expect(() => requireFollows(JSON.stringify(old), WITH_DENT)).not.toThrow();
  for (const text of ["", "{", "[]"]) expect(() => requireFollows(text, STANDARD)).not.toThrow();
});

test.each<[string, SharingPolicy, SharingPolicy, string]>([
  [
    "a merge since before the version that members answered",
    WITH_DENT,
    read("version: 2027-01-02", dental("2027-01-01"), merged("2026-12-31")),
    "SEX since 2026-12-31",
  ],
  [
    "a merge since that very version",
    WITH_DENT,
    read("version: 2027-01-02", dental("2027-01-01"), merged("2027-01-01")),
    "SEX since 2027-01-01",
  ],
  ["a category added since before", WITH_DENT, read("version: 2027-01-02", dental("2026-12-31")), "DENT since 2026-12-31"],
  ["a category that is gone without a word", WITH_DENT, STANDARD, "no longer has DENT"],
])("%s is refused", (_, before, after, said) => {
  expect(follows(before, after)).toThrow(RealmConfigError);
  expect(follows(before, after)).toThrow(said);
});

test("SHARING_POLICY_FILE is realm-config's policy, and a file that is not there is named", () => {
  const file = new URL("../../docs/plan-policy.yaml", import.meta.url).pathname;
  expect(readPolicy({ SHARING_POLICY_FILE: file }).categories.map(({ code }) => code)).toContain("DENT");
  expect(() => readPolicy({ SHARING_POLICY_FILE: "none.yaml" })).toThrow("SHARING_POLICY_FILE: none.yaml cannot be read.");
  expect(readPolicy({}).version).toBe(CATEGORIES_VERSION);
});
