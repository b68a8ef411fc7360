/** The realm's mail server. Keycloak does not tell the password it has, so it is written each time and counts as no change. */
import { NEW_REALM_DISPLAY_NAME } from "../desired/realm.ts";
import { desiredSmtp } from "../desired/smtp.ts";
import type { RealmSettings } from "../settings.ts";
import { differences } from "./differences.ts";
import { change, found, keep, type Session } from "./session.ts";

export async function applySmtp(session: Session, { realm, smtp }: Pick<RealmSettings, "realm" | "smtp">): Promise<void> {
  const { realm: actual } = await found(session);
  if (!smtp || !actual) return;
  const smtpServer = desiredSmtp(smtp, actual.displayName || NEW_REALM_DISPLAY_NAME);
  const { password, ...told } = smtpServer;
  const fields = differences(actual.smtpServer, told, "smtpServer");
  const write = () => session.keycloak.realms.update({ realm }, { smtpServer });
  if (fields.length > 0) return change(session, "mail server", fields, write);
  if (password && session.mode === "apply" && !session.isNew) await write();
  keep(session, "mail server");
}
