/** The demo's realm settings: its members, its two apps, the facade's client and the plan's own service. */
import { type RealmSettings, readPolicy } from "@member-exchange/realm-config";
import { DEMO_MEMBERS } from "../loading/demo-members.ts";
import { newPlanApp, sampleApp } from "./apps.ts";
import type { Secrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";

export const FACADE_CLIENT_ID = "fhir-facade";
const PLAN_CLIENT_ID = "plan-service";

export function demoRealm(settings: Settings, secrets: Secrets): RealmSettings {
  return {
    keycloakUrl: settings.keycloakUrl,
    admin: secrets.keycloakAdmin,
    realm: settings.realm,
    fhirBaseUrl: settings.fhirBaseUrl,
    facadeClient: { id: FACADE_CLIENT_ID, secret: secrets.facadeClientSecret },
    planClient: { id: PLAN_CLIENT_ID, secret: secrets.planClientSecret },
    policy: readPolicy(process.env),
    apps: [sampleApp(settings.sampleAppUrl), newPlanApp(settings.newPlanCallbackUrl, secrets.newPlanKey)],
    members: DEMO_MEMBERS,
    smtp: { host: "localhost", port: settings.smtpPort, from: "no-reply@evergreen.example", security: "none" },
  };
}
