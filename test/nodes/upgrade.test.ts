/** A database of version 0.1.0 is brought up to date and means what it meant; a database of a newer version is refused. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { claimsOf } from "../support/authorization-flow.ts";
import { DIARY, MARY, TestRealm } from "../support/realm.ts";
import { control, nodeUrl } from "./support/nodes.ts";
import { sql, sqlFile } from "./support/sql.ts";

const SCOPE = "launch/patient patient/Condition.rs patient/Observation.rs";
const DUMP = join(import.meta.dirname, "version-0.1.0.sql");
const CHANGELOG = join(import.meta.dirname, "../../keycloak-extension/src/main/resources/META-INF/member-authorization-changelog.xml");
const CURRENT_ID = "ab63c001-ce2c-4a31-bdc9-5c8076b21c5e";
/** Everything but the ids that Keycloak gives to realms, apps and members. */
const COLUMNS = `id, revision, patient_id, relationship, requested_scope, granted_scope, resource_types, sharing_mode, shared,
  categories_version, screen_version, language, duration, created, until, consent_created, at, reason`;

const upgraded = (query: string) => sql(query, "upgraded");
const rows = () => upgraded(`select ${COLUMNS} from member_authorization order by created, revision`);
const changeSets = () => upgraded("select id, dateexecuted from databasechangelog_member_aut order by orderexecuted");

/** Gives the old rows, and the consent that they stand on, to a realm of this database, which has other internal ids. */
async function adopt(realm: TestRealm): Promise<void> {
  const { id: realmId } = (await realm.admin.realms.findOne({ realm: realm.settings.realm })) ?? {};
  const [user, client] = [await realm.userId(MARY), await realm.clientUuid(DIARY.clientId)];
  await upgraded(`
    update member_authorization set realm_id = '${realmId}', user_id = '${user}', client_id = '${client}', actor = '${user}';
    insert into user_consent (id, client_id, user_id, created_date, last_updated_date)
      select 'consent-of-mary', client_id, user_id, consent_created, at from member_authorization where id = '${CURRENT_ID}';
    insert into user_consent_client_scope (user_consent_id, scope_id)
      select 'consent-of-mary', id from client_scope where realm_id = '${realmId}' and name in ('patient/Condition.rs', 'patient/Observation.rs')`);
}

test("the changelog is applied to a database of version 0.1.0, whose records stay and mean what they meant", async () => {
  await sqlFile(DUMP, "upgraded");
  const [oldRows, oldChangeSets] = [await rows(), await changeSets()];
  expect([oldRows.length, oldChangeSets.length]).toEqual([5, 1]);

  await control("upgraded", "start");
  const now = await changeSets();
  expect(now.slice(0, 1)).toEqual(oldChangeSets);
  const inThisVersion = [...readFileSync(CHANGELOG, "utf8").matchAll(/<changeSet id="([^"]+)"/g)].map(([, id]) => id);
  expect(now.map(([id]) => id)).toEqual(inThisVersion);
  expect(await rows()).toEqual(oldRows);

  const realm = await TestRealm.create({ keycloakUrl: nodeUrl(3) });
  await adopt(realm);
  // the member is not asked again: the answer from before the upgrade is remembered, under its id
  const flow = realm.flow(SCOPE);
  const { body } = await flow.redeem(await realm.signedIn(flow, MARY));
  expect(body.scope?.split(" ").sort()).toEqual(["launch/patient", "patient/Condition.rs"]);
  expect(claimsOf(body.access_token).member_authorization_id).toBe(CURRENT_ID);
  expect(await realm.effective(body.access_token)).toMatchObject({
    id: CURRENT_ID,
    patient: "patient-mary",
    scope: "patient/Condition.rs",
    mode: "chosen",
    shared: ["DEMO"],
    until: null,
  });

  // what was stopped or replaced before the upgrade does not come back when the current one ends
  await realm.admin.users.revokeConsent({ id: await realm.userId(MARY), clientId: DIARY.clientId });
  expect(await realm.effective(body.access_token)).toBeUndefined();
  expect(await realm.signedIn(realm.flow(SCOPE), MARY)).toMatchObject({ page: "member-authorization.ftl" });
  expect((await rows()).filter(([id]) => id !== CURRENT_ID).slice(0, 4)).toEqual(oldRows.slice(0, 4));
  await realm.remove();
});

test("a database that a newer version changed: Keycloak does not start, and says why in one sentence", async () => {
  await control("upgraded", "stop");
  await upgraded(`insert into databasechangelog_member_aut (id, author, filename, dateexecuted, orderexecuted, exectype)
    values ('member-authorization-1000', 'member-authorization', 'META-INF/member-authorization-changelog.xml', now(), 1000, 'EXECUTED')`);
  await expect(control("upgraded", "start")).rejects.toThrow(/ended \(1\) before it was ready/);
  const log = readFileSync(join(process.env.TEST_LOGS ?? "", "upgraded.log"), "utf8");
  expect(log).toContain(
    "The database was changed by a newer version of the member-authorization extension (member-authorization-1000): " +
      "start Keycloak with that version or a newer one, or restore the database from before the upgrade.",
  );
  await expect(fetch(`${nodeUrl(3)}/realms/master`)).rejects.toThrow();
}, 60_000);
