/**
 * v3-ActCode labels that say "handle with care" and name no category of ours: what carries one is hidden as soon as anything is withheld. Refrain and
 * obligation codes are not among them: they say what may be done with a resource, not what it is about.
 */
export const CARE_LABELS: readonly string[] = [
  // sensitivity without a subject
  ...["SPI", "TBOO", "SSP", "PRS", "PHY", "PDS", "DIA", "DRGIS", "CEL", "ADOL"],
  // about a role: employer, employee, business, where somebody is
  ...["EMPL", "EMP", "B", "LOCIS"],
];
