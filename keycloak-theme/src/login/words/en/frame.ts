/** Words around every page. */
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
  restart: "Not you? Sign in as someone else",
};
