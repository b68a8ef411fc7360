/** Words around the sensitivity categories; what each is called and covers comes from the plan's policy. */
export const sensitive = {
  detailsLegend: "2. Your personal details",
  detailsTick: "Share my personal details",
  sensitiveLegend: "3. Sensitive topics",
  sensitiveLead: "These stay private unless you tick them. A tick shares all we have on that topic within the records you share.",
  sensitiveNote:
    "We look for these topics as well as we can. We may miss a detail in a letter or note. If that worries you, untick “Letters and notes” too.",
  neverShared: "Never shared",
  staysPrivate: "Stays private",
  closedTopic: "Only {person} can share this.",
};
