/** What members and administrators do besides answering: stop, sign out, take away, give back, switch off. */
import { accountToken, consent } from "../../support/account-api.ts";
import { represents, signOut as signOutOf } from "../../support/people.ts";
import type { TestRealm } from "../../support/realm.ts";
import type { AppState, Person } from "./model.ts";
import { APPS, must, type World } from "./world.ts";

/** The member removes the app in the account console. */
export async function memberStops({ realm, parent, model }: World, app: number): Promise<boolean> {
  const answer = await consent(realm, await accountToken(realm, parent), "DELETE", [], APPS[app]);
  must("yes", answer.status === 204, `account API: ${answer.text}`);
  model.stopAll(app);
  return true;
}

/** An administrator revokes the member's consent; there is none when nothing of this app counts. */
export async function adminStops({ realm, parent, model }: World, app: number): Promise<boolean> {
  const id = await realm.userId(parent);
  const counts = model.authorizations.some((one) => one.app === app && !one.ended);
  const clientId = APPS[app]?.clientId as string;
  await realm.admin.users.revokeConsent({ id, clientId }).catch((error: { response?: Response }) => {
    if (counts || error.response?.status !== 404) throw error;
  });
  model.stopAll(app);
  return true;
}

export async function signOut({ realm, browsers, model }: World, which: number): Promise<boolean> {
  const browser = browsers[which];
  if (browser?.signIn === undefined) return false;
  await signOutOf(realm, browser.agent);
  model.signedIn.delete(browser.signIn);
  browser.signIn = undefined;
  return true;
}

export async function setApp({ realm, model }: Pick<World, "realm" | "model">, app: number, state: AppState): Promise<boolean> {
  await changeApp(realm, app, state);
  model.apps[app] = state;
  return true;
}

/** As an administrator does: switches the app off, lets it break a rule for apps, or mends it. */
export async function changeApp(realm: TestRealm, app: number, state: AppState): Promise<void> {
  await realm.changeClient(APPS[app]?.clientId as string, { enabled: state !== "disabled", fullScopeAllowed: state === "breaks-rule" });
}

/** The plan says that the member may decide for this child, or no longer does. */
export async function relate({ realm, parent, model }: World, person: Person, holds: boolean): Promise<boolean> {
  holds ? model.related.add(person) : model.related.delete(person);
  const values = { tom: represents(parent.tom, "Tom Member"), lisa: represents(parent.lisa, "Lisa Member") };
  const represented = (["tom", "lisa"] as const).filter((child) => model.related.has(child)).map((child) => values[child]);
  const id = await realm.userId(parent);
  const user = await realm.admin.users.findOne({ id });
  await realm.admin.users.update({ id }, { ...user, attributes: { ...user?.attributes, represented_patients: represented } });
  return true;
}

/** All that was suspended or taken away. */
export async function giveBack(world: World): Promise<boolean> {
  const suspended = [...APPS.keys()].filter((app) => world.model.apps[app] !== "keeps-rules");
  const gone = (["tom", "lisa"] as const).filter((person) => !world.model.related.has(person));
  for (const app of suspended) await setApp(world, app, "keeps-rules");
  for (const person of gone) await relate(world, person, true);
  return suspended.length + gone.length > 0;
}

/** Until every authorization of two seconds that still counts has ended. */
export async function wait({ model }: World): Promise<boolean> {
  const ends = model.authorizations.flatMap(({ end, ended }) => (end && !ended && end.to > Date.now() ? end.to : []));
  if (ends.length === 0) return false;
  await new Promise((resolve) => setTimeout(resolve, Math.max(...ends) - Date.now() + 10));
  return true;
}
