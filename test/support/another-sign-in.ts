/** A sign-in of one test's own to a demo member's record, so that tests do not meet each other's answers. */
import { randomUUID } from "node:crypto";
import KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { DEMO_MEMBERS } from "@member-exchange/demo";
import type { Member } from "@member-exchange/realm-config";

/** @param username of the demo member whose record it is */
export async function anotherSignIn(username: string): Promise<Member> {
  const { TEST_KEYCLOAK_URL: baseUrl = "", TEST_KEYCLOAK_USERNAME = "", TEST_KEYCLOAK_PASSWORD = "", TEST_REALM = "" } = process.env;
  const like = DEMO_MEMBERS.find((member) => member.username === username);
  if (!like?.fhirPatient) throw new Error(`no demo member ${username} with a record`);
  const admin = new KeycloakAdminClient({ baseUrl, realmName: "master" });
  await admin.auth({ grantType: "password", clientId: "admin-cli", username: TEST_KEYCLOAK_USERNAME, password: TEST_KEYCLOAK_PASSWORD });
  const name = `${username}-${randomUUID().slice(0, 8)}`;
  const member = { ...like, username: name, email: `${name}@example.org` };
  await admin.users.create({
    realm: TEST_REALM,
    username: name,
    email: member.email,
    firstName: member.firstName,
    lastName: member.lastName,
    enabled: true,
    emailVerified: true,
    attributes: { fhir_patient: [like.fhirPatient] },
    credentials: [{ type: "password", value: member.password, temporary: false }],
  });
  return member;
}
