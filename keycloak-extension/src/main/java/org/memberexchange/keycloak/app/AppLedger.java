package org.memberexchange.keycloak.app;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.memberexchange.keycloak.policy.AppRules;

/** Decisions about apps, appended in the transaction of what was decided. Who and when come from the server. */
public final class AppLedger {
  public static final String REGISTER = "register";
  public static final String SUSPEND = "suspend";
  public static final String RESUME = "resume";
  public static final String REMOVE = "remove";
  /** Enabled or disabled past the ledger's own way, with no reason given. */
  public static final String DISABLED_BY_HAND = "disabled-by-hand";
  public static final String ENABLED_BY_HAND = "enabled-by-hand";

  private static final int LONGEST_NAME = 255;

  /** Who decided. */
  public record Actor(String id, String name) {
    public static Actor of(UserModel admin) {
      return new Actor(admin.getId(), admin.getUsername());
    }
  }

  private final EntityManager entities;
  private final RealmModel realm;

  public AppLedger(KeycloakSession session, RealmModel realm) {
    this.realm = realm;
    entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  public AppDecisionEntity append(ClientModel app, String decision, String reason, String note, Actor actor) {
    AppDecisionEntity row = new AppDecisionEntity();
    row.id = UUID.randomUUID().toString();
    row.realmId = realm.getId();
    row.clientUuid = app.getId();
    row.clientId = app.getClientId();
    row.appName = text(app.getName());
    row.ownerName = text(app.getAttribute(AppRules.OWNER_NAME));
    row.decision = decision;
    row.reason = reason;
    row.note = note;
    row.adminId = actor.id();
    row.adminName = actor.name();
    row.at = Time.currentTimeMillis();
    entities.persist(row);
    entities.flush();
    return row;
  }

  /** All decisions of the realm, or those on clients of this id; oldest first. */
  public List<AppDecisionEntity> all(Optional<String> clientId, int first, int max) {
    TypedQuery<AppDecisionEntity> rows = entities.createNamedQuery(clientId.isPresent() ? "AppDecision.ofClient" : "AppDecision.ofRealm", AppDecisionEntity.class);
    clientId.ifPresent(id -> rows.setParameter("client", id));
    return rows.setParameter("realm", realm.getId()).setFirstResult(first).setMaxResults(max).getResultList();
  }

  /** The newest decision that switched this very app on or off. */
  public Optional<AppDecisionEntity> newestSwitch(ClientModel app) {
    return entities
        .createNamedQuery("AppDecision.switchesOf", AppDecisionEntity.class)
        .setParameter("realm", realm.getId())
        .setParameter("uuid", app.getId())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  private static String text(String value) {
    return value == null ? "" : value.substring(0, Math.min(value.length(), LONGEST_NAME));
  }
}
