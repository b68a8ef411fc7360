/** Keycloak's account API and a token for it, as whoever got hold of a member's account would use them. */
import type { Member } from "@member-exchange/realm-config";
import { DIARY, type TestRealm } from "./realm.ts";

/** A client that is no app: full scope, no consent, the account API in its audience. */
export const INTRANET = { clientId: "intranet", secret: "intranet-secret" };

export async function addIntranet(realm: TestRealm): Promise<void> {
  await realm.admin.clients.create({
    ...INTRANET,
    publicClient: false,
    fullScopeAllowed: true,
    consentRequired: false,
    directAccessGrantsEnabled: true,
    redirectUris: ["http://localhost:9/intranet"],
    defaultClientScopes: ["basic", "roles", "profile", "email"],
  });
}

/** The member's token for the account API. @param realm after `addIntranet` */
export async function accountToken(realm: TestRealm, { username, password }: Member): Promise<string> {
  const { body } = await realm.flow("").token({
    grant_type: "password",
    client_id: INTRANET.clientId,
    client_secret: INTRANET.secret,
    username,
    password,
  });
  return body.access_token as string;
}

/** GET, PUT, POST or DELETE of the member's own consent to an app. */
export async function consent(realm: TestRealm, token: string | undefined, method: string, scopes: readonly string[] = [], app = DIARY) {
  const all = await realm.admin.clientScopes.find();
  const grantedScopes = scopes.map((name) => ({ id: all.find((scope) => scope.name === name)?.id, name }));
  const answer = await fetch(`${realm.issuer}/account/applications/${app.clientId}/consent`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", accept: "application/json" },
    ...(method === "PUT" || method === "POST" ? { body: JSON.stringify({ grantedScopes }) } : {}),
  });
  return { status: answer.status, text: await answer.text() };
}
