package org.memberexchange.keycloak.token;

import java.util.LinkedHashSet;
import java.util.Set;
import org.memberexchange.keycloak.page.AuthorizationAnswer;
import org.memberexchange.keycloak.policy.Relationships;
import org.memberexchange.keycloak.policy.Relationships.Relationship;
import org.memberexchange.keycloak.policy.SharingPolicy;
import org.memberexchange.keycloak.record.MemberAuthorizationEntity;

/**
 * What a record shares today: what was answered, without what is closed to a representative now. Somebody for whom anything is closed cannot share
 * everything: that answer is told as <em>chosen</em>, with what is left.
 */
public record SharedNow(String mode, Set<String> categories, String categoriesVersion) {

  public static SharedNow of(MemberAuthorizationEntity record, SharingPolicy policy, Relationship relationship) {
    Set<String> closed = policy.closedTo(relationship);
    Set<String> answered = record.sharedCategories();
    answered.removeAll(closed);
    boolean isSelf = Relationships.SELF.equals(relationship.kind());
    if (isSelf || !AuthorizationAnswer.EVERYTHING.equals(record.mode)) return new SharedNow(record.mode, answered, record.categoriesVersion);
    Set<String> everything = policy.everything();
    Set<String> left = new LinkedHashSet<>(everything);
    left.removeAll(closed);
    // what was closed when the answer was given is not shared by it later; what came later is
    left.removeIf(code -> !answered.contains(code) && !policy.isNewer(code, record.categoriesVersion));
    if (left.equals(everything)) return new SharedNow(record.mode, answered, record.categoriesVersion);
    return new SharedNow(AuthorizationAnswer.CHOSEN, left, policy.categoriesVersion());
  }

  /** The categories that the facade takes from this for shared (docs/contracts.md, section 5). */
  public Set<String> today(SharingPolicy policy) {
    Set<String> today = policy.everything();
    if (!AuthorizationAnswer.EVERYTHING.equals(mode)) today.removeIf(code -> !categories.contains(code) || policy.isNewer(code, categoriesVersion));
    return today;
  }
}
