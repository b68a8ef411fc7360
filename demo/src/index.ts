/** The parts of the demo that a test starts too: the same functions that `npm start` uses. */
export { newPlanApp, SAMPLE_SCOPE, sampleApp } from "../launcher/apps.ts";
export { type BuildPlace, buildExtension, buildStore, buildTheme, EXTENSION_JAR, THEME_JAR } from "../launcher/build.ts";
export { endAllChildren } from "../launcher/children.ts";
export { endWith } from "../launcher/end.ts";
export { type FacadeEnvironment, startFacade } from "../launcher/facade.ts";
export { type FhirStoreStart, type Server, startFhirStore } from "../launcher/fhir-store.ts";
export { type Keycloak, type KeycloakStart, prepareKeycloak, startKeycloak } from "../launcher/keycloak.ts";
export { built, facade, keycloak, keycloakHome, type Place, realm, sample, store } from "../launcher/parts.ts";
export { Refusal } from "../launcher/refusal.ts";
export { keptSecrets, type Secrets } from "../launcher/secrets.ts";
export { readSettings, type Settings } from "../launcher/settings.ts";
export { DEMO_MEMBERS, DEMO_PASSWORD } from "../loading/demo-members.ts";
export { type LoadReport, loadMembers } from "../loading/load-members.ts";
export { startSampleApp } from "../sample-app/server.ts";
