/** The portal's identity provider and its mappers; one that the settings name no more is switched off. */
import { AFTER_PORTAL, FIRST_SIGN_IN } from "../desired/sign-in-flows.ts";
import { desiredMappers, desiredPortal, MAPPERS, type Metadata, PORTAL_ALIAS } from "../desired/sign-in-portal.ts";
import type { Portal, SignIn } from "../sign-in-settings.ts";
import { tellKeptValues } from "./kept-values.ts";
import { RealmConfigError } from "./refusals.ts";
import { SECRET_CHECK, secretCheck } from "./secret-check.ts";
import { ensure, remove, type Session } from "./session.ts";

const ALIAS = { alias: PORTAL_ALIAS };

/** @throws RealmConfigError when the portal's metadata cannot be read */
export async function applyPortal(session: Session, { portal, stepUp }: SignIn): Promise<void> {
  const { identityProviders } = session.keycloak;
  const actual = (await identityProviders.find()).find(({ alias }) => alias === PORTAL_ALIAS);
  if (!portal) {
    if (actual) await switchOff(session, actual);
    return;
  }
  const flows = { first: FIRST_SIGN_IN, after: stepUp === "none" ? "" : AFTER_PORTAL };
  const { config, ...rest } = desiredPortal(portal, await metadataOf(session, portal), flows);
  const secret = portal.protocol === "oidc" ? { clientSecret: portal.clientSecret } : {};
  const check = portal.protocol === "oidc" ? { [SECRET_CHECK]: secretCheck(portal.clientSecret, PORTAL_ALIAS) } : {};
  const wanted = { ...rest, config: { ...config, ...check } };
  await ensure(session, "portal", actual, wanted, {
    create: () => identityProviders.create({ ...wanted, config: { ...wanted.config, ...secret } }),
    update: (before) => identityProviders.update(ALIAS, { ...before, ...wanted, config: { ...wanted.config, ...secret } }),
  });
  await applyMappers(session, portal, actual !== undefined);
}

async function switchOff(session: Session, actual: object): Promise<void> {
  const update = () => session.keycloak.identityProviders.update(ALIAS, { ...actual, enabled: false });
  await ensure(session, "portal", actual, { enabled: false }, { create: update, update });
}

/** Read by Keycloak itself, which must be able to reach the portal anyway. */
async function metadataOf({ keycloak }: Session, portal: Portal): Promise<Metadata> {
  const fromUrl = portal.protocol === "oidc" ? `${portal.issuer}/.well-known/openid-configuration` : portal.metadataUrl;
  const metadata = await keycloak.identityProviders.importFromUrl({ fromUrl, providerId: portal.protocol }).catch((cause: unknown) => {
    throw new RealmConfigError(
      `Keycloak cannot read the portal's metadata at ${fromUrl}: check the address, and that Keycloak reaches it.`,
      {
        cause,
      },
    );
  });
  const { issuer } = metadata as Metadata;
  if (portal.protocol === "oidc" && issuer !== portal.issuer)
    throw new RealmConfigError(`The portal at ${portal.issuer} calls itself ${issuer}: set portal.issuer to that in SIGN_IN_FILE.`);
  return metadata as Metadata;
}

async function applyMappers(session: Session, portal: Portal, isThere: boolean): Promise<void> {
  const { identityProviders } = session.keycloak;
  const mappers = isThere ? await identityProviders.findMappers(ALIAS) : [];
  const wantedMappers = desiredMappers(portal);
  for (const wanted of wantedMappers)
    await ensure(
      session,
      `portal mapper ${wanted.name}`,
      mappers.find(({ name }) => name === wanted.name),
      wanted,
      {
        create: () => identityProviders.createMapper({ ...ALIAS, identityProviderMapper: wanted }),
        update: ({ id }) => identityProviders.updateMapper({ ...ALIAS, id: id as string }, { ...wanted, id: id as string }),
      },
    );
  const surplus = mappers.filter(
    ({ name }) => MAPPERS.some((ours) => ours === name) && !wantedMappers.some((wanted) => wanted.name === name),
  );
  for (const { id, name } of surplus) {
    await remove(session, `portal mapper ${name}`, () => identityProviders.delMapper({ ...ALIAS, id: id as string }));
    tellKeptValues(session, name ?? "");
  }
}
