/** Words of the page that asks whose records, and the member's role towards a person, as the plan names it. */
const relationships: Record<string, string> = {
  self: "these are your own records",
  parent: "you are the parent",
  guardian: "you are the guardian",
  child: "you are the grown child",
  spouse: "you are the husband or wife",
  caregiver: "you are the caregiver",
  "power-of-attorney": "you have power of attorney",
  "personal-representative": "you act for this person by law",
};

export const person = {
  relationships,
  relationshipOther: "you act for this person",
  pickTitle: "Whose records?",
  pickLead: "{app} asks for health records. You can decide for more than one person. Pick one. On the next page, you choose what to share.",
  pickLegend: "Pick one person",
  pickConnected: "{app} is already connected for this person.",
  pickMissing: "Is someone missing? Call us to add a person you act for.",
  pickContinue: "Continue",
  pickDeny: "Don’t share",
  pickNote: "If you don’t share, you go back to {app} and nothing changes.",
  pickProblem: "We could not read your answer, so it did not count. Pick one person and press Continue.",
  pickProblemLink: "Go to the list of people",
};
