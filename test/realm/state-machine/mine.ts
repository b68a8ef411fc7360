/** The member changes or stops one authorization over REST, as the account console does. */
import { call, consoleToken, type Mine } from "../../support/authorizations-api.ts";
import { type Authorization, type Choice, sharedBy } from "./model.ts";
import { must, timed, type World } from "./world.ts";

/** Changes the categories of what the member finds in the list. */
export async function change(world: World, authorization: Authorization, choice: Choice): Promise<boolean> {
  const { model, realm, parent, ids } = world;
  const token = await consoleToken(realm, parent);
  const list = (await call<Mine[]>(realm, token, "GET /mine")).body;
  const found = list.find(({ id }) => id === ids.get(authorization));
  must("yes", found !== undefined, "the member's list has it");
  const body = { revision: found?.revision, mode: choice.mode, shared: choice.category };
  const [answer, during] = await timed(() => call(realm, token, `PUT /mine/${found?.id}`, body));
  const counts = model.counts(authorization, during);
  const allowed = counts === "yes" && model.needsNoEnd(authorization, choice);
  if (counts === "perhaps") return true;
  must(allowed ? "yes" : "no", answer.status === 200, `change: ${answer.status} ${answer.text}`);
  if (allowed) Object.assign(authorization, { mode: choice.mode, shared: sharedBy(choice) });
  return true;
}

/** Stops it for good, whatever state it is in. */
export async function stopOne({ model, realm, parent, ids }: World, authorization: Authorization): Promise<boolean> {
  const token = await consoleToken(realm, parent);
  const [answer, during] = await timed(() => call(realm, token, `DELETE /mine/${ids.get(authorization)}`));
  must("yes", answer.status === 204, `stop: ${answer.status} ${answer.text}`);
  model.stop(authorization, during);
  return true;
}
