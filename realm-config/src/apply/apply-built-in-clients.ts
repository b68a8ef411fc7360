/** Keycloak's own clients, without the grants that nobody here needs. */
import { BUILT_IN_CLIENTS } from "../desired/built-in-clients.ts";
import { ensure, found, type Session } from "./session.ts";

/** One that the realm does not have stays away. */
export async function applyBuiltInClients(session: Session): Promise<void> {
  const { clients } = await found(session);
  for (const wanted of BUILT_IN_CLIENTS) {
    const actual = clients.get(wanted.clientId);
    if (!actual) continue;
    const update = () => session.keycloak.clients.update({ id: actual.id as string }, { ...actual, ...wanted });
    await ensure(session, `client ${wanted.clientId}`, actual, wanted, { create: update, update });
  }
}
