/** The parts of the demo that a test starts too: the same functions that `npm start` uses. */

export { type Inbox, startInbox } from "../inbox/inbox.ts";
export type { Mail } from "../inbox/mails.ts";
export { sampleApp } from "../launcher/apps.ts";
export { buildStore } from "../launcher/build.ts";
export { type Child, endAllChildren, lastLines, runShown, startChild } from "../launcher/children.ts";
export { endWith } from "../launcher/end.ts";
export { type Keycloak, type KeycloakStart, QUICKLY_COMPILED, startKeycloak } from "../launcher/keycloak.ts";
export { built, facade, inbox, keycloak, keycloakHome, realm, sample, store } from "../launcher/parts.ts";
export { step } from "../launcher/progress.ts";
export { Refusal } from "../launcher/refusal.ts";
export { keptSecrets } from "../launcher/secrets.ts";
export { CHECKOUT, readSettings, type Settings } from "../launcher/settings.ts";
export { runTool } from "../launcher/tools.ts";
export { DEMO_MEMBERS } from "../loading/demo-members.ts";
export { type PortalMember, portalRealm, portalUser } from "../portal/portal-realm.ts";
