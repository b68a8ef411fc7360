/** A signed-in admin client for one realm, and the report of what was done with it. */
import KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type { ApplyReport, RealmSettings } from "../settings.ts";
import { contains } from "./contains.ts";

/** Renewed well before Keycloak's default admin token lifetime of 60 s ends. */
const TOKEN_RENEWAL_MS = 30_000;

export class RealmConfigError extends Error {}

export interface Session {
  readonly keycloak: KeycloakAdminClient;
  readonly created: string[];
  readonly changed: string[];
  unchanged: number;
}

/** @throws RealmConfigError when the server cannot be reached or refuses the admin's password. */
export async function openSession({ keycloakUrl, admin, realm }: RealmSettings): Promise<Session> {
  const keycloak = new KeycloakAdminClient({ baseUrl: keycloakUrl, realmName: "master" });
  const signIn = async () => {
    const answer = await fetch(`${keycloakUrl}/realms/master/protocol/openid-connect/token`, {
      method: "POST",
      body: new URLSearchParams({ grant_type: "password", client_id: "admin-cli", username: admin.username, password: admin.password }),
    }).catch((cause) => {
      throw new RealmConfigError(`Keycloak does not answer at ${keycloakUrl}: start it, or set KEYCLOAK_URL.`, { cause });
    });
    if (!answer.ok)
      throw new RealmConfigError(
        `Keycloak refuses the admin ${admin.username}: check KEYCLOAK_ADMIN_USERNAME and KEYCLOAK_ADMIN_PASSWORD.`,
      );
    return ((await answer.json()) as { access_token: string }).access_token;
  };
  let token = { value: await signIn(), at: Date.now() };
  keycloak.registerTokenProvider({
    getAccessToken: async () => {
      if (Date.now() - token.at > TOKEN_RENEWAL_MS) token = { value: await signIn(), at: Date.now() };
      return token.value;
    },
  });
  keycloak.setConfig({ realmName: realm });
  return { keycloak, created: [], changed: [], unchanged: 0 };
}

export function report({ created, changed, unchanged }: Session): ApplyReport {
  return { created, changed, unchanged };
}

/** Creates what is missing, updates what differs, leaves alone what already says what is wanted. */
export async function ensure<Actual extends object>(
  session: Session,
  name: string,
  actual: Actual | undefined,
  wanted: object,
  write: { create: () => Promise<unknown>; update: (actual: Actual) => Promise<unknown> },
): Promise<void> {
  if (!actual) {
    await write.create();
    session.created.push(name);
  } else if (!contains(actual, wanted)) {
    await write.update(actual);
    session.changed.push(name);
  } else session.unchanged += 1;
}
