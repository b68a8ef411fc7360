/** The client whose roles let the plan list and stop authorizations, and the plan's service that holds them. */
import {
  AUTHORIZATIONS_CLIENT,
  AUTHORIZATIONS_ROLES,
  desiredAuthorizationsClient,
  desiredPlanClient,
  PLAN_DEFAULT_SCOPES,
} from "../desired/plan-client.ts";
import type { RealmSettings } from "../settings.ts";
import { applyClient } from "./apply-clients.ts";
import { ensure, type Session } from "./session.ts";

/** A role as its mappings name it. */
interface Role {
  readonly id: string;
  readonly name: string;
}

/** Without `planClient` the roles are made and nobody is given them. */
export async function applyPlanClient(session: Session, { planClient }: Pick<RealmSettings, "planClient">): Promise<void> {
  await applyClient(session, desiredAuthorizationsClient(), [], []);
  const owner = await uuidOf(session, AUTHORIZATIONS_CLIENT);
  const roles = await applyRoles(session, owner);
  if (!planClient) return;
  await applyClient(session, desiredPlanClient(planClient), PLAN_DEFAULT_SCOPES, []);
  const id = await uuidOf(session, planClient.id);
  await applyScopeMappings(session, planClient.id, { id, client: owner }, roles);
  await applyServiceAccount(session, planClient.id, id, owner, roles);
}

async function uuidOf({ keycloak }: Session, clientId: string): Promise<string> {
  const [client] = await keycloak.clients.find({ clientId });
  return client?.id as string;
}

async function applyRoles(session: Session, owner: string): Promise<Role[]> {
  const { clients } = session.keycloak;
  const existing = await clients.listRoles({ id: owner });
  for (const name of AUTHORIZATIONS_ROLES) {
    const wanted = { name };
    const actual = existing.find((role) => role.name === name);
    const create = () => clients.createRole({ ...wanted, id: owner });
    await ensure(session, `role ${AUTHORIZATIONS_CLIENT} ${name}`, actual, wanted, { create, update: create });
  }
  const roles = await clients.listRoles({ id: owner });
  return AUTHORIZATIONS_ROLES.map((name) => ({ id: roles.find((role) => role.name === name)?.id as string, name }));
}

/** What may be in the client's tokens: full scope is off. */
async function applyScopeMappings(session: Session, name: string, where: { id: string; client: string }, roles: Role[]): Promise<void> {
  const { clients } = session.keycloak;
  const missing = without(roles, await clients.listClientScopeMappings(where));
  if (missing.length > 0) await clients.addClientScopeMappings(where, missing);
  count(session, `scope of ${name}`, missing);
}

async function applyServiceAccount(session: Session, name: string, id: string, owner: string, roles: Role[]): Promise<void> {
  const { clients, users } = session.keycloak;
  const account = (await clients.getServiceAccountUser({ id })).id as string;
  const where = { id: account, clientUniqueId: owner };
  const missing = without(roles, await users.listClientRoleMappings(where));
  if (missing.length > 0) await users.addClientRoleMappings({ ...where, roles: missing });
  count(session, `roles of ${name}`, missing);
}

const without = (roles: readonly Role[], held: readonly { name?: string }[]): Role[] =>
  roles.filter(({ name }) => !held.some((role) => role.name === name));

function count(session: Session, what: string, missing: readonly Role[]): void {
  if (missing.length === AUTHORIZATIONS_ROLES.length) session.created.push(what);
  else if (missing.length > 0) session.changed.push(what);
  else session.unchanged += 1;
}
