/** The admin client, signed in by a password or as a service account, with its token renewed in time. */
import KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type { Admin, RealmSettings } from "../settings.ts";
import { RealmConfigError } from "./refusals.ts";

/** Renewed well before Keycloak's default admin token lifetime of 60 s ends. */
const TOKEN_RENEWAL_MS = 30_000;

export interface SignedIn {
  readonly keycloak: KeycloakAdminClient;
  signInAgain(): void;
}

/** @throws RealmConfigError when the server cannot be reached or refuses the account. */
export async function adminClient({
  keycloakUrl,
  admin,
  realm,
}: Pick<RealmSettings, "keycloakUrl" | "admin" | "realm">): Promise<SignedIn> {
  const keycloak = new KeycloakAdminClient({ baseUrl: keycloakUrl, realmName: realm });
  let token = { value: await signIn(keycloakUrl, admin), at: Date.now() };
  keycloak.registerTokenProvider({
    getAccessToken: async () => {
      if (Date.now() - token.at > TOKEN_RENEWAL_MS) token = { value: await signIn(keycloakUrl, admin), at: Date.now() };
      return token.value;
    },
  });
  return {
    keycloak,
    signInAgain: () => {
      token = { ...token, at: 0 };
    },
  };
}

async function signIn(keycloakUrl: string, admin: Admin): Promise<string> {
  const { realm = "master" } = admin;
  const answer = await fetch(`${keycloakUrl}/realms/${encodeURIComponent(realm)}/protocol/openid-connect/token`, {
    method: "POST",
    body: new URLSearchParams(credentials(admin)),
  }).catch((cause) => {
    throw new RealmConfigError(`Keycloak does not answer at ${keycloakUrl}: start it, or set KEYCLOAK_URL.`, { cause });
  });
  if (answer.status === 404)
    throw new RealmConfigError(`${keycloakUrl} has no realm ${realm} to sign in to: check KEYCLOAK_URL and KEYCLOAK_ADMIN_REALM.`);
  if (answer.status >= 500)
    throw new RealmConfigError(`Keycloak answers ${answer.status} at ${keycloakUrl}: look at its log, then run this again.`);
  if (!answer.ok) throw new RealmConfigError(`Keycloak refuses ${nameOf(admin, realm)} (${await reasonOf(answer)})`);
  return ((await answer.json()) as { access_token: string }).access_token;
}

const credentials = (admin: Admin): Record<string, string> =>
  "clientId" in admin
    ? { grant_type: "client_credentials", client_id: admin.clientId, client_secret: admin.clientSecret }
    : { grant_type: "password", client_id: "admin-cli", username: admin.username, password: admin.password };

const nameOf = (admin: Admin, realm: string): string =>
  "clientId" in admin
    ? `the service account ${admin.clientId} of realm ${realm}: check KEYCLOAK_ADMIN_CLIENT_ID, KEYCLOAK_ADMIN_CLIENT_SECRET and KEYCLOAK_ADMIN_REALM`
    : `the admin ${admin.username}: check KEYCLOAK_ADMIN_USERNAME and KEYCLOAK_ADMIN_PASSWORD`;

async function reasonOf(answer: Response): Promise<string> {
  const body = (await answer.json().catch(() => ({}))) as { error?: string; error_description?: string };
  return body.error_description ?? body.error ?? `HTTP ${answer.status}`;
}
