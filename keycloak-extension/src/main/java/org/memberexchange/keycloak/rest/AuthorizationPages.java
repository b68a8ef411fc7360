package org.memberexchange.keycloak.rest;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.memberexchange.keycloak.record.AuthorizationState;
import org.memberexchange.keycloak.record.MemberAuthorizationEntity;

/** Reads the rows of one realm, of one member or one app or all. */
final class AuthorizationPages {
  private static final String NEWEST = "a.revision = (select max(b.revision) from MemberAuthorizationEntity b where b.id = a.id)";
  private static final int PART = 500;
  private final EntityManager entities;
  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private final List<String> conditions = new ArrayList<>();

  AuthorizationPages(KeycloakSession session, RealmModel realm) {
    entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    where("realmId", "realm", realm.getId());
  }

  AuthorizationPages ofUser(String id) {
    return where("userId", "user", id);
  }

  /** Of this person's record, allowed by anybody but this user. */
  AuthorizationPages ofPatientByOthersThan(String patientId, String userId) {
    conditions.add("a.userId <> :other");
    parameters.put("other", userId);
    return where("patientId", "patient", patientId);
  }

  AuthorizationPages ofClient(String id) {
    return where("clientId", "client", id);
  }

  /** @throws org.keycloak.services.ErrorResponseException when it cannot be an id */
  AuthorizationPages ofId(String id) {
    if (!id.matches("[0-9a-f-]{36}")) throw Refusal.notFound();
    return where("id", "id", id);
  }

  /** Newest revisions that were last written in one of these states, newest authorization first. */
  TypedQuery<MemberAuthorizationEntity> newest(Stream<AuthorizationState> states) {
    conditions.add("a.state in :states");
    parameters.put("states", states.map(AuthorizationState::word).toList());
    conditions.add(NEWEST);
    return query("a.created desc, a.id desc");
  }

  /** All revisions, oldest first. */
  TypedQuery<MemberAuthorizationEntity> revisions() {
    return query("a.at, a.id, a.revision");
  }

  /** All rows of the query, a part at a time as they are consumed. */
  static Stream<MemberAuthorizationEntity> all(TypedQuery<MemberAuthorizationEntity> query) {
    return Stream.iterate(0, first -> first + PART)
        .map(first -> query.setFirstResult(first).setMaxResults(PART).getResultList())
        .takeWhile(rows -> !rows.isEmpty())
        .flatMap(List::stream);
  }

  private AuthorizationPages where(String column, String name, Object value) {
    conditions.add("a." + column + " = :" + name);
    parameters.put(name, value);
    return this;
  }

  private TypedQuery<MemberAuthorizationEntity> query(String order) {
    String text = "select a from MemberAuthorizationEntity a where " + String.join(" and ", conditions) + " order by " + order;
    TypedQuery<MemberAuthorizationEntity> query = entities.createQuery(text, MemberAuthorizationEntity.class);
    parameters.forEach(query::setParameter);
    return query;
  }
}
