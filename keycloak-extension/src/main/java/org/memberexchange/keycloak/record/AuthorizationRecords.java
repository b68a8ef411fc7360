package org.memberexchange.keycloak.record;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Reads and appends authorization records in the transaction of the Keycloak session. Nothing here updates or deletes a row. */
public final class AuthorizationRecords {
  private static final long LOCKED_MILLIS = 24 * 60 * 60 * 1000L;
  private static final List<String> STANDING =
      Stream.of(AuthorizationState.values()).filter(AuthorizationState::stands).map(AuthorizationState::word).toList();
  private final KeycloakSession session;
  private final EntityManager entities;

  public AuthorizationRecords(KeycloakSession session) {
    this.session = session;
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

  /** Authorizations of this member for this app that were given and, as far as is written, have not ended; for any patient, newest first. */
  public List<MemberAuthorizationEntity> standing(RealmModel realm, UserModel user, ClientModel client) {
    return of("MemberAuthorization.standing", realm, user, client)
        .setParameter("states", STANDING)
        .getResultList();
  }

  /** The one standing authorization of (member, app, patient): the newest; an older one never takes its place. */
  public Optional<MemberAuthorizationEntity> standing(RealmModel realm, UserModel user, ClientModel client, String patientId) {
    return standing(realm, user, client).stream().filter(authorization -> authorization.patientId.equals(patientId)).findFirst();
  }

  /**
   * Makes others who decide for this member and app wait until this transaction ends; what they decided before is seen from here on. It holds the offers of the last day: whoever answers a page has an
   * offer there that was committed when the page was shown, so of two that answer one sees the other's.
   */
  public void lock(RealmModel realm, UserModel user, ClientModel client) {
    of("MemberAuthorization.offers", realm, user, client)
        .setParameter("since", Time.currentTimeMillis() - LOCKED_MILLIS)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
    new NativeConsent(session, realm, user, client).readAnew();
  }

  public void append(MemberAuthorizationEntity authorization) {
    entities.persist(authorization);
    entities.flush();
  }

  /** Takes a step by a further revision. Appending the same revision twice fails, so one of two writers loses. */
  public MemberAuthorizationEntity step(MemberAuthorizationEntity before, AuthorizationState next, String actor, String reason) {
    MemberAuthorizationEntity after = MemberAuthorizationEntity.after(before, next, actor, Time.currentTimeMillis(), reason);
    append(after);
    return after;
  }

  private TypedQuery<MemberAuthorizationEntity> of(String query, RealmModel realm, UserModel user, ClientModel client) {
    return entities
        .createNamedQuery(query, MemberAuthorizationEntity.class)
        .setParameter("realm", realm.getId())
        .setParameter("user", user.getId())
        .setParameter("client", client.getId());
  }
}
