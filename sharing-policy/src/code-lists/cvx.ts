/** CVX: vaccines say little; immune globulins given in pregnancy and the mpox vaccine tell weakly. */
import { type CodeList, words } from "./code-list.ts";

const CDC = "CVX vaccines administered, CDC (public domain)";

export const CVX: CodeList = {
  name: "cvx",
  optional: false,
  date: "2026-11-27",
  systems: ["http://hl7.org/fhir/sid/cvx", "cvx", "urn:oid:2.16.840.1.113883.12.292"],
  rules: [
    {
      category: "STD",
      tier: "weak",
      source: CDC,
      codes: words("206"),
    },
    {
      category: "SEX",
      tier: "weak",
      source: CDC,
      codes: words("156 157 158 159"),
    },
  ],
};
