/** The realm's own settings; a realm that is not there is made whole, in one request. */

import { standardPolicy } from "@member-exchange/sharing-policy/policy";
import { newRealm } from "../desired/new-realm.ts";
import { POLICY_ATTRIBUTE } from "../desired/policy.ts";
import { desiredRealm } from "../desired/realm.ts";
import type { RealmSettings } from "../settings.ts";
import { requireFollows } from "./policy-change.ts";
import { ensure, found, type Session } from "./session.ts";

export async function applyRealmItself(session: Session, settings: RealmSettings): Promise<void> {
  const { realms } = session.keycloak;
  const { realm, policy = standardPolicy([]) } = settings;
  const { realm: actual } = await found(session);
  requireFollows(actual?.attributes?.[POLICY_ATTRIBUTE], policy);
  const desired = desiredRealm(settings);
  // a plan may log more
  const wanted = { ...desired, enabledEventTypes: [...new Set([...desired.enabledEventTypes, ...(actual?.enabledEventTypes ?? [])])] };
  await ensure(session, `realm ${realm}`, actual, wanted, {
    create: async () => {
      await realms.create(newRealm(settings));
      session.isNew = true;
      session.reading = undefined;
      // who made a realm may change it from the next token on
      session.signInAgain();
    },
    update: ({ attributes }) => realms.update({ realm }, { ...wanted, attributes: { ...attributes, ...wanted.attributes } }),
  });
}
