/** The demo's realm settings: its members, its apps, the facade's client, the plan's own service and another resource server. */
import { type RealmSettings, readPolicy, readSignIn } from "@member-exchange/realm-config";
import { DEMO_MEMBERS } from "../loading/demo-members.ts";
import { guideApp, newPlanApp, sampleApp } from "./apps.ts";
import { demoSignIn } from "./portal.ts";
import type { Secrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";

export const FACADE_CLIENT_ID = "fhir-facade";
const PLAN_CLIENT_ID = "plan-service";
const RESOURCE_SERVER_CLIENT_ID = "resource-server";

export function demoRealm(settings: Settings, secrets: Secrets): RealmSettings {
  return {
    keycloakUrl: settings.keycloakUrl,
    admin: secrets.keycloakAdmin,
    realm: settings.realm,
    // the demo has no TLS
    sslRequired: "external",
    fhirBaseUrl: settings.fhirBaseUrl,
    facadeClient: { id: FACADE_CLIENT_ID, secret: secrets.facadeClientSecret },
    planClient: { id: PLAN_CLIENT_ID, secret: secrets.planClientSecret },
    resourceServer: { id: RESOURCE_SERVER_CLIENT_ID, secret: secrets.resourceServerClientSecret },
    policy: readPolicy(process.env),
    signIn: readSignIn(process.env) ?? demoSignIn(settings, secrets),
    apps: [sampleApp(settings.sampleAppUrl), guideApp(), newPlanApp(settings.newPlanCallbackUrl, secrets.newPlanKey)],
    members: DEMO_MEMBERS,
    smtp: { host: "localhost", port: settings.smtpPort, from: "no-reply@evergreen.example", security: "none" },
  };
}
