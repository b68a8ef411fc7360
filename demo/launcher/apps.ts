/** The apps of the demo, as they are registered with the plan. */
import type { App } from "@member-exchange/realm-config";
import { LAUNCH_SCOPES } from "@member-exchange/sharing-policy";
import type { Secrets } from "./secrets.ts";
import { publicKey } from "./secrets.ts";

/** What the sample app asks for unless its address says otherwise. */
export const SAMPLE_SCOPE = "launch/patient openid fhirUser offline_access patient/*.rs";
/** What the new plan asks for: the whole record, and to finish it without the member waiting. */
export const NEW_PLAN_SCOPE = "launch/patient openid offline_access patient/*.rs";

const REGISTERED_SCOPES = [...LAUNCH_SCOPES, "patient/*.rs", "patient/*.r", "patient/*.s", "patient/*.read"];

/** A developer's app in the browser: public client. */
export function sampleApp(url: string): App {
  return {
    clientId: "sample-app",
    name: "My Health Notebook",
    ownerType: "developer",
    ownerName: "Notebook Makers",
    verified: false,
    redirectUris: [`${url}/`],
    website: url,
    authentication: { method: "none" },
    registeredScopes: REGISTERED_SCOPES,
  };
}

/** The app of docs/app-developer-guide.md: nobody listens at its callback, so that the code can be copied from the browser's address. */
export function guideApp(): App {
  return {
    clientId: "my-first-app",
    name: "My First App",
    ownerType: "developer",
    ownerName: "A reader of the guide",
    verified: false,
    redirectUris: ["http://localhost:9999/callback"],
    website: "https://first-app.example",
    authentication: { method: "none" },
    registeredScopes: REGISTERED_SCOPES,
  };
}

/** Another health plan's back office: confidential client that signs with its own key. */
export function newPlanApp(callbackUrl: string, key: Secrets["newPlanKey"]): App {
  return {
    clientId: "new-plan",
    name: "Riverbend Health Plan",
    ownerType: "health-plan",
    ownerName: "Riverbend Health",
    verified: true,
    redirectUris: [callbackUrl],
    website: "https://riverbend.example",
    authentication: { method: "private_key_jwt", jwks: { keys: [publicKey(key)] } },
    registeredScopes: REGISTERED_SCOPES,
  };
}
