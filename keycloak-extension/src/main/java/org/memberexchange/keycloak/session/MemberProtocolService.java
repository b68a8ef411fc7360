package org.memberexchange.keycloak.session;

import jakarta.ws.rs.core.Response;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpoint;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Keycloak's OpenID Connect endpoints; the authorization endpoint ends in {@link MemberLoginProtocol} for {@code prompt=none} too. */
class MemberProtocolService extends OIDCLoginProtocolService {
  private final KeycloakSession session;
  private final EventBuilder event;

  MemberProtocolService(KeycloakSession session, EventBuilder event) {
    super(session, event);
    this.session = session;
    this.event = event;
  }

  @Override
  public Object auth() {
    return new MemberAuthorizationEndpoint(session, event);
  }

  private static final class MemberAuthorizationEndpoint extends AuthorizationEndpoint {
    MemberAuthorizationEndpoint(KeycloakSession session, EventBuilder event) {
      super(session, event);
    }

    @Override
    protected Response handleBrowserAuthenticationRequest(AuthenticationSessionModel login, LoginProtocol original, boolean isPassive, boolean redirectToAuthentication) {
      LoginProtocol ours =
          session
              .getProvider(LoginProtocol.class, OIDCLoginProtocol.LOGIN_PROTOCOL)
              .setRealm(realm)
              .setHttpHeaders(headers)
              .setUriInfo(session.getContext().getUri())
              .setEventBuilder(event);
      return super.handleBrowserAuthenticationRequest(login, ours, isPassive, redirectToAuthentication);
    }
  }
}
