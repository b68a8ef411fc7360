/** Authorizations that withhold at least what the records leave out of store B, in every way in which a member can come to one. */
import { CATEGORIES, type MemberAuthorization, SHAREABLE_CATEGORIES } from "@member-exchange/sharing-policy";
import type { Issuer } from "../../facade/support/issuer.ts";

export interface Sight {
  readonly name: string;
  readonly patient: string;
  readonly authorization: Partial<MemberAuthorization>;
}

const CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";
const NARROW =
  "patient/Patient.read patient/Observation.rs patient/Condition.r patient/Encounter.s patient/Practitioner.rs patient/Provenance.rs";
const GRANULAR = `patient/Patient.rs patient/Observation.rs?category=${CATEGORY}|laboratory patient/Condition.rs?category=http://terminology.hl7.org/CodeSystem/condition-category|encounter-diagnosis patient/Encounter.rs`;
const LONG_MINUTES = 600;

/**
 * @param withhold categories of which none may be shared
 * @param isExact leaves out those that withhold other categories too, which spread in a way that the two stores were not made for
 */
export function sightsOf(patients: readonly string[], withhold: readonly string[], isExact = false): readonly Sight[] {
  const rest = SHAREABLE_CATEGORIES.filter((code) => !withhold.includes(code));
  const ordinary = CATEGORIES.filter((category) => category.default === "shared").map(({ code }) => code);
  const choices: readonly [string, Partial<MemberAuthorization>][] = [
    ["all but sensitive", { mode: "all-but-sensitive", shared: ordinary }],
    ["chosen: all but what is withheld", { mode: "chosen", shared: rest }],
    ["chosen: the same without demographics", { mode: "chosen", shared: rest.filter((code) => code !== "DEMO") }],
    ["chosen: nothing", { mode: "chosen", shared: [] }],
    ["all but sensitive, few types", { mode: "all-but-sensitive", shared: ordinary, scope: NARROW }],
    ["chosen: all but what is withheld, granular", { mode: "chosen", shared: rest, scope: GRANULAR }],
    ["all but sensitive, read by id only", { mode: "all-but-sensitive", shared: ordinary, scope: "patient/*.r" }],
    ["chosen: all but what is withheld, search only", { mode: "chosen", shared: rest, scope: "patient/*.s" }],
  ];
  const spreading = rest.filter((code) => code !== "DEMO");
  const withholding = choices.filter(
    ([, { shared = [] }]) =>
      !withhold.some((code) => shared.includes(code)) && (!isExact || spreading.every((code) => shared.includes(code))),
  );
  return patients.flatMap((patient) =>
    withholding.map(([name, authorization], n) => ({
      name,
      patient,
      authorization: { ...authorization, patient, id: `authorization-${patient}-${n}` },
    })),
  );
}

/** A token for each sight, good for the length of a run. */
export function tokensFor(sights: readonly Sight[], issuer: Issuer): Promise<string[]> {
  const exp = Math.floor(Date.now() / 1000) + LONG_MINUTES * 60;
  return Promise.all(sights.map(({ authorization }) => issuer.grant(authorization, { claims: { exp } })));
}
