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
    // whoever called the account API or the admin API; nobody when Keycloak itself revokes
    UserSessionModel caller = session.getContext().getUserSession();
    boolean byAdmin = caller != null && !user.equals(caller.getUser());
    AuthorizationState state = byAdmin ? AuthorizationState.STOPPED_BY_ADMIN : AuthorizationState.STOPPED_BY_MEMBER;
    String actor = byAdmin ? caller.getUser().getId() : user.getId();
    AuthorizationRecords records = new AuthorizationRecords(session);
    List<MemberAuthorizationEntity> standing = records.standing(realm, user, client);
    for (MemberAuthorizationEntity authorization : standing) records.step(authorization, state, actor, "consent-revoked");
    AuthorizationSession.end(session, realm, user, standing.stream().map(authorization -> authorization.id).toList());
  }

  /** More than Keycloak's own, so that which one is taken does not hang on the order of jars. */
  @Override
  public int order() {
    return super.order() + 1;
  }
}
