/** Makes the realm what the settings say, in the order in which its parts need each other; safe to run again at any point. */
import type { ApplyReport, RealmSettings } from "../settings.ts";
import { applyBuiltInClients } from "./apply-built-in-clients.ts";
import { applyClientPolicies } from "./apply-client-policies.ts";
import { applyClientScopes } from "./apply-client-scopes.ts";
import { applyClients } from "./apply-clients.ts";
import { applyMembers } from "./apply-members.ts";
import { applyPlanRoles } from "./apply-plan-roles.ts";
import { applyRealmItself } from "./apply-realm-itself.ts";
import { applyRequiredAction } from "./apply-required-action.ts";
import { applySignIn } from "./apply-sign-in.ts";
import { applySmtp } from "./apply-smtp.ts";
import { applyUserProfile } from "./apply-user-profile.ts";
import { extraFindings } from "./extra-checks.ts";
import { RealmConfigError, sentenceOf } from "./refusals.ts";
import { requireServer } from "./require-server.ts";
import { type Mode, openSession, report } from "./session.ts";

/**
 * Deletes nothing but mappers and client scopes that somebody added to what is ours, does not reset a member's password, and does not change what it does not name.
 * @throws RealmConfigError with one sentence that says what to do
 */
export const applyRealm = (settings: RealmSettings): Promise<ApplyReport> => run(settings, "apply");

/**
 * What `applyRealm` would do, and what it could not mend; changes nothing.
 * @throws RealmConfigError with one sentence that says what to do
 */
export const planRealm = (settings: RealmSettings): Promise<ApplyReport> => run(settings, "plan");

async function run(settings: RealmSettings, mode: Mode): Promise<ApplyReport> {
  const step = settings.onStep ?? (() => {});
  try {
    const session = await openSession(settings, mode);
    const server = await requireServer(session);
    await applyRealmItself(session, settings);
    await applySmtp(session, settings);
    step("realm");
    await applyUserProfile(session);
    await applyRequiredAction(session);
    await applyClientScopes(session, settings);
    step("client scopes");
    // before the clients: they hold for what is written then
    await applyClientPolicies(session, settings.fhirBaseUrl);
    await applyBuiltInClients(session);
    await applyClients(session, settings);
    await applyPlanRoles(session, settings);
    step("clients and policies");
    await applySignIn(session, settings);
    step("sign-in");
    await applyMembers(session, settings.members);
    step("members");
    return report(session, mode === "plan" ? await extraFindings(session, server) : []);
  } catch (cause) {
    throw cause instanceof RealmConfigError ? cause : new RealmConfigError(sentenceOf(cause), { cause });
  }
}
