/** Words on what happens after the decision, by who runs the app. */
export const next = {
  nextTitle: "What happens next",
  nextCopy: "{app} keeps a copy.",
  nextCopyBody: {
    developer:
      "The health privacy law (HIPAA) most likely does not protect that copy. The app’s own privacy policy applies. The app may be able to use or sell your data.",
    "health-plan": "That plan must follow HIPAA, the health privacy law. The law lets it use and share your records for care and payment.",
    "covered-entity":
      "That office must follow HIPAA, the health privacy law. The law lets it use and share your records for care and payment.",
  },
  nextStop: "You can stop at any time.",
  nextStopBody:
    "Go to “Connected apps” in your plan account and stop sharing there. Then it gets no new records. It may keep what it already has. Ask the app to delete it.",
  nextNo: "You can say no.",
  nextNoBody: "Your coverage, your care and your costs stay the same.",
  nextComplain: "You can complain.",
  nextComplainFtc: "If the app misuses your data, call us at {phone} or tell the Federal Trade Commission (FTC).",
  nextComplainOcr: "If your records are misused, call us at {phone} or tell the U.S. Office for Civil Rights (OCR).",
  complainFtc: "Tell the FTC",
  complainOcr: "Tell the OCR",
};
