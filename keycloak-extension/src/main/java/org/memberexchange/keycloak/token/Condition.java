package org.memberexchange.keycloak.token;

import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserConsentModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.managers.UserConsentManager;
import org.memberexchange.keycloak.mail.MemberMail;
import org.memberexchange.keycloak.policy.AppRules;
import org.memberexchange.keycloak.policy.Relationships;
import org.memberexchange.keycloak.policy.SharingPolicy;
import org.memberexchange.keycloak.record.AuthorizationRecords;
import org.memberexchange.keycloak.record.AuthorizationState;
import org.memberexchange.keycloak.record.MemberAuthorizationEntity;
import org.memberexchange.keycloak.session.AuthorizationSession;

/** Looks whether what an authorization rests on still holds; what it finds counts at once, and {@link #settled} writes it down when it is news. */
public final class Condition {
  /** Actor of rows that nobody decided. */
  private static final String ACTOR = "system";
  private static final Logger LOG = Logger.getLogger(Condition.class);

  private Condition() {}

  /** The state now; nothing is written. */
  public static AuthorizationState now(KeycloakSession session, RealmModel realm, UserModel user, ClientModel client, SharingPolicy policy, MemberAuthorizationEntity record) {
    if (!record.state().stands()) return record.state();
    UserConsentModel consent = UserConsentManager.getConsentByClient(session, realm, user, client.getId());
    return AuthorizationState.now(
        record,
        Time.currentTimeMillis(),
        Relationships.holds(user, record.patientId, record.relationship),
        record.standsOn(consent),
        AppRules.brokenBy(client, policy).isEmpty());
  }

  /**
   * The state now; written down, in a transaction of its own, when it is news. What cannot be written counts all the same. Not to be called by who holds
   * the lock of the records.
   */
  public static AuthorizationState settled(KeycloakSession session, RealmModel realm, UserModel user, ClientModel client, SharingPolicy policy, MemberAuthorizationEntity record) {
    AuthorizationState now = now(session, realm, user, client, policy, record);
    if (now == record.state()) return now;
    try {
      KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), session.getContext(), own -> writeIfTrue(own, realm.getId(), record));
    } catch (RuntimeException failed) {
      // another writer was faster
      LOG.debugf(failed, "authorization %s: step to %s was not written", record.id, now.word());
    }
    return now;
  }

  /** Writes {@code now} in the transaction of {@code session}. */
  public static void write(KeycloakSession session, RealmModel realm, UserModel user, MemberAuthorizationEntity record, AuthorizationState now) {
    MemberAuthorizationEntity after = new AuthorizationRecords(session).step(record, now, ACTOR, now.reasonWhenNoticed());
    if (now == AuthorizationState.STOPPED_BY_ADMIN) MemberMail.afterCommit(session, after, MemberMail.News.STOPPED);
    if (!now.stands()) AuthorizationSession.end(session, realm, user, List.of(record.id));
  }

  /** A step that cannot be taken back is not taken on what a cache says: looks again, in the database, when nobody else decides. */
  private static void writeIfTrue(KeycloakSession own, String realmId, MemberAuthorizationEntity seen) {
    RealmModel realm = own.realms().getRealm(realmId);
    own.getContext().setRealm(realm);
    UserModel cached = own.users().getUserById(realm, seen.userId);
    ClientModel client = realm.getClientById(seen.clientId);
    if (cached == null || client == null) return;
    AuthorizationRecords records = new AuthorizationRecords(own);
    records.lock(realm, cached, client);
    UserModel user = own.users().getUserById(realm, seen.userId);
    Optional<SharingPolicy> policy = SharingPolicy.of(realm);
    MemberAuthorizationEntity record = records.newestRevision(seen.id).orElse(null);
    if (user == null || record == null || policy.isEmpty()) return;
    AuthorizationState now = now(own, realm, user, client, policy.get(), record);
    if (now != record.state()) write(own, realm, user, record, now);
  }
}
