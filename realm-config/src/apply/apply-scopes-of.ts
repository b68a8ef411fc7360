/** The client scopes of one client: those that are wanted and no others. */
import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import type { WantedScopes } from "./apply-clients.ts";
import { inTurns } from "./in-turns.ts";
import { RealmConfigError } from "./refusals.ts";
import { change, found, keep, type Session } from "./session.ts";

export async function applyScopesOf(session: Session, actual: ClientRepresentation, wanted: WantedScopes): Promise<void> {
  const { clients } = session.keycloak;
  const id = actual.id as string;
  const defaults = unlike(actual.defaultClientScopes, wanted.defaultClientScopes);
  const optionals = unlike(actual.optionalClientScopes, wanted.optionalClientScopes);
  const name = `client scopes of ${actual.clientId}`;
  const fields = [...defaults.fields("default"), ...optionals.fields("optional")];
  if (fields.length === 0) return keep(session, name);
  await change(session, name, fields, async () => {
    const idOf = await idsOfScopes(session);
    // one that becomes optional stops being a default first: Keycloak keeps a scope in one of the two lists
    await inTurns(defaults.surplus, (scope) => clients.delDefaultClientScope({ id, clientScopeId: idOf(scope) }));
    await inTurns(optionals.surplus, (scope) => clients.delOptionalClientScope({ id, clientScopeId: idOf(scope) }));
    await inTurns(defaults.missing, (scope) => clients.addDefaultClientScope({ id, clientScopeId: idOf(scope) }));
    await inTurns(optionals.missing, (scope) => clients.addOptionalClientScope({ id, clientScopeId: idOf(scope) }));
  });
}

function unlike(actual: readonly string[] = [], wanted: readonly string[]) {
  const surplus = actual.filter((scope) => !wanted.includes(scope));
  const missing = wanted.filter((scope) => !actual.includes(scope));
  const fields = (kind: string) => [
    ...surplus.map((scope) => ({ field: `${kind} client scope`, from: scope, to: undefined })),
    ...missing.map((scope) => ({ field: `${kind} client scope`, from: undefined, to: scope })),
  ];
  return { surplus, missing, fields };
}

async function idsOfScopes(session: Session): Promise<(name: string) => string> {
  const { clientScopes } = await found(session);
  return (name) => {
    const id = clientScopes.get(name)?.id;
    if (!id)
      throw new RealmConfigError(
        `The realm has no client scope ${name}: add it in the admin console as Keycloak makes it, then run this again.`,
      );
    return id;
  };
}
