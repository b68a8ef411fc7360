/** The plan's LDAP directory as a user federation of the realm: passwords are checked there, and nothing is written there. */
import type { Directory } from "../sign-in-settings.ts";

export const DIRECTORY = "directory";

const one = (entries: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, [value]]));

/** @param realmId the realm's internal id */
export const desiredDirectory = (directory: Directory, realmId: string) => ({
  name: DIRECTORY,
  providerId: "ldap",
  providerType: "org.keycloak.storage.UserStorageProvider",
  parentId: realmId,
  config: one({
    enabled: "true",
    priority: "0",
    vendor: directory.vendor,
    connectionUrl: directory.url,
    startTls: String(directory.startTls),
    useTruststoreSpi: "always",
    connectionPooling: "true",
    connectionTimeout: "5000",
    readTimeout: "10000",
    authType: "simple",
    bindDn: directory.bindDn,
    usersDn: directory.usersDn,
    searchScope: "2",
    pagination: "true",
    usernameLDAPAttribute: directory.usernameAttribute,
    rdnLDAPAttribute: directory.usernameAttribute,
    uuidLDAPAttribute: directory.uuidAttribute,
    userObjectClasses: directory.objectClasses.join(", "),
    ...(directory.filter ? { customUserSearchFilter: directory.filter } : {}),
    editMode: "READ_ONLY",
    importEnabled: "true",
    syncRegistrations: "false",
    trustEmail: String(directory.trustEmail),
    allowKerberosAuthentication: "false",
    // what the directory takes away counts at the next look, not when a cache lets go of it
    cachePolicy: "NO_CACHE",
    fullSyncPeriod: "-1",
    changedSyncPeriod: "-1",
  }),
});

export const DIRECTORY_MAPPERS = ["member id", "member until", "people represented"] as const;

/** @param parentId of the directory's component */
export function desiredDirectoryMappers({ map }: Directory, parentId: string) {
  const attribute = (name: (typeof DIRECTORY_MAPPERS)[number], from: string | undefined, to: string) =>
    from
      ? [
          {
            name,
            providerId: "user-attribute-ldap-mapper",
            providerType: "org.keycloak.storage.ldap.mappers.LDAPStorageMapper",
            parentId,
            config: one({
              "ldap.attribute": from,
              "user.model.attribute": to,
              "read.only": "true",
              "always.read.value.from.ldap": "true",
              "is.mandatory.in.ldap": "false",
              "is.binary.attribute": "false",
            }),
          },
        ]
      : [];
  return [
    ...attribute("member id", map.memberId, "fhir_patient"),
    ...attribute("member until", map.memberUntil, "fhir_patient_until"),
    ...attribute("people represented", map.represents, "represented_patients"),
  ];
}
