package org.memberexchange.keycloak.session;

import java.util.List;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolFactory;
import org.keycloak.representations.JsonWebToken;
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
  public void onConsentRevoked(KeycloakSession session, ClientModel client, UserModel user) {
    super.onConsentRevoked(session, client, user);
    RealmModel realm = session.getContext().getRealm();
    // only the admin API puts its caller's token there; the account API acts for its own user
    JsonWebToken admin = session.getContext().getBearerToken() instanceof JsonWebToken token ? token : null;
    AuthorizationState state = admin == null ? AuthorizationState.STOPPED_BY_MEMBER : AuthorizationState.STOPPED_BY_ADMIN;
    String actor = admin == null ? user.getId() : admin.getSubject();
    AuthorizationRecords records = new AuthorizationRecords(session);
    List<MemberAuthorizationEntity> standing = records.standing(realm, user, client);
    for (MemberAuthorizationEntity authorization : standing) records.step(authorization, state, actor, "consent-revoked");
    AuthorizationSession.end(session, realm, user, client, standing.stream().map(authorization -> authorization.id).toList());
  }

  /** More than Keycloak's own, so that which one is taken does not hang on the order of jars. */
  @Override
  public int order() {
    return super.order() + 1;
  }
}
