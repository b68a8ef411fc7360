/** The realm's mail server. Keycloak does not tell the password it has, so it is written each time and counts as no change. */
import { NEW_REALM_DISPLAY_NAME } from "../desired/realm.ts";
import { desiredSmtp } from "../desired/smtp.ts";
import type { RealmSettings } from "../settings.ts";
import { contains } from "./contains.ts";
import type { Session } from "./session.ts";

export async function applySmtp(session: Session, { realm, smtp }: Pick<RealmSettings, "realm" | "smtp">): Promise<void> {
  if (!smtp) return;
  const actual = await session.keycloak.realms.findOne({ realm });
  const smtpServer = desiredSmtp(smtp, actual?.displayName || NEW_REALM_DISPLAY_NAME);
  const { password, ...told } = smtpServer;
  const isSame = contains(actual?.smtpServer, told);
  if (!isSame || password) await session.keycloak.realms.update({ realm }, { ...actual, smtpServer });
  if (isSame) session.unchanged += 1;
  else session.changed.push("mail server");
}
