/** Who may list and stop members' authorizations for the plan: a client that names the right, and one service that holds it. */
import type { RealmSettings } from "../settings.ts";
import { NO_FLOW } from "./clients.ts";

/** Exists for its roles and as an audience; nobody signs in with it. */
export const AUTHORIZATIONS_CLIENT = "member-authorizations";
export const AUTHORIZATIONS_ROLES = ["view", "stop"] as const;

/** `roles` carries the client roles and makes their client the audience; no app has it. */
export const PLAN_DEFAULT_SCOPES: readonly string[] = ["basic", "roles", "service_account"];

/** It authenticates by a key and has none, so that it can't even introspect. */
export const desiredAuthorizationsClient = () => ({
  ...NO_FLOW,
  clientId: AUTHORIZATIONS_CLIENT,
  name: "Member authorizations",
  clientAuthenticatorType: "client-jwt",
});

export function desiredPlanClient({ id, secret }: NonNullable<RealmSettings["planClient"]>) {
  return {
    ...NO_FLOW,
    clientId: id,
    name: "Plan service",
    clientAuthenticatorType: "client-secret",
    secret,
    serviceAccountsEnabled: true,
  };
}
