/** The required action that shows the authorization screen. */
import { ensure, found, type Session } from "./session.ts";

export const REQUIRED_ACTION = "member-authorization";

export async function applyRequiredAction(session: Session): Promise<void> {
  const { authenticationManagement } = session.keycloak;
  const wanted = { alias: REQUIRED_ACTION, providerId: REQUIRED_ACTION, name: "Member authorization", enabled: true, defaultAction: false };
  await ensure(session, "required action", (await found(session)).requiredActions.get(REQUIRED_ACTION), wanted, {
    // registered ones are enabled and no default
    create: () => authenticationManagement.registerRequiredAction({ providerId: REQUIRED_ACTION, name: wanted.name }),
    update: (actual) => authenticationManagement.updateRequiredAction({ alias: REQUIRED_ACTION }, { ...actual, ...wanted }),
  });
}
