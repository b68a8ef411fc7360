/** Words of the error, information, expired and native consent pages; what Keycloak itself says on them is in `i18n.ts`. */
export const trouble = {
  errorTitle: "Something went wrong",
  errorCheck: "To see which apps can get your records, go to “Connected apps” in your plan account. If this happens again, call us.",
  errorOffTitle: "We turned this app off",
  connectedApps: "See your connected apps",
  expiredTitle: "This page is out of date",
  expiredBody: "Maybe you went back a page, or you went on in another tab. What you pressed last did not count.",
  expiredGoOn: "Go on where I was",
  expiredRestart: "Start again",
  backToApp: "Go back to the app",
  goOn: "Go on",
  noRecordTitle: "No health records are linked to your sign-in",
  noRecordBody: "We can’t connect {app} now. Nothing is shared with it.",
  noRecordDo: "Call us at {phone} and have your plan card with you. We will link your records. Then go to the app and start again.",
  consentTitle: "Let {app} use your account?",
  consentLead: "{app} asks {plan} to see this about your account:",
};
