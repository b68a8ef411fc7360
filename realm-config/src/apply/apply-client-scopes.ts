/** Our client scopes, each with exactly the mappers that are ours: one more would write into the tokens of every app. */
import type ClientScopeRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientScopeRepresentation.js";
import { desiredClientScopes } from "../desired/client-scopes.ts";
import type { RealmSettings } from "../settings.ts";
import { applyMappers } from "./apply-mappers.ts";
import { eachOf } from "./in-turns.ts";
import { ensure, found, type Session } from "./session.ts";

type Wanted = ReturnType<typeof desiredClientScopes>[number];

export async function applyClientScopes(session: Session, settings: RealmSettings): Promise<void> {
  await eachOf(session, desiredClientScopes(settings), (wanted) => applyClientScope(session, wanted));
}

async function applyClientScope(session: Session, { protocolMappers, ...wanted }: Wanted): Promise<void> {
  const { clientScopes } = session.keycloak;
  const all = (await found(session)).clientScopes;
  const actual = all.get(wanted.name);
  await ensure<ClientScopeRepresentation>(session, `client scope ${wanted.name}`, actual, wanted, {
    create: async () => {
      const { id } = await clientScopes.create({ ...wanted, protocolMappers });
      all.set(wanted.name, { ...wanted, id });
    },
    update: ({ id, attributes }) =>
      clientScopes.update({ id: id as string }, { ...wanted, attributes: { ...attributes, ...wanted.attributes } }),
  });
  if (!actual) return;
  const id = actual.id as string;
  await applyMappers(session, `client scope ${wanted.name}`, actual.protocolMappers ?? [], protocolMappers, {
    add: (mapper) => clientScopes.addProtocolMapper({ id }, mapper),
    update: (mapperId, mapper) => clientScopes.updateProtocolMapper({ id, mapperId }, mapper),
    remove: (mapperId) => clientScopes.delProtocolMapper({ id, mapperId }),
  });
}
