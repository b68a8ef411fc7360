/** The realm's mail server as Keycloak keeps it: texts throughout. */
import type { Smtp } from "../settings.ts";

export function desiredSmtp({ host, port, from, security, credentials }: Smtp, displayName: string) {
  return {
    host,
    port: String(port),
    from,
    fromDisplayName: displayName,
    ssl: String(security === "tls"),
    starttls: String(security === "starttls"),
    auth: String(credentials !== undefined),
    ...(credentials ? { user: credentials.username, password: credentials.password } : {}),
  };
}
