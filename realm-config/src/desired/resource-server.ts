/** Another resource server of the plan, which may ask what an app's token is worth: RFC 7662, as SMART App Launch has it, without the member's choice. */
import type { RealmSettings } from "../settings.ts";
import { NO_FLOW } from "./clients.ts";

export function desiredResourceServer({ id, secret }: NonNullable<RealmSettings["resourceServer"]>) {
  return { ...NO_FLOW, clientId: id, name: "Resource server", clientAuthenticatorType: "client-secret", secret };
}
