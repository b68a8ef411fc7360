package org.memberexchange.keycloak.clientpolicy;

import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.common.util.Time;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.representations.RefreshToken;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.TokenRefreshContext;
import org.keycloak.services.clientpolicy.context.TokenRefreshResponseContext;
import org.keycloak.services.clientpolicy.context.TokenRequestContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;
import org.keycloak.util.TokenUtil;
import org.memberexchange.keycloak.policy.AppRules;
import org.memberexchange.keycloak.session.AuthorizationSession;
import org.memberexchange.keycloak.token.EffectiveAuthorization;

/**
 * A code or refresh token is good only while its authorization is worth something. That it cannot belong to another one is due to the session that each
 * authorization has of its own.
 */
public class AuthorizationBindingExecutor implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {
  private final KeycloakSession session;

  AuthorizationBindingExecutor(KeycloakSession session) {
    this.session = session;
  }

  @Override
  public void executeOnEvent(ClientPolicyContext context) throws ClientPolicyException {
    if (context instanceof TokenRequestContext code) onCode(code);
    else if (context instanceof TokenRefreshContext refresh) onRefresh(refresh);
    else if (context instanceof TokenRefreshResponseContext refreshed) sayScope(refreshed.getAccessTokenResponseBuilder());
  }

  private void onCode(TokenRequestContext context) throws ClientPolicyException {
    AuthenticatedClientSessionModel clientSession = context.getClientSession();
    if (AppRules.isApp(clientSession.getClient()) && !isRunning(clientSession)) throw ended();
  }

  private void onRefresh(TokenRefreshContext context) throws ClientPolicyException {
    ClientModel client = context.getClient();
    if (client == null || !AppRules.isApp(client)) return;
    RefreshToken token = session.tokens().decode(context.getParams().getFirst(OAuth2Constants.REFRESH_TOKEN), RefreshToken.class);
    if (token == null || token.getSessionId() == null) throw ended();
    RealmModel realm = session.getContext().getRealm();
    boolean offline = TokenUtil.TOKEN_TYPE_OFFLINE.equals(token.getType());
    UserSessionModel userSession =
        offline ? session.sessions().getOfflineUserSession(realm, token.getSessionId()) : session.sessions().getUserSession(realm, token.getSessionId());
    AuthenticatedClientSessionModel clientSession = userSession == null ? null : userSession.getAuthenticatedClientSessionByClient(client.getId());
    if (clientSession == null || !isRunning(clientSession)) throw ended();
    AuthorizationSession.keepSignIn(session, userSession, Time.currentTime());
  }

  /** The answer says the scope of its access token (RFC 6749, section 5.1): Keycloak would say all of an offline refresh token that was used to ask for less. */
  private void sayScope(TokenManager.AccessTokenResponseBuilder answer) {
    AuthenticatedClientSessionModel clientSession = answer.getClientSessionCtx().getClientSession();
    if (!AppRules.isApp(clientSession.getClient())) return;
    EffectiveAuthorization.of(session, clientSession.getUserSession(), clientSession, answer.getAccessToken())
        .ifPresent(authorization -> answer.build().setScope(String.join(" ", authorization.tokenScope())));
  }

  private boolean isRunning(AuthenticatedClientSessionModel clientSession) {
    return EffectiveAuthorization.of(session, clientSession.getUserSession(), clientSession, null).isPresent();
  }

  private static ClientPolicyException ended() {
    return new ClientPolicyException(OAuthErrorException.INVALID_GRANT, "the member's authorization was replaced, stopped or has ended");
  }

  @Override
  public String getProviderId() {
    return AuthorizationBindingExecutorFactory.ID;
  }
}
