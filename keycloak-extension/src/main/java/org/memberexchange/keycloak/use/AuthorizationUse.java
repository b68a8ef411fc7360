package org.memberexchange.keycloak.use;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** When an authorization was last used: written at most once a day, after the answer's transaction, and never at its cost. */
public final class AuthorizationUse {
  private static final Logger LOG = Logger.getLogger(AuthorizationUse.class);
  private static final int REMEMBERED = 20_000;
  /** What this node has written or seen written, the longest unused first to go: then the row is asked. */
  private static final Map<String, Long> WRITTEN =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
              return size() > REMEMBERED;
            }
          });

  private AuthorizationUse() {}

  /** Notes that the facade is told what the authorization is worth, for an app that reads now. */
  public static void today(KeycloakSession session, String id) {
    long today = LocalDate.now(ZoneOffset.UTC).toEpochDay();
    Long before = WRITTEN.put(id, today);
    if (before != null && before == today) return;
    KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
    session
        .getTransactionManager()
        .enlistAfterCompletion(
            new AbstractKeycloakTransaction() {
              @Override
              protected void commitImpl() {
                try {
                  KeycloakModelUtils.runJobInTransaction(factory, own -> write(own, id, today));
                } catch (RuntimeException failed) {
                  // the next use tries again; another node may have been faster
                  WRITTEN.remove(id);
                  LOG.debugf(failed, "authorization %s: the day of its use was not written", id);
                }
              }

              @Override
              protected void rollbackImpl() {
                WRITTEN.remove(id);
              }
            });
  }

  /** ISO date (UTC) of the last use. */
  public static Optional<String> lastDay(KeycloakSession session, String id) {
    AuthorizationUseEntity use = entities(session).find(AuthorizationUseEntity.class, id);
    return Optional.ofNullable(use).map(found -> LocalDate.ofEpochDay(found.usedOn).toString());
  }

  private static void write(KeycloakSession own, String id, long day) {
    EntityManager entities = entities(own);
    int updated = entities.createNamedQuery("MemberAuthorization.usedOn").setParameter("day", day).setParameter("id", id).executeUpdate();
    if (updated > 0 || entities.find(AuthorizationUseEntity.class, id) != null) return;
    AuthorizationUseEntity first = new AuthorizationUseEntity();
    first.id = id;
    first.usedOn = day;
    entities.persist(first);
  }

  private static EntityManager entities(KeycloakSession session) {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }
}
