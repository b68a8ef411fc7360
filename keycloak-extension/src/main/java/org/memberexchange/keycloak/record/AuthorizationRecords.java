package org.memberexchange.keycloak.record;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Reads and appends authorization records in the transaction of the Keycloak session. Nothing here updates or deletes a row. */
public final class AuthorizationRecords {
  private final EntityManager entities;

  public AuthorizationRecords(KeycloakSession session) {
    entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  /** Newest revision of the authorization, whatever its state. */
  public Optional<MemberAuthorizationEntity> newestRevision(String id) {
    return entities
        .createNamedQuery("MemberAuthorization.newestRevision", MemberAuthorizationEntity.class)
        .setParameter("id", id)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Authorizations of this member for this app that were not replaced or stopped, past their end or not, for any patient, newest first. */
  public List<MemberAuthorizationEntity> standing(RealmModel realm, UserModel user, ClientModel client) {
    return entities
        .createNamedQuery("MemberAuthorization.newestRevisionsOfUserAndClient", MemberAuthorizationEntity.class)
        .setParameter("realm", realm.getId())
        .setParameter("user", user.getId())
        .setParameter("client", client.getId())
        .getResultStream()
        .filter(authorization -> MemberAuthorizationEntity.CURRENT.equals(authorization.state))
        .toList();
  }

  /** The one current authorization of (member, app, patient): the newest, if it runs; an older one never takes its place. */
  public Optional<MemberAuthorizationEntity> current(RealmModel realm, UserModel user, ClientModel client, String patientId) {
    long now = Time.currentTimeMillis();
    return standing(realm, user, client).stream()
        .filter(authorization -> authorization.patientId.equals(patientId))
        .findFirst()
        .filter(authorization -> authorization.runsAt(now));
  }

  public void append(MemberAuthorizationEntity authorization) {
    entities.persist(authorization);
    entities.flush();
  }

  /** Ends {@code authorization} by a further revision. Appending the same revision twice fails, so one of two writers loses. */
  public void end(MemberAuthorizationEntity authorization, String state, String actor, String reason) {
    append(MemberAuthorizationEntity.after(authorization, state, actor, Time.currentTimeMillis(), reason));
  }
}
