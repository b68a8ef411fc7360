package org.memberexchange.keycloak.session;

import java.util.List;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolFactory;
import org.keycloak.representations.AccessToken;
import org.memberexchange.keycloak.record.AuthorizationRecords;
import org.memberexchange.keycloak.record.AuthorizationState;
import org.memberexchange.keycloak.record.MemberAuthorizationEntity;

/** Takes the place of Keycloak's own {@code openid-connect} protocol; writes down who revoked a consent, in the transaction that revokes it. */
public class MemberLoginProtocolFactory extends OIDCLoginProtocolFactory {
  @Override
  public LoginProtocol create(KeycloakSession session) {
    OIDCLoginProtocol original = (OIDCLoginProtocol) super.create(session);
    return new MemberLoginProtocol(original.getConfig()).setSession(session);
  }

  @Override
  public Object createProtocolEndpoint(KeycloakSession session, EventBuilder event) {
    return new MemberProtocolService(session, event);
  }

  @Override
  public void onConsentRevoked(KeycloakSession session, ClientModel client, UserModel user) {
    super.onConsentRevoked(session, client, user);
    RealmModel realm = session.getContext().getRealm();
    // only the admin API puts its caller's token there; the account API acts for its own user
    boolean byAdmin = session.getContext().getBearerToken() != null;
    AuthorizationState state = byAdmin ? AuthorizationState.STOPPED_BY_ADMIN : AuthorizationState.STOPPED_BY_MEMBER;
    String actor = byAdmin ? adminOf(session) : user.getId();
    AuthorizationRecords records = new AuthorizationRecords(session);
    List<MemberAuthorizationEntity> standing = records.standing(realm, user, client);
    for (MemberAuthorizationEntity authorization : standing) records.step(authorization, state, actor, "consent-revoked");
    AuthorizationSession.end(session, realm, user, client, standing.stream().map(authorization -> authorization.id).toList());
  }

  /** The admin's user id; tokens of Keycloak's admin clients carry none, so their session is asked. */
  private static String adminOf(KeycloakSession session) {
    if (!(session.getContext().getBearerToken() instanceof AccessToken token)) return "admin";
    if (token.getSubject() != null) return token.getSubject();
    String issuer = token.getIssuer() == null ? "" : token.getIssuer();
    RealmModel realm = session.realms().getRealmByName(issuer.substring(issuer.lastIndexOf('/') + 1));
    UserSessionModel signedIn = realm == null || token.getSessionId() == null ? null : session.sessions().getUserSession(realm, token.getSessionId());
    return signedIn == null ? "admin" : signedIn.getUser().getId();
  }

  /** More than Keycloak's own, so that which one is taken does not hang on the order of jars. */
  @Override
  public int order() {
    return super.order() + 1;
  }
}
