/** Dental procedures: a judged family with one number. CDT belongs to the American Dental Association; no wording here. */
import { type CodeList, words } from "./code-list.ts";

const NUMBER = "CDT number of counselling about use of substances";

export const CDT: CodeList = {
  name: "cdt",
  optional: false,
  date: "2026-11-27",
  systems: ["http://www.ada.org/cdt", "http://ada.org/cdt", "urn:oid:2.16.840.1.113883.6.13"],
  rules: [
    {
      category: "SUD",
      tier: "indicative",
      source: NUMBER,
      codes: words("D1321"),
    },
  ],
};
