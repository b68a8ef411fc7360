/** Words around every page, and of the error and information pages. */
export const frame = {
  language: "en",
  languages: "Language",
  skip: "Skip to main content",
  help: "Questions? Call us at {phone} (TTY 711). The call is free.",
  privacyNotice: "Our privacy notice",
  languageHelp: "Free language help",
  opensTab: "(opens in a new tab)",
  errorPrefix: "Error:",
  required: "Required",
  errorTitle: "Something went wrong",
  errorNothingShared: "Nothing new was shared. Go back to the app and start again.",
  backToApp: "Go back to the app",
  goOn: "Go on",
  restart: "Not you? Sign in as someone else",
};
