/** Words around the sensitivity categories; what each is called and covers comes from the plan's policy. */
export const sensitive = {
  detailsLegend: "2. Personal details",
  detailsTick: "Share personal details",
  sensitiveLegend: "3. Sensitive topics",
  sensitiveLead: "These stay private unless you check them. Check a topic to share it, within the kinds of records you share.",
  sensitiveCaution: "We look for these topics as well as we can. A letter or note may still mention one.",
  sensitiveNote: "If that worries you, uncheck “Letters and notes” too.",
  neverShared: "Never shared",
  staysPrivate: "Stays private",
  closedTopic: "Only {person} can share this topic. This is a general rule. It does not mean that there are such records.",
};
