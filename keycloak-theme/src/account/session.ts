/** The member's own sign-in for this page, by Keycloak's adapter: code flow with PKCE, tokens in memory only. */
import Keycloak from "keycloak-js";
import type { Environment } from "./environment";

const FRESH_SECONDS = 30;

export interface Session {
  /** A token that is good for a while, or `undefined` when the member is signed in no more. */
  token(): Promise<string | undefined>;
  signIn(): void;
  signOut(): void;
}

/** Resolves when the member is signed in; before that the browser may leave for the sign-in page. */
export async function openSession({ serverUrl, realm, clientId }: Environment, language: string): Promise<Session> {
  const keycloak = new Keycloak({ url: serverUrl, realm, clientId });
  await keycloak.init({
    onLoad: "login-required",
    pkceMethod: "S256",
    responseMode: "query",
    checkLoginIframe: false,
    scope: "openid",
    locale: language,
  });
  return {
    token: async () => {
      try {
        await keycloak.updateToken(FRESH_SECONDS);
        return keycloak.token;
      } catch {
        return undefined;
      }
    },
    signIn: () => void keycloak.login({ locale: language }),
    signOut: () => void keycloak.logout({ redirectUri: location.href.split("#")[0] ?? location.href }),
  };
}
