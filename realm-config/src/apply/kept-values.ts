/** What a mapping that is taken out of the settings leaves behind. */
import type { Session } from "./session.ts";

const ATTRIBUTES: Readonly<Record<string, string>> = {
  "member until": "fhir_patient_until",
  "people represented": "represented_patients",
};

/** Nothing is cleared in silence: the plan may have written the same attribute itself. */
export function tellKeptValues({ findings }: Session, mapper: string): void {
  const attribute = ATTRIBUTES[mapper];
  if (attribute)
    findings.push(`The mapping of ${attribute} is gone, its values stay on the accounts and count: take away those that do not hold.`);
}
