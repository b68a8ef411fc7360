/** A policy whose words are made up, so that a test says by itself what tells and what does not. */
import { standardPolicy } from "@member-exchange/sharing-policy/policy";
import type { TermRule } from "@member-exchange/sharing-policy/terms";
import { type Labeller, labeller } from "../../../fhir-facade/src/labeller/label.ts";

const rule = (category: string, tier: TermRule["tier"], term: string): TermRule => ({ category, tier, source: "made up", terms: [term] });

export const MADE_UP = {
  ...standardPolicy([]),
  termLists: [
    {
      name: "made-up",
      date: "2026-11-27",
      rules: [rule("SUD", "definite", "zorkism"), rule("PSY", "indicative", "blue quindle"), rule("HIV", "weak", "maybevir")],
    },
  ],
};

export const madeUp: Labeller = labeller(MADE_UP);
