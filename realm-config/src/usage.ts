/** What `npm run realm` prints when it is asked, or not understood. */
export const USAGE = `npm run realm -- plan      says what apply would do, field by field; changes nothing
npm run realm -- apply     makes the realm what the settings say; a second run changes nothing
npm run realm -- check     as plan, in sentences; exit code 0 when nothing differs, 2 when something does, 1 when it could not look

--json                     with plan and check: the report as JSON, without progress lines

REALM_CONFIG_FILE names a JSON file with all that is no secret (docs/admin-guide.md); a variable that is set comes first.

Environment:
  KEYCLOAK_URL                                       base URL of Keycloak, e.g. http://localhost:8080
  KEYCLOAK_ADMIN_CLIENT_ID, KEYCLOAK_ADMIN_CLIENT_SECRET
                                                     a service account that may change the realm (docs/admin-guide.md says how to make one)
  KEYCLOAK_ADMIN_USERNAME, KEYCLOAK_ADMIN_PASSWORD   or an admin with a password
  KEYCLOAK_ADMIN_REALM                               the realm that either lives in (master)
  REALM                                              realm to make or mend (health-plan)
  SSL_REQUIRED                                       all or external (all): external lets private addresses in without TLS
  FHIR_BASE_URL                                      public base URL of the facade, without a slash at the end
  FACADE_CLIENT_ID, FACADE_CLIENT_SECRET             the facade's client (fhir-facade) and its secret
  PLAN_CLIENT_ID, PLAN_CLIENT_SECRET                 a service of the plan that may list and stop authorizations (plan-service);
                                                     without a secret there is none
  RESOURCE_SERVER_CLIENT_ID, RESOURCE_SERVER_CLIENT_SECRET
                                                     another resource server of the plan that may introspect (resource-server);
                                                     without a secret there is none
  SMTP_HOST, SMTP_PORT (587), SMTP_FROM              the mail server for members' mails and the sender's address; without a host
                                                     the realm's own stays
  SMTP_SECURITY                                      none, starttls or tls (starttls)
  SMTP_USERNAME, SMTP_PASSWORD                       when the mail server asks for a sign-in
  SHARING_POLICY_FILE                                the plan's own policy (docs/plan-policy.md), the same file as the facade's; the standard policy when not set
  SIGN_IN_FILE                                       how members sign in: portal, directory, second step (docs/sign-in.md); as it is when not set
  APPS_FILE                                          JSON list of apps (type App in realm-config/src/settings.ts); none when not set
  MEMBERS_FILE                                       JSON list of members (type Member); none when not set`;
