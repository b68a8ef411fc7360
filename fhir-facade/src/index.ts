/** What others may use of the facade: the app, its configuration and the interfaces behind which judging happens. */
export { createApp } from "./app.ts";
export { type Config, ConfigError, readConfig } from "./config.ts";
export { type FhirWorksOptions, fhirWorksAuthorization } from "./fhir-works/authorization.ts";
export { httpServer } from "./http/server.ts";
export { type Labeller, labeller } from "./labeller/label.ts";
export { toRefusal } from "./outcome/refusals.ts";
export { type Store, type StorePage, storeAt } from "./pipeline/4-forward/store.ts";
