/**
 * What a browser may do on the realm's pages. Keycloakify writes each page's context as an inline script and Keycloak starts its own scripts inline,
 * so `script-src` needs `'unsafe-inline'`; all else is closed to other origins. There is no `form-action`: browsers hold it against the redirect to the app, too.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  // sign-out by frames, and the account page's own look at the session
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "base-uri 'self'",
  "object-src 'none'",
].join("; ");

export const BROWSER_SECURITY_HEADERS = {
  contentSecurityPolicy: CONTENT_SECURITY_POLICY,
  referrerPolicy: "no-referrer",
  strictTransportSecurity: "max-age=31536000; includeSubDomains",
  xContentTypeOptions: "nosniff",
  xFrameOptions: "SAMEORIGIN",
  xRobotsTag: "none",
};
