package org.memberexchange.keycloak.token;

import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserConsentModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.managers.UserConsentManager;
import org.memberexchange.keycloak.policy.AppRules;
import org.memberexchange.keycloak.policy.Relationships;
import org.memberexchange.keycloak.policy.SharingPolicy;
import org.memberexchange.keycloak.record.AuthorizationRecords;
import org.memberexchange.keycloak.record.AuthorizationState;
import org.memberexchange.keycloak.record.MemberAuthorizationEntity;
import org.memberexchange.keycloak.session.AuthorizationSession;

/** Looks whether what an authorization rests on still holds, and writes down what it finds the first time it differs from what is written. */
public final class Condition {
  /** Actor of rows that nobody decided. */
  private static final String ACTOR = "system";
  private static final Logger LOG = Logger.getLogger(Condition.class);

  private Condition() {}

  /** The state now; nothing is written. */
  public static AuthorizationState now(KeycloakSession session, RealmModel realm, UserModel user, ClientModel client, SharingPolicy policy, MemberAuthorizationEntity record) {
    UserConsentModel consent = UserConsentManager.getConsentByClient(session, realm, user, client.getId());
    return AuthorizationState.now(
        record,
        Time.currentTimeMillis(),
        Relationships.holds(user, record.patientId, record.relationship),
        record.standsOn(consent),
        AppRules.brokenBy(client, policy).isEmpty());
  }

  /** The state now; written down, in a transaction of its own, when it is news. What cannot be written counts all the same. */
  static AuthorizationState settled(KeycloakSession session, RealmModel realm, UserModel user, ClientModel client, SharingPolicy policy, MemberAuthorizationEntity record) {
    AuthorizationState now = now(session, realm, user, client, policy, record);
    if (now == record.state()) return now;
    try {
      KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), session.getContext(), own -> write(own, realm.getId(), record, now));
    } catch (RuntimeException failed) {
      // another node may have written the same row at the same moment
      LOG.debugf(failed, "authorization %s: step to %s was not written", record.id, now.word());
    }
    return now;
  }

  /** Writes {@code now} in the transaction of {@code session}. */
  public static void write(KeycloakSession session, RealmModel realm, UserModel user, ClientModel client, MemberAuthorizationEntity record, AuthorizationState now) {
    new AuthorizationRecords(session).step(record, now, ACTOR, now.reasonWhenNoticed());
    if (!now.stands()) AuthorizationSession.end(session, realm, user, client, List.of(record.id));
  }

  private static void write(KeycloakSession own, String realmId, MemberAuthorizationEntity record, AuthorizationState now) {
    RealmModel realm = own.realms().getRealm(realmId);
    own.getContext().setRealm(realm);
    UserModel user = own.users().getUserById(realm, record.userId);
    ClientModel client = realm.getClientById(record.clientId);
    if (user != null && client != null) write(own, realm, user, client, record, now);
  }
}
