/** How members sign in: flows, the portal, the directory; nothing of it is touched when the settings do not speak of it. */
import { BINDINGS } from "../desired/sign-in-flows.ts";
import type { RealmSettings } from "../settings.ts";
import type { SignIn } from "../sign-in-settings.ts";
import { applyDirectory } from "./apply-sign-in-directory.ts";
import { applyFlows } from "./apply-sign-in-flows.ts";
import { applyPortal } from "./apply-sign-in-portal.ts";
import { ensure, found, type Session } from "./session.ts";

/** @throws RealmConfigError when the portal's metadata cannot be read */
export async function applySignIn(session: Session, { realm, signIn }: Pick<RealmSettings, "realm" | "signIn">): Promise<void> {
  if (!signIn) return;
  // planned only: there is nothing to compare with
  if (!(await found(session)).realm) return void session.differences.push({ action: "create", object: "sign-in", fields: [] });
  await applyDirectory(session, realm, signIn.directory);
  await applyActions(session, signIn);
  const before = written(session);
  try {
    await applyFlows(session, signIn);
    await applyPortal(session, signIn);
    await applyBindings(session, realm);
  } finally {
    // also when it failed half-way: the next run finds what was written unchanged
    const isAnotherWay = session.mode === "apply" && written(session) > before;
    // whoever signed in by the earlier ways may have done so without the second step
    if (signIn.stepUp !== "none" && isAnotherWay) await session.keycloak.realms.logoutAll({ realm });
  }
}

const written = ({ created, changed }: Session): number => created.length + changed.length;

async function applyBindings(session: Session, realm: string): Promise<void> {
  const update = () => session.keycloak.realms.update({ realm }, BINDINGS);
  await ensure(session, "flows of sign-in", (await found(session)).realm, BINDINGS, { create: update, update });
}

/** Names and addresses come from the portal or the directory: nobody is asked to fill them in. What sets up the second step must be there. */
async function applyActions(session: Session, { portal, directory, stepUp }: SignIn): Promise<void> {
  const wanted = [
    ...(portal || directory ? [{ alias: "VERIFY_PROFILE", enabled: false }] : []),
    ...(stepUp === "otp" ? [{ alias: "CONFIGURE_TOTP", enabled: true }] : []),
    ...(stepUp === "passkey" ? [{ alias: "webauthn-register", enabled: true }] : []),
  ];
  const { authenticationManagement } = session.keycloak;
  const { requiredActions } = await found(session);
  for (const action of wanted) {
    const actual = requiredActions.get(action.alias);
    const update = () => authenticationManagement.updateRequiredAction({ alias: action.alias }, { ...actual, ...action });
    await ensure(session, `required action ${action.alias}`, actual, action, { create: update, update });
  }
}
