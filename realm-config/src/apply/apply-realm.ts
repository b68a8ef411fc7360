/** Makes the realm what the settings say, in the order in which its parts need each other; safe to run again at any point. */
import { standardPolicy } from "@member-exchange/sharing-policy/policy";
import { POLICY_ATTRIBUTE } from "../desired/policy.ts";
import { desiredRealm, NEW_REALM_DISPLAY_NAME } from "../desired/realm.ts";
import type { ApplyReport, RealmSettings } from "../settings.ts";
import { applyClientPolicies } from "./apply-client-policies.ts";
import { applyClientScopes } from "./apply-client-scopes.ts";
import { applyClients } from "./apply-clients.ts";
import { applyMembers } from "./apply-members.ts";
import { applyPlanClient } from "./apply-plan-client.ts";
import { applySmtp } from "./apply-smtp.ts";
import { applyUserProfile } from "./apply-user-profile.ts";
import { contains } from "./contains.ts";
import { requireFollows } from "./policy-change.ts";
import { ensure, openSession, RealmConfigError, report, type Session } from "./session.ts";

const REQUIRED_ACTION = "member-authorization";

/**
 * Does not delete anything, does not reset a member's password, and does not change what it does not name.
 * @throws RealmConfigError with one sentence that says what to do
 */
export async function applyRealm(settings: RealmSettings): Promise<ApplyReport> {
  const step = settings.onStep ?? (() => {});
  const session = await openSession(settings);
  await requireExtension(session);
  await applyRealmItself(session, settings);
  await applySmtp(session, settings);
  step("realm");
  await applyUserProfile(session);
  await applyRequiredAction(session);
  await applyClientScopes(session, settings);
  step("client scopes");
  await applyClients(session, settings);
  await applyPlanClient(session, settings);
  await applyClientPolicies(session, settings.fhirBaseUrl);
  step("clients and policies");
  await applyMembers(session, settings.members);
  step("members");
  return report(session);
}

async function requireExtension({ keycloak }: Session): Promise<void> {
  const { providers } = await keycloak.serverInfo.find();
  const actions = providers?.["required-action"]?.providers ?? {};
  if (!(REQUIRED_ACTION in actions)) {
    throw new RealmConfigError(
      "Keycloak runs without our extension: put keycloak-extension.jar into its providers folder and start it again.",
    );
  }
}

async function applyRealmItself(session: Session, { realm, policy = standardPolicy([]) }: RealmSettings): Promise<void> {
  const wanted = desiredRealm(realm, policy);
  const actual = await session.keycloak.realms.findOne({ realm });
  requireFollows(actual?.attributes?.[POLICY_ATTRIBUTE], policy);
  await ensure(session, `realm ${realm}`, actual, wanted, {
    create: () => session.keycloak.realms.create({ ...wanted, displayName: NEW_REALM_DISPLAY_NAME }),
    update: ({ attributes }) =>
      session.keycloak.realms.update({ realm }, { ...wanted, attributes: { ...attributes, ...wanted.attributes } }),
  });
}

async function applyRequiredAction(session: Session): Promise<void> {
  const { authenticationManagement } = session.keycloak;
  const wanted = { alias: REQUIRED_ACTION, providerId: REQUIRED_ACTION, name: "Member authorization", enabled: true, defaultAction: false };
  const actual = (await authenticationManagement.getRequiredActions()).find(({ alias }) => alias === REQUIRED_ACTION);
  if (!actual) await authenticationManagement.registerRequiredAction({ providerId: REQUIRED_ACTION, name: wanted.name });
  const registered = (await authenticationManagement.getRequiredActions()).find(({ alias }) => alias === REQUIRED_ACTION);
  if (!contains(registered, wanted))
    await authenticationManagement.updateRequiredAction({ alias: REQUIRED_ACTION }, { ...registered, ...wanted });
  if (!actual) session.created.push("required action");
  else if (!contains(actual, wanted)) session.changed.push("required action");
  else session.unchanged += 1;
}
