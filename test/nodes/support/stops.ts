/** What ends or suspends a permission, each made at one node. */
import KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type { Member } from "@member-exchange/realm-config";
import { DIARY, keycloak, type TestRealm } from "../../support/realm.ts";
import { at, type Node, nodeUrl } from "./nodes.ts";

/** An administrator of the realm who works at this node. */
export async function adminAt(realm: TestRealm, node: Node): Promise<KeycloakAdminClient> {
  const admin = new KeycloakAdminClient({ baseUrl: nodeUrl(node), realmName: "master" });
  await admin.auth({ ...keycloak().admin, grantType: "password", clientId: "admin-cli" });
  admin.setConfig({ realmName: realm.settings.realm });
  return admin;
}

/** A token of the account console, for a member of a realm whose console may ask for one with a password. */
export async function accountToken(realm: TestRealm, node: Node, { username, password }: Member): Promise<string> {
  const body = new URLSearchParams({ grant_type: "password", client_id: "account-console", username, password, scope: "openid" });
  const answer = await fetch(at(node, `${realm.issuer}/protocol/openid-connect/token`), { method: "POST", body });
  if (!answer.ok) throw new Error(`no token for the account console: ${await answer.text()}`);
  return ((await answer.json()) as { access_token: string }).access_token;
}

/** Lets the account console take a password, so that no test has to drive its pages. */
export async function openAccountConsole(realm: TestRealm): Promise<void> {
  const id = await realm.clientUuid("account-console");
  const client = await realm.admin.clients.findOne({ id });
  await realm.admin.clients.update({ id }, { ...client, directAccessGrantsEnabled: true });
}

/** The member removes the app's access in the account console. */
export async function removeAccess(realm: TestRealm, node: Node, token: string): Promise<void> {
  const url = at(node, `${realm.issuer}/account/applications/${DIARY.clientId}/consent`);
  const answer = await fetch(url, { method: "DELETE", headers: { authorization: `Bearer ${token}`, accept: "application/json" } });
  if (answer.status !== 204) throw new Error(`access not removed: ${answer.status} ${await answer.text()}`);
}

/** The member's newest authorization as the REST of the extension tells it at this node, and requests about it. */
export async function mineAt(realm: TestRealm, node: Node, token: string) {
  const base = at(node, `${realm.issuer}/member-authorizations/mine`);
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const [newest] = (await (await fetch(base, { headers })).json()) as { id: string; revision: number }[];
  if (!newest) throw new Error("the member has no authorization");
  const send = async (method: string, body?: object) => {
    const answer = await fetch(`${base}/${newest.id}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    if (!answer.ok) throw new Error(`${method}: ${answer.status} ${await answer.text()}`);
  };
  return {
    share: (shared: readonly string[]) => send("PUT", { revision: newest.revision, mode: "chosen", shared }),
    stop: () => send("DELETE"),
  };
}

/** One way to end or suspend what `member` allowed the app; resolves to what gives it back, or undefined when nothing may. */
export type Stop = (realm: TestRealm, node: Node, member: Member) => Promise<(() => Promise<unknown>) | undefined>;

export const STOPS: Readonly<Record<string, Stop>> = {
  "the member removes the app's access in the account console": async (realm, node, member) => {
    await removeAccess(realm, node, await accountToken(realm, node, member));
    return undefined;
  },
  "the member stops the app over REST": async (realm, node, member) => {
    await (await mineAt(realm, node, await accountToken(realm, node, member))).stop();
    return undefined;
  },
  "an admin revokes the member's consent": async (realm, node, member) => {
    const admin = await adminAt(realm, node);
    await admin.users.revokeConsent({ id: await realm.userId(member), clientId: DIARY.clientId });
    return undefined;
  },
  "an admin suspends the app": async (realm, node) => {
    const admin = await adminAt(realm, node);
    const id = await realm.clientUuid(DIARY.clientId);
    const client = await admin.clients.findOne({ id });
    await admin.clients.update({ id }, { ...client, enabled: false });
    return () => admin.clients.update({ id }, { ...client, enabled: true });
  },
  "an admin ends the member's link to the record": async (realm, node, member) => {
    const admin = await adminAt(realm, node);
    const id = await realm.userId(member);
    await admin.users.update({ id }, { ...(await admin.users.findOne({ id })), attributes: {} });
    return undefined;
  },
  "an admin disables the member": async (realm, node, member) => {
    const admin = await adminAt(realm, node);
    const id = await realm.userId(member);
    await admin.users.update({ id }, { ...(await admin.users.findOne({ id })), enabled: false });
    return undefined;
  },
};
