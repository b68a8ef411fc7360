package org.memberexchange.keycloak.page;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.memberexchange.keycloak.policy.Relationships.Relationship;
import org.memberexchange.keycloak.policy.RequestedScopes;
import org.memberexchange.keycloak.policy.ResourceScope;
import org.memberexchange.keycloak.policy.SharingPolicy;
import org.memberexchange.keycloak.record.AnsweredScopes;
import org.memberexchange.keycloak.record.MemberAuthorizationEntity;

/**
 * What one sign-in has to decide about one person: which records the app asks for, and what the member answered before.
 *
 * @param earlier the current authorization of this member, app and person
 */
record Question(SharingPolicy policy, Relationship person, RequestedScopes asked, List<String> durations, Optional<MemberAuthorizationEntity> earlier) {

  /** The earlier authorization, when it answers all that is asked now: each scope, each category, and not <em>only this time</em>. */
  Optional<MemberAuthorizationEntity> answeredBefore() {
    return earlier
        .filter(record -> !record.isOnce())
        .filter(record -> AuthorizationAnswer.EVERYTHING.equals(record.mode) || !policy.hasNewer(record.categoriesVersion))
        .filter(record -> known(record).containsAll(asked.all()) && record.types().containsAll(asked.rows().keySet()))
        .filter(record -> !grantedBefore(record).isEmpty());
  }

  /** Names that the record has an answer to: those that were asked, and parts of them that were allowed alone. */
  private static Set<String> known(MemberAuthorizationEntity record) {
    Set<String> known = new HashSet<>(record.requested());
    for (String name : record.granted()) if (ResourceScope.of(name).filter(ResourceScope::isGranular).isPresent()) known.add(name);
    return known;
  }

  /** The part of what is asked now that the earlier answer allows. */
  Set<String> grantedBefore(MemberAuthorizationEntity record) {
    AnsweredScopes before = new AnsweredScopes(record);
    Set<String> granted = new HashSet<>(asked.chosen(asked.partNames().stream().filter(before::wasAllowed).collect(Collectors.toSet())));
    granted.removeIf(name -> !name.equals("openid") && !record.granted().contains(name));
    return granted.stream().anyMatch(name -> name.startsWith("patient/")) ? granted : Set.of();
  }

  /** Whether any of these names of one type was not asked about when the member last answered; nothing is new to who never did. */
  boolean isNew(Set<String> names) {
    return earlier.map(AnsweredScopes::new).filter(before -> !names.stream().allMatch(before::wasAsked)).isPresent();
  }

  /** Whether the member's last answer is older than the category, and did not share whatever comes. */
  boolean isNew(SharingPolicy.Category category) {
    return earlier
        .filter(record -> !AuthorizationAnswer.EVERYTHING.equals(record.mode) && policy.isNewer(category.code(), record.categoriesVersion))
        .isPresent();
  }

  /** Everything that the page shows to decide about; an answer to another question is not taken. */
  String fingerprint() {
    return Integer.toHexString(Objects.hash(person, asked.all(), asked.partNames(), policy, durations)) + "-" + asked.partNames().size();
  }

  /** Categories that this member cannot share for this person. */
  Set<String> closed() {
    return policy.closedTo(person);
  }

  AuthorizationAnswer startingAnswer() {
    return earlier
        .map(record -> AuthorizationAnswer.earlier(record, asked, policy, durations))
        .orElseGet(() -> AuthorizationAnswer.preselected(asked, policy, durations))
        .without(closed());
  }
}
