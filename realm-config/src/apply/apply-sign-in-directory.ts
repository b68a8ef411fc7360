/** The directory's user federation and its mappers; one that the settings name no more is switched off. */
import type ComponentRepresentation from "@keycloak/keycloak-admin-client/lib/defs/componentRepresentation.js";
import { DIRECTORY, DIRECTORY_MAPPERS, desiredDirectory, desiredDirectoryMappers } from "../desired/sign-in-directory.ts";
import type { Directory } from "../sign-in-settings.ts";
import { tellKeptValues } from "./kept-values.ts";
import { RealmConfigError } from "./refusals.ts";
import { secretCheck } from "./secret-check.ts";
import { ensure, found, remove, type Session } from "./session.ts";

/** @throws RealmConfigError when Keycloak cannot sign in to the directory */
export async function applyDirectory(session: Session, realm: string, directory: Directory | undefined): Promise<void> {
  const { components } = session.keycloak;
  const parent = (await found(session)).realm?.id ?? "";
  const read = async () => (await components.find({ name: DIRECTORY, parent })).find(({ providerId }) => providerId === "ldap");
  const actual = await read();
  if (!directory) {
    if (actual) await write(session, "directory", actual, { config: { enabled: ["false"] } });
    return;
  }
  await requireSignIn(session, realm, directory);
  // Keycloak drops what it does not know from a federation's configuration, and makes no use of its subtype
  const wanted = { ...desiredDirectory(directory, parent), subType: secretCheck(directory.bindPassword, DIRECTORY) };
  await write(session, "directory", actual, wanted, { bindCredential: [directory.bindPassword] });
  const id = (actual ?? (await read()))?.id;
  const mappers = id ? await components.find({ parent: id }) : [];
  const wantedMappers = desiredDirectoryMappers(directory, id ?? "");
  for (const mapper of wantedMappers)
    await write(
      session,
      `directory mapper ${mapper.name}`,
      mappers.find(({ name }) => name === mapper.name),
      mapper,
    );
  const surplus = mappers.filter(
    ({ name }) => DIRECTORY_MAPPERS.some((ours) => ours === name) && !wantedMappers.some((one) => one.name === name),
  );
  for (const mapper of surplus) {
    await remove(session, `directory mapper ${mapper.name}`, () => components.del({ id: mapper.id as string }));
    tellKeptValues(session, mapper.name ?? "");
  }
}

/** With a directory that refuses it, Keycloak could not even look for a user. */
async function requireSignIn({ keycloak }: Session, realm: string, { url, bindDn, bindPassword, startTls }: Directory): Promise<void> {
  const connection = { connectionUrl: url, bindDn, bindCredential: bindPassword, startTls: String(startTls), authType: "simple" };
  const test = { ...connection, action: "testAuthentication", useTruststoreSpi: "always", connectionTimeout: "5000" };
  await keycloak.realms.testLDAPConnection({ realm }, test).catch((cause: unknown) => {
    throw new RealmConfigError(`Keycloak cannot sign in to the directory at ${url} as ${bindDn}: check address, name and password.`, {
      cause,
    });
  });
}

/** @param secrets written when anything is */
async function write(
  session: Session,
  name: string,
  actual: ComponentRepresentation | undefined,
  wanted: Omit<ComponentRepresentation, "config"> & { config: Record<string, string[]> },
  secrets: Record<string, string[]> = {},
): Promise<void> {
  const config = { ...actual?.config, ...wanted.config, ...secrets };
  const { components } = session.keycloak;
  await ensure(session, name, actual, wanted, {
    create: () => components.create({ ...wanted, config }),
    update: ({ id }) => components.update({ id: id as string }, { ...actual, ...wanted, config }),
  });
}
