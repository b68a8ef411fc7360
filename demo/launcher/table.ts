/** What runs where, and who can sign in: printed when everything is up. */
import { DEMO_MEMBERS, DEMO_PASSWORD } from "../loading/demo-members.ts";
import { PORTAL_MEMBERS } from "./portal.ts";
import type { Secrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";

export function whatRunsWhere(settings: Settings, secrets: Secrets, seconds: number): string {
  const places: readonly (readonly [string, string])[] = [
    ["Sample app", `${settings.sampleAppUrl}/`],
    ["FHIR facade", settings.fhirBaseUrl],
    ["Keycloak", `${settings.keycloakUrl}/admin/   ${secrets.keycloakAdmin.username} / ${secrets.keycloakAdmin.password}`],
    ["Connected apps", `${settings.issuerUrl}/account/applications`],
    ["E-mails", `${settings.inboxUrl}/   (what members got; nothing leaves this machine)`],
    ["FHIR store", `${settings.fhirStoreUrl}   (for the facade only; no sign-in)`],
    ["Data and logs", settings.dataDir],
  ];
  const members = DEMO_MEMBERS.map(
    ({ username, firstName, lastName, represents = [] }) =>
      `  ${username.padEnd(10)} ${[`${firstName} ${lastName}`, ...represents.map(({ relationship, name }) => `${relationship} of ${name}`)].join(", ")}`,
  );
  return `
Everything runs after ${seconds.toFixed(1)} s.

${places.map(([name, where]) => `  ${name.padEnd(16)} ${where}`).join("\n")}

Demo members (synthetic; password of each: ${DEMO_PASSWORD})

${members.join("\n")}

At the plan's member portal, the other way to sign in: ${PORTAL_MEMBERS.map(({ username }) => username).join(", ")} (robin is no member)

Open ${settings.sampleAppUrl}/ and sign in as gale, or run npm run demo:new-plan in another terminal. Ctrl-C ends everything.`;
}
