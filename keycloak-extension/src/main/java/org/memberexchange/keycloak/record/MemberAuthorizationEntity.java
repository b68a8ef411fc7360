package org.memberexchange.keycloak.record;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Nationalized;
import org.keycloak.models.UserConsentModel;
import org.memberexchange.keycloak.policy.Durations;

/**
 * One revision of one member's authorization of one app for one patient. Rows are only ever added; the newest revision
 * of an id is what counts. Lists are kept as words divided by spaces, instants as epoch milliseconds.
 */
@Entity
@Immutable
@Table(name = "MEMBER_AUTHORIZATION")
@IdClass(MemberAuthorizationEntity.Key.class)
@NamedQuery(
    name = "MemberAuthorization.newestRevision",
    query = "select a from MemberAuthorizationEntity a where a.id = :id order by a.revision desc")
@NamedQuery(
    name = "MemberAuthorization.standing",
    query =
        "select a from MemberAuthorizationEntity a where a.realmId = :realm and a.userId = :user and a.clientId = :client"
            + " and a.state in :states and a.revision = (select max(b.revision) from MemberAuthorizationEntity b where b.id = a.id)"
            + " order by a.created desc, a.id desc")
@NamedQuery(
    name = "MemberAuthorization.offers",
    query =
        "select a from MemberAuthorizationEntity a where a.realmId = :realm and a.userId = :user and a.clientId = :client"
            + " and a.revision = 1 and a.at > :since order by a.id")
public class MemberAuthorizationEntity {
  @Id @Column(name = "ID", length = 36) public String id;
  @Id @Column(name = "REVISION") public int revision;
  @Column(name = "REALM_ID", nullable = false) public String realmId;
  @Column(name = "CLIENT_ID", nullable = false) public String clientId;
  @Column(name = "USER_ID", nullable = false) public String userId;
  @Column(name = "PATIENT_ID", nullable = false) public String patientId;
  @Column(name = "RELATIONSHIP", nullable = false) public String relationship;
  @Column(name = "STATE", nullable = false) public String state;
  @Nationalized @Column(name = "REQUESTED_SCOPE", nullable = false) public String requestedScope;
  @Nationalized @Column(name = "GRANTED_SCOPE", nullable = false) public String grantedScope;
  @Nationalized @Column(name = "RESOURCE_TYPES", nullable = false) public String resourceTypes;
  @Column(name = "SHARING_MODE", nullable = false) public String mode;
  @Column(name = "SHARED", nullable = false) public String shared;
  @Column(name = "CATEGORIES_VERSION", nullable = false) public String categoriesVersion;
  @Column(name = "SCREEN_VERSION", nullable = false) public String screenVersion;
  @Column(name = "LANGUAGE", nullable = false) public String language;
  @Column(name = "DURATION", nullable = false) public String duration;
  @Column(name = "CREATED", nullable = false) public long created;
  @Column(name = "UNTIL") public Long until;
  @Column(name = "CONSENT_CREATED", nullable = false) public long consentCreated;
  @Column(name = "ACTOR", nullable = false) public String actor;
  @Column(name = "AT", nullable = false) public long at;
  @Column(name = "REASON", nullable = false) public String reason;

  /**
   * The same authorization as {@code before}, one revision on.
   *
   * @throws IllegalStateException when no step leads from the one state to the other
   */
  public static MemberAuthorizationEntity after(
      MemberAuthorizationEntity before, AuthorizationState state, String actor, long at, String reason) {
    if (!before.state().leadsTo(state)) throw new IllegalStateException("no step from " + before.state + " to " + state.word());
    MemberAuthorizationEntity next = new MemberAuthorizationEntity();
    next.id = before.id;
    next.revision = before.revision + 1;
    next.realmId = before.realmId;
    next.clientId = before.clientId;
    next.userId = before.userId;
    next.patientId = before.patientId;
    next.relationship = before.relationship;
    next.state = state.word();
    next.requestedScope = before.requestedScope;
    next.grantedScope = before.grantedScope;
    next.resourceTypes = before.resourceTypes;
    next.mode = before.mode;
    next.shared = before.shared;
    next.categoriesVersion = before.categoriesVersion;
    next.screenVersion = before.screenVersion;
    next.language = before.language;
    next.duration = before.duration;
    next.created = before.created;
    next.until = before.until;
    next.consentCreated = before.consentCreated;
    next.actor = actor;
    next.at = at;
    next.reason = reason;
    return next;
  }

  public AuthorizationState state() {
    return AuthorizationState.of(state);
  }

  public Set<String> granted() {
    return words(grantedScope);
  }

  public Set<String> requested() {
    return words(requestedScope);
  }

  /** Resource types that a wildcard stood for when it was allowed. */
  public Set<String> types() {
    return words(resourceTypes);
  }

  public Set<String> sharedCategories() {
    return words(shared);
  }

  /** <em>Only this time</em>: no refresh token, and asked again next time. */
  public boolean isOnce() {
    return Durations.ONCE.equals(duration);
  }

  /** Whether {@code consent} is the very native consent that this was written with: one that was made later does not count. */
  public boolean standsOn(UserConsentModel consent) {
    return consent != null && consent.getCreatedDate() != null && consent.getCreatedDate() == consentCreated;
  }

  /** The words of a list divided by spaces, in order, without repetition. */
  public static Set<String> words(String list) {
    Set<String> words = new LinkedHashSet<>();
    for (String word : list.split(" ")) if (!word.isBlank()) words.add(word);
    return words;
  }

  /** Primary key: two writers cannot both append the same revision. */
  public static class Key implements Serializable {
    public String id;
    public int revision;

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.revision == revision && Objects.equals(key.id, id);
    }

    @Override
    public int hashCode() {
      return Objects.hash(id, revision);
    }
  }
}
