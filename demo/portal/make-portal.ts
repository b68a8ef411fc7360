/** Makes the portal's realm on the demo's Keycloak; one that is there stays as it is. */
import { Refusal } from "../launcher/refusal.ts";
import type { portalRealm } from "./portal-realm.ts";

/** @returns whether it was made now. @throws Refusal when Keycloak does not want it */
export async function makePortal(
  keycloakUrl: string,
  admin: { readonly username: string; readonly password: string },
  portal: ReturnType<typeof portalRealm>,
): Promise<boolean> {
  const signedIn = await fetch(`${keycloakUrl}/realms/master/protocol/openid-connect/token`, {
    method: "POST",
    body: new URLSearchParams({ grant_type: "password", client_id: "admin-cli", ...admin }),
  });
  const { access_token } = (await signedIn.json()) as { access_token?: string };
  const answer = await fetch(`${keycloakUrl}/admin/realms`, {
    method: "POST",
    headers: { authorization: `Bearer ${access_token}`, "content-type": "application/json" },
    body: JSON.stringify(portal),
  });
  if (answer.ok || answer.status === 409) return answer.ok;
  throw new Refusal(`Keycloak answered ${answer.status} to the portal's realm: see logs/keycloak.log in the data directory.`);
}
