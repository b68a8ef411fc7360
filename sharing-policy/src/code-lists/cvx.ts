/** CVX vaccines: a judged family in which no code stands for a category. */
import type { CodeList } from "./code-list.ts";

export const CVX: CodeList = {
  name: "cvx",
  optional: false,
  date: "2026-11-23",
  systems: ["http://hl7.org/fhir/sid/cvx", "urn:oid:2.16.840.1.113883.12.292"],
  rules: [],
};
