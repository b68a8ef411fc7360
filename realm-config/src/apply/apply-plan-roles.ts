/** The roles by which the plan lists and stops authorizations, and the plan's service that holds them. */
import { AUTHORIZATIONS_CLIENT, AUTHORIZATIONS_ROLES } from "../desired/plan-client.ts";
import type { RealmSettings } from "../settings.ts";
import { change, ensure, found, keep, type Session } from "./session.ts";

/** A role as its mappings name it. */
interface Role {
  readonly id: string;
  readonly name: string;
}

/** Without `planClient` the roles are made and nobody is given them. */
export async function applyPlanRoles(session: Session, { planClient }: Pick<RealmSettings, "planClient">): Promise<void> {
  const { clients } = await found(session);
  const owner = clients.get(AUTHORIZATIONS_CLIENT)?.id;
  const roles = await applyRoles(session, owner);
  if (!planClient) return;
  const id = clients.get(planClient.id)?.id;
  await Promise.all([
    applyScopeMappings(session, planClient.id, id, owner, roles),
    applyServiceAccount(session, planClient.id, id, owner, roles),
  ]);
}

/** @param owner the client of the roles; absent while it is only planned */
async function applyRoles(session: Session, owner: string | undefined): Promise<Role[]> {
  const { clients } = session.keycloak;
  let existing = owner ? await clients.listRoles({ id: owner }) : [];
  for (const name of AUTHORIZATIONS_ROLES) {
    const wanted = { name };
    const create = async () => {
      await clients.createRole({ ...wanted, id: owner as string });
      existing = await clients.listRoles({ id: owner as string });
    };
    await ensure(session, `role ${AUTHORIZATIONS_CLIENT} ${name}`, byName(existing, name), wanted, { create, update: create });
  }
  return AUTHORIZATIONS_ROLES.map((name) => ({ id: byName(existing, name)?.id ?? "", name }));
}

/** What may be in the client's tokens: full scope is off. */
async function applyScopeMappings(session: Session, name: string, id: string | undefined, client: string | undefined, roles: Role[]) {
  const { clients } = session.keycloak;
  const where = id && client ? { id, client } : undefined;
  const held = where ? await clients.listClientScopeMappings(where) : [];
  await give(session, `scope of ${name}`, held, roles, async (missing) => where && clients.addClientScopeMappings(where, missing));
}

async function applyServiceAccount(session: Session, name: string, id: string | undefined, owner: string | undefined, roles: Role[]) {
  const { clients, users } = session.keycloak;
  const where = id && owner ? { id: (await clients.getServiceAccountUser({ id })).id as string, clientUniqueId: owner } : undefined;
  const held = where ? await users.listClientRoleMappings(where) : [];
  await give(
    session,
    `roles of ${name}`,
    held,
    roles,
    async (missing) => where && users.addClientRoleMappings({ ...where, roles: missing }),
  );
}

async function give(
  session: Session,
  what: string,
  held: readonly { name?: string }[],
  roles: readonly Role[],
  write: (missing: Role[]) => Promise<unknown>,
): Promise<void> {
  const missing = roles.filter(({ name }) => !byName(held, name));
  const fields = missing.map(({ name }) => ({ field: "role", from: undefined, to: name }));
  if (missing.length === 0) keep(session, what);
  else if (held.length > 0) await change(session, what, fields, () => write(missing));
  else await ensure(session, what, undefined, {}, { create: () => write(missing), update: async () => {} });
}

const byName = <Item extends { name?: string }>(items: readonly Item[], wanted: string) => items.find(({ name }) => name === wanted);
