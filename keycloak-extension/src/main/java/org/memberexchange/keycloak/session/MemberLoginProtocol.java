package org.memberexchange.keycloak.session;

import jakarta.ws.rs.core.Response;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCProviderConfig;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.memberexchange.keycloak.policy.AppRules;

/** OpenID Connect as Keycloak does it, except that what an app is sent belongs to a session of the authorization's own (docs/decisions/0008). */
class MemberLoginProtocol extends OIDCLoginProtocol {
  MemberLoginProtocol(OIDCProviderConfig config) {
    super(config);
  }

  @Override
  public Response authenticated(AuthenticationSessionModel login, UserSessionModel signIn, ClientSessionContext context) {
    if (!AppRules.isApp(login.getClient())) return super.authenticated(login, signIn, context);
    ClientSessionContext own = AuthorizationSession.moveOut(session, signIn, context);
    UserSessionModel ownSession = own.getClientSession().getUserSession();
    event.session(ownSession);
    return super.authenticated(login, ownSession, own);
  }

  @Override
  public Response finishBrowserLogout(UserSessionModel ended, AuthenticationSessionModel logout) {
    AuthorizationSession.signOut(session, ended);
    return super.finishBrowserLogout(ended, logout);
  }
}
