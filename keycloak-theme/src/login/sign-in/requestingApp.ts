/** The app that sent the member here; none for Keycloak's own consoles, which share no records. */
import type { KcContext } from "../KcContext";

const CONSOLES: readonly string[] = ["account", "account-console", "security-admin-console", "admin-cli", "broker"];

export const requestingApp = ({ clientId, name }: KcContext["client"]): string | undefined =>
  CONSOLES.includes(clientId) ? undefined : name || clientId;
