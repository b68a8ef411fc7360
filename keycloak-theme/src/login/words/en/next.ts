/** Words on what happens after the decision, by who runs the app. */
export const next = {
  nextTitle: "What happens next",
  nextCopy: "It keeps a copy.",
  nextCopyBody: {
    developer:
      "The app’s own privacy policy applies to that copy. HIPAA, the health privacy law, most likely does not. The app may be able to use or sell your data.",
    "health-plan": "That plan must follow HIPAA, the health privacy law. The law lets it use and share your records for care and payment.",
    "covered-entity":
      "That office must follow HIPAA, the health privacy law. The law lets it use and share your records for care and payment.",
  },
  nextStop: "You can stop at any time.",
  nextStopBody: "Go to “Connected apps” in your plan account and stop it. Then it gets no new records. It may keep what it already has.",
  nextNo: "You can say no.",
  nextNoBody: "Your coverage, your care and your costs stay the same.",
  nextComplain: "You can complain.",
  nextComplainFtc: "If the app misuses your data, tell us or the Federal Trade Commission (FTC).",
  nextComplainOcr: "If your records are misused, tell us or the U.S. Office for Civil Rights (OCR).",
  complainFtc: "Tell the FTC",
  complainOcr: "Tell the OCR",
};
