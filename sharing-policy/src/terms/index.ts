/** Every term list of the labeller. What they find hides; it is never shown. Names of people are given to no list. */
import { COGN } from "./cogn.ts";
import { GDIS } from "./gdis.ts";
import { HIV } from "./hiv.ts";
import { PSY } from "./psy.ts";
import { PSY_MEDICINES } from "./psy-medicines.ts";
import { PSYTHPN } from "./psythpn.ts";
import { SDV } from "./sdv.ts";
import { SEX } from "./sex.ts";
import { SEX_MEDICINES } from "./sex-medicines.ts";
import { STD } from "./std.ts";
import { SUD } from "./sud.ts";
import { SUD_MEDICINES } from "./sud-medicines.ts";
import type { TermList } from "./term-list.ts";

export { phrases, type TermList, type TermRule } from "./term-list.ts";

export const TERM_LISTS: readonly TermList[] = [
  PSYTHPN,
  PSY,
  PSY_MEDICINES,
  SUD,
  SUD_MEDICINES,
  HIV,
  STD,
  SEX,
  SEX_MEDICINES,
  SDV,
  GDIS,
  COGN,
];
