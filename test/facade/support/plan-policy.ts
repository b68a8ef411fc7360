/** A plan's own policy file, as a test writes it down. */
import { readSharingPolicy } from "@member-exchange/sharing-policy/plan-policy";
import type { SharingPolicy } from "@member-exchange/sharing-policy/policy";

const WORDS = "{ name: Dental care, covers: Visits to the dentist., sharing: The app can see them. }";

/** Texts of a category in every language, on one line. */
export const TEXTS = `{ en: ${WORDS}, es: ${WORDS} }`;

/** @param parts members of the file, one after the other */
export const read = (...parts: readonly string[]): SharingPolicy => readSharingPolicy(parts.join("\n"), "plan-policy.yaml", []);
