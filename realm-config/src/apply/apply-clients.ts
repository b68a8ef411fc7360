/** Clients, those of apps among them, with exactly the client scopes that an app may have. */
import { OPTIONAL_SCOPE_NAMES } from "../desired/client-scopes.ts";
import { APP_DEFAULT_SCOPES, desiredApp, desiredFacadeClient } from "../desired/clients.ts";
import type { desiredAuthorizationsClient, desiredPlanClient } from "../desired/plan-client.ts";
import type { App, RealmSettings } from "../settings.ts";
import { ensure, type Session } from "./session.ts";

export async function applyClients(session: Session, settings: RealmSettings): Promise<void> {
  await applyClient(session, desiredFacadeClient(settings), [], []);
  for (const app of settings.apps) await applyApp(session, app);
}

type WantedClient =
  | ReturnType<typeof desiredApp>
  | ReturnType<typeof desiredFacadeClient>
  | ReturnType<typeof desiredAuthorizationsClient>
  | ReturnType<typeof desiredPlanClient>;

const applyApp = (session: Session, app: App) => applyClient(session, desiredApp(app), APP_DEFAULT_SCOPES, OPTIONAL_SCOPE_NAMES);

export async function applyClient(
  session: Session,
  wanted: WantedClient,
  defaultScopes: readonly string[],
  optionalScopes: readonly string[],
): Promise<void> {
  const { clients } = session.keycloak;
  const [found] = await clients.find({ clientId: wanted.clientId });
  const scopes = { defaultClientScopes: [...defaultScopes], optionalClientScopes: [...optionalScopes] };
  await ensure(
    session,
    `client ${wanted.clientId}`,
    found && { ...found, ...(await secretOf(session, found.id as string, wanted)) },
    wanted,
    {
      create: () => clients.create({ ...wanted, ...scopes }),
      update: ({ id, attributes, optionalClientScopes: _, defaultClientScopes: __, ...actual }) =>
        clients.update(
          { id: id as string },
          { ...actual, ...wanted, attributes: { ...attributes, ...("attributes" in wanted ? wanted.attributes : {}) } },
        ),
    },
  );
  if (found) await applyScopesOf(session, found.id as string, wanted.clientId, defaultScopes, optionalScopes);
}

/** The stored secret, only when one is wanted, so that a rotated one counts as a difference. */
async function secretOf({ keycloak }: Session, id: string, wanted: object): Promise<{ secret?: string }> {
  if (!("secret" in wanted)) return {};
  const { value } = await keycloak.clients.getClientSecret({ id });
  return value ? { secret: value } : {};
}

async function applyScopesOf(
  session: Session,
  id: string,
  clientId: string,
  defaultScopes: readonly string[],
  optionalScopes: readonly string[],
): Promise<void> {
  const { clients, clientScopes } = session.keycloak;
  const idOf = new Map((await clientScopes.find()).map((scope) => [scope.name, scope.id as string]));
  const defaults = await clients.listDefaultClientScopes({ id });
  const optionals = await clients.listOptionalClientScopes({ id });
  const extra = defaults.filter(({ name }) => !defaultScopes.includes(name as string));
  const surplus = optionals.filter(({ name }) => !optionalScopes.includes(name as string));
  const missingDefaults = defaultScopes.filter((name) => !defaults.some((scope) => scope.name === name));
  const missingOptionals = optionalScopes.filter((name) => !optionals.some((scope) => scope.name === name));
  for (const scope of extra) await clients.delDefaultClientScope({ id, clientScopeId: scope.id as string });
  for (const scope of surplus) await clients.delOptionalClientScope({ id, clientScopeId: scope.id as string });
  for (const name of missingDefaults) await clients.addDefaultClientScope({ id, clientScopeId: idOf.get(name) as string });
  for (const name of missingOptionals) await clients.addOptionalClientScope({ id, clientScopeId: idOf.get(name) as string });
  if (extra.length + surplus.length + missingDefaults.length + missingOptionals.length > 0)
    session.changed.push(`client scopes of ${clientId}`);
  else session.unchanged += 1;
}
