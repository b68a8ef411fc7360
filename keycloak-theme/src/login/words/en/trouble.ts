/** Words of the error, information and expired pages; what Keycloak itself says on them is in `i18n.ts`. */
export const trouble = {
  errorTitle: "Something went wrong",
  errorCheck: "To see which apps can get your records, go to “Applications” in your plan account. If this happens again, call us.",
  expiredTitle: "This page is out of date",
  expiredBody: "Maybe you went back a page, or you went on in another tab. What you pressed last did not count.",
  expiredGoOn: "Go on where I was",
  expiredRestart: "Start again",
  backToApp: "Go back to the app",
  goOn: "Go on",
};
