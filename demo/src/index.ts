/** The parts of the demo that a test starts too: the same functions that `npm start` uses. */
export { sampleApp } from "../launcher/apps.ts";
export { buildStore } from "../launcher/build.ts";
export { endAllChildren } from "../launcher/children.ts";
export { endWith } from "../launcher/end.ts";
export { built, facade, keycloak, keycloakHome, realm, sample, store } from "../launcher/parts.ts";
export { keptSecrets } from "../launcher/secrets.ts";
export { CHECKOUT, readSettings, type Settings } from "../launcher/settings.ts";
export { DEMO_MEMBERS } from "../loading/demo-members.ts";
