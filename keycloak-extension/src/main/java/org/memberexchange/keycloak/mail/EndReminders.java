package org.memberexchange.keycloak.mail;

import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TimerProvider;
import org.memberexchange.keycloak.policy.SharingPolicy;
import org.memberexchange.keycloak.record.AuthorizationState;
import org.memberexchange.keycloak.record.MemberAuthorizationEntity;
import org.memberexchange.keycloak.token.Condition;

/** Tells members that a connection ends: seven days before, a short one when half of it has passed; once for each authorization. */
public final class EndReminders implements ScheduledTask {
  private static final Duration BEFORE = Duration.ofDays(7);
  private static final int PART = 200;
  private static final Logger LOG = Logger.getLogger(EndReminders.class);

  private EndReminders() {}

  /** On one node of the cluster at a time. */
  public static void schedule(KeycloakSessionFactory factory, Duration every) {
    long millis = every.toMillis();
    try (KeycloakSession session = factory.create()) {
      session.getProvider(TimerProvider.class).schedule(new ClusterAwareScheduledTaskRunner(factory, new EndReminders(), millis), millis);
    }
  }

  @Override
  public String getTaskName() {
    return "member-authorization-reminders";
  }

  @Override
  public void run(KeycloakSession session) {
    KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
    // what cannot be written now is asked for again next time, so that a part that is all trouble ends the round
    int done;
    do {
      done = 0;
      List<MemberAuthorizationEntity> part = ending(factory);
      for (MemberAuthorizationEntity record : part) if (reminded(factory, record)) done += 1;
      if (part.size() < PART) return;
    } while (done > 0);
  }

  private static List<MemberAuthorizationEntity> ending(KeycloakSessionFactory factory) {
    long now = Time.currentTimeMillis();
    return KeycloakModelUtils.runJobInTransactionWithResult(
        factory,
        session ->
            entities(session)
                .createNamedQuery("MemberAuthorization.ending", MemberAuthorizationEntity.class)
                .setParameter("now", now)
                .setParameter("soon", now + BEFORE.toMillis())
                .setMaxResults(PART)
                .getResultList());
  }

  private static boolean reminded(KeycloakSessionFactory factory, MemberAuthorizationEntity record) {
    try {
      KeycloakModelUtils.runJobInTransaction(factory, session -> remind(session, record));
      return true;
    } catch (IllegalStateException unable) {
      LOG.warnf("authorization %s: no reminder: %s", record.id, unable.getMessage());
    } catch (RuntimeException failed) {
      LOG.debugf(failed, "authorization %s: no reminder; another node may have been faster", record.id);
    }
    return false;
  }

  private static void remind(KeycloakSession session, MemberAuthorizationEntity record) {
    EndReminderEntity once = new EndReminderEntity();
    once.id = record.id;
    once.at = Time.currentTimeMillis();
    entities(session).persist(once);
    entities(session).flush();
    RealmModel realm = session.realms().getRealm(record.realmId);
    if (realm == null) return;
    session.getContext().setRealm(realm);
    URI page = PageAddress.configured(realm).orElseThrow(() -> new IllegalStateException("Keycloak's option hostname is not a whole URL"));
    if (isCurrent(session, realm, record)) MemberMail.afterCommit(session, record, MemberMail.News.ENDING, page);
  }

  /** Nobody is told of the end of what shares nothing. */
  private static boolean isCurrent(KeycloakSession session, RealmModel realm, MemberAuthorizationEntity record) {
    UserModel user = session.users().getUserById(realm, record.userId);
    ClientModel client = realm.getClientById(record.clientId);
    Optional<SharingPolicy> policy = SharingPolicy.of(realm);
    if (user == null || client == null || policy.isEmpty()) return false;
    return Condition.now(session, realm, user, client, policy.get(), record) == AuthorizationState.CURRENT;
  }

  private static EntityManager entities(KeycloakSession session) {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }
}
