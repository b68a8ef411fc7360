package org.memberexchange.keycloak.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.memberexchange.keycloak.mail.MemberMail;
import org.memberexchange.keycloak.policy.Relationships;
import org.memberexchange.keycloak.policy.Relationships.Relationship;
import org.memberexchange.keycloak.policy.SharingPolicy;
import org.memberexchange.keycloak.record.AuthorizationRecords;
import org.memberexchange.keycloak.record.AuthorizationState;
import org.memberexchange.keycloak.record.MemberAuthorizationEntity;
import org.memberexchange.keycloak.record.NativeConsent;
import org.memberexchange.keycloak.session.AuthorizationSession;
import org.memberexchange.keycloak.token.Condition;
import org.memberexchange.keycloak.token.SharedNow;

/**
 * The newest revision of one authorization, with the member and the app that it is about.
 *
 * @param user null when the plan deleted them
 * @param client null when the plan deleted it
 */
record AuthorizationNow(
    KeycloakSession session,
    RealmModel realm,
    UserModel user,
    ClientModel client,
    Optional<SharingPolicy> policy,
    MemberAuthorizationEntity record) {

  static AuthorizationNow of(KeycloakSession session, RealmModel realm, MemberAuthorizationEntity record) {
    UserModel user = session.users().getUserById(realm, record.userId);
    return new AuthorizationNow(session, realm, user, realm.getClientById(record.clientId), SharingPolicy.of(realm), record);
  }

  /** What it is at this moment, whatever was written last; without a policy no app keeps it. */
  AuthorizationState state() {
    if (!record.state().stands()) return record.state();
    if (user == null || client == null) return AuthorizationState.STOPPED_BY_ADMIN;
    if (policy.isEmpty()) return AuthorizationState.APP_SUSPENDED;
    return Condition.now(session, realm, user, client, policy.get(), record);
  }

  /** By which the member decides for that person; empty once the plan no longer says so. */
  Optional<Relationship> relationship() {
    return user == null ? Optional.empty() : Relationships.find(user, record.patientId, record.relationship);
  }

  /** Whether the person whose record it is may stop what somebody else allowed: not while the plan says that they are a minor. */
  boolean mayBeStoppedByPerson() {
    return relationship().filter(Relationship::isOfMinor).isEmpty();
  }

  /** Categories that the member cannot share for that person today; none once nobody can tell. */
  Set<String> closed() {
    return policy.flatMap(now -> relationship().map(now::closedTo)).orElseGet(Set::of);
  }

  /** Categories that it shares today; none once the member no longer decides for that person. */
  Set<String> sharedToday() {
    return policy.flatMap(now -> relationship().map(relationship -> SharedNow.of(record, now, relationship).today(now))).orElseGet(Set::of);
  }

  /** The same after everybody else who decides for this member and app is done; from here on they wait. */
  AuthorizationNow locked() {
    if (user == null || client == null) return this;
    AuthorizationRecords records = new AuthorizationRecords(session);
    records.lock(realm, user, client);
    return of(session, realm, records.newestRevision(record.id).orElseThrow(Refusal::notFound));
  }

  /**
   * Stops it, ends its sessions and narrows Keycloak's consent to what goes on for other persons. One that has ended stays as it ended.
   *
   * @return the newest revision then
   */
  MemberAuthorizationEntity stop(AuthorizationState stopped, String actor, String reason) {
    AuthorizationRecords records = new AuthorizationRecords(session);
    AuthorizationState now = state();
    if (!now.stands()) {
      // what ended by itself is written now, or it would count again when its condition comes back
      if (record.state().stands() && user != null && client != null) Condition.write(session, realm, user, record, now);
      return records.newestRevision(record.id).orElse(record);
    }
    MemberAuthorizationEntity after = records.step(record, stopped, actor, reason);
    MemberMail.afterCommit(session, after, MemberMail.News.STOPPED);
    AuthorizationSession.end(session, realm, user, List.of(record.id));
    List<MemberAuthorizationEntity> left = new ArrayList<>();
    for (MemberAuthorizationEntity other : records.standing(realm, user, client)) {
      AuthorizationState otherNow = of(session, realm, other).state();
      if (otherNow.stands()) left.add(other);
      else Condition.write(session, realm, user, other, otherNow);
    }
    new NativeConsent(session, realm, user, client).shrinkTo(left);
    return after;
  }
}
