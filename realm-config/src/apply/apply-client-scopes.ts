/** Client scopes and the mappers of the one that every app has. */
import { memberAuthorizationScope, SMART_CLIENT_SCOPES } from "../desired/client-scopes.ts";
import type { RealmSettings } from "../settings.ts";
import { ensure, type Session } from "./session.ts";

export async function applyClientScopes(session: Session, settings: RealmSettings): Promise<void> {
  const { clientScopes } = session.keycloak;
  const { protocolMappers, ...scope } = memberAuthorizationScope(settings);
  const existing = new Map((await clientScopes.find()).map((actual) => [actual.name, actual]));
  for (const wanted of [...SMART_CLIENT_SCOPES, scope]) {
    await ensure(session, `client scope ${wanted.name}`, existing.get(wanted.name), wanted, {
      create: () => clientScopes.create(wanted),
      update: ({ id, attributes }) =>
        clientScopes.update({ id: id as string }, { ...wanted, attributes: { ...attributes, ...wanted.attributes } }),
    });
  }
  const { id } = (await clientScopes.findOneByName({ name: scope.name })) as { id: string };
  const mappers = new Map((await clientScopes.listProtocolMappers({ id })).map((actual) => [actual.name, actual]));
  for (const wanted of protocolMappers) {
    await ensure(session, `mapper ${wanted.name}`, mappers.get(wanted.name), wanted, {
      create: () => clientScopes.addProtocolMapper({ id }, wanted),
      update: (actual) => clientScopes.updateProtocolMapper({ id, mapperId: actual.id as string }, { ...wanted, id: actual.id as string }),
    });
  }
}
