/** Clients, those of apps among them, with exactly the client scopes that an app may have and no mapper of its own. */
import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import { requireSoundApps } from "../apps/app-problems.ts";
import { OPTIONAL_SCOPE_NAMES } from "../desired/client-scopes.ts";
import { APP_DEFAULT_SCOPES, desiredApp, desiredFacadeClient } from "../desired/clients.ts";
import { desiredAuthorizationsClient, desiredPlanClient, PLAN_DEFAULT_SCOPES } from "../desired/plan-client.ts";
import { desiredResourceServer } from "../desired/resource-server.ts";
import type { App, RealmSettings } from "../settings.ts";
import { applyMappers } from "./apply-mappers.ts";
import { applyScopesOf } from "./apply-scopes-of.ts";
import { eachOf } from "./in-turns.ts";
import { ensure, found, type Session } from "./session.ts";

/** A client as it should be, beside its client scopes. */
export interface WantedClient extends ClientRepresentation {
  readonly clientId: string;
}

/** The names of the client scopes that a client has, and no others. */
export interface WantedScopes {
  readonly defaultClientScopes: string[];
  readonly optionalClientScopes: string[];
}

/** An app's client with its client scopes: all scopes of records are optional, whatever the app is registered for (D4). */
export const desiredAppClient = (app: App) => ({
  ...desiredApp(app),
  defaultClientScopes: [...APP_DEFAULT_SCOPES],
  optionalClientScopes: [...OPTIONAL_SCOPE_NAMES],
});

/** Every client of these settings, as it is made and kept. */
export function desiredClients(settings: RealmSettings): (WantedClient & WantedScopes)[] {
  const { planClient, resourceServer } = settings;
  const none = { defaultClientScopes: [], optionalClientScopes: [] };
  const ofPlan = { defaultClientScopes: [...PLAN_DEFAULT_SCOPES], optionalClientScopes: [] };
  return [
    { ...desiredFacadeClient(settings), ...none },
    ...(resourceServer ? [{ ...desiredResourceServer(resourceServer), ...none }] : []),
    ...settings.apps.map(desiredAppClient),
    { ...desiredAuthorizationsClient(), ...none },
    ...(planClient ? [{ ...desiredPlanClient(planClient), ...ofPlan }] : []),
  ];
}

export async function applyClients(session: Session, settings: RealmSettings): Promise<void> {
  requireSoundApps(settings.apps);
  await eachOf(session, desiredClients(settings), (client) => applyClient(session, client));
}

/** One app, as `npm run apps` writes it. */
export const applyApp = (session: Session, app: App) => applyClient(session, desiredAppClient(app));

async function applyClient(
  session: Session,
  { defaultClientScopes, optionalClientScopes, ...wanted }: WantedClient & WantedScopes,
): Promise<void> {
  const { clients } = session.keycloak;
  const all = (await found(session)).clients;
  const actual = all.get(wanted.clientId);
  const scopes = { defaultClientScopes, optionalClientScopes };
  if (actual) await applyWhatItHas(session, actual, scopes);
  await ensure(session, `client ${wanted.clientId}`, actual && { protocolMappers: [], ...actual }, wanted, {
    create: async () => {
      const { id } = await clients.create({ ...wanted, ...scopes });
      all.set(wanted.clientId, { ...wanted, ...scopes, id });
    },
    // without `enabled`, which may be another by now: a suspension is not undone
    update: ({ id, attributes, optionalClientScopes: _, defaultClientScopes: __, protocolMappers: ___, enabled: ____, ...rest }) =>
      clients.update({ id: id as string }, { ...rest, ...wanted, attributes: { ...attributes, ...wanted.attributes } }),
  });
}

/** Before the client itself, which client policies may refuse with scopes or mappers that it may not have. */
async function applyWhatItHas(session: Session, actual: ClientRepresentation, scopes: WantedScopes): Promise<void> {
  const { clients } = session.keycloak;
  const id = actual.id as string;
  await applyScopesOf(session, actual, scopes);
  await applyMappers(session, `client ${actual.clientId}`, actual.protocolMappers ?? [], [], {
    add: (mapper) => clients.addProtocolMapper({ id }, mapper),
    update: (mapperId, mapper) => clients.updateProtocolMapper({ id, mapperId }, mapper),
    remove: (mapperId) => clients.delProtocolMapper({ id, mapperId }),
  });
}
