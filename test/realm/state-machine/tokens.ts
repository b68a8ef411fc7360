/** What an app does with codes and tokens: late, twice, with one that was used up, and giving them back. */
import { type Grant, type Held, must, timed, type World } from "./world.ts";

/** For the first time, or again: that ends what the first time yielded (RFC 6749 section 4.1.2), except that Keycloak leaves offline access alive. */
export async function redeem(world: World, grant: Grant): Promise<boolean> {
  const { model } = world;
  const { session, redeemed } = grant;
  const [tokens, during] = await timed(() => grant.flow.redeem(grant.code));
  must(redeemed ? "no" : model.isGood(session, during), tokens.status === 200, `code: ${JSON.stringify(tokens.body)}`);
  model.lookAt(session);
  if (model.isHeard(session)) {
    if (redeemed && !session.offline) session.ended = true;
    grant.redeemed = true;
  }
  session.offline ||= tokens.status === 200 && session.asksOffline;
  world.hold(grant, tokens);
  return true;
}

/** @param used whether with a refresh token that was used before: that ends the session (RFC 9700 section 4.14.2) */
export async function refresh(world: World, grant: Grant, used: boolean): Promise<boolean> {
  const { model } = world;
  const { session } = grant;
  // Keycloak tells newer from older by whole seconds
  if (used) await new Promise((resolve) => setTimeout(resolve, 1_001));
  const [tokens, during] = await timed(() => grant.flow.refresh(grant.refreshTokens.at(used ? 0 : -1)));
  const good = model.isGood(session, during);
  must(used ? "no" : good, tokens.status === 200, `refresh: ${JSON.stringify(tokens.body)}`);
  model.lookAt(session);
  if (used && good === "yes") session.ended = true;
  world.hold(grant, tokens);
  return true;
}

/** The session by its refresh token (RFC 7009 section 2.1), or the access token alone where there is no other. */
export async function revoke(world: World, { grant, token, jwt }: Held): Promise<boolean> {
  const refreshToken = grant.refreshTokens.at(-1);
  const { clientId, issuer } = grant.flow.request;
  const body = new URLSearchParams({ client_id: clientId, token: refreshToken ?? jwt });
  await fetch(`${issuer}/protocol/openid-connect/revoke`, { method: "POST", body });
  if (!world.model.isHeard(grant.session)) return true;
  if (refreshToken) grant.session.ended = true;
  else token.revoked = true;
  return true;
}
