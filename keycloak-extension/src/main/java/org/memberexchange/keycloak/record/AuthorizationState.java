package org.memberexchange.keycloak.record;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The states of an authorization and every step there is between them (docs/authorization-states.md). Each step is a row of its own with actor, time and
 * reason. Only {@link #CURRENT} shares anything.
 */
public enum AuthorizationState {
  /** The page was shown; nothing was decided. */
  OFFERED("offered"),
  /** The member said no. */
  DECLINED("declined"),
  /** The member's answer counts. */
  CURRENT("current"),
  /** The app, or what is registered for it, does not keep the rules for apps; counts again when it does. */
  APP_SUSPENDED("app-suspended"),
  /** A newer answer of the same member for the same app and person took its place. */
  REPLACED("replaced"),
  STOPPED_BY_MEMBER("stopped-by-member"),
  STOPPED_BY_ADMIN("stopped-by-admin"),
  /** The end on the screen has passed. */
  EXPIRED("expired"),
  /** The plan no longer says that this member may decide about this person. */
  RELATIONSHIP_ENDED("relationship-ended");

  private static final Set<AuthorizationState> ENDS =
      EnumSet.of(REPLACED, STOPPED_BY_MEMBER, STOPPED_BY_ADMIN, EXPIRED, RELATIONSHIP_ENDED);
  private final String word;

  AuthorizationState(String word) {
    this.word = word;
  }

  /** As it stands in the table. */
  public String word() {
    return word;
  }

  /** @throws IllegalArgumentException when the table holds a word that this version does not know */
  static AuthorizationState of(String word) {
    return named(word).orElseThrow(() -> new IllegalArgumentException("unknown state " + word));
  }

  public static Optional<AuthorizationState> named(String word) {
    return Arrays.stream(values()).filter(state -> state.word.equals(word)).findFirst();
  }

  /** Whether an answer was given and has not ended for good. */
  public boolean stands() {
    return this == CURRENT || this == APP_SUSPENDED;
  }

  /** Whether a row of {@code next} may follow a row of this. */
  public boolean leadsTo(AuthorizationState next) {
    return switch (this) {
      case OFFERED -> next == CURRENT || next == DECLINED;
      case CURRENT -> next == CURRENT || next == APP_SUSPENDED || ENDS.contains(next);
      case APP_SUSPENDED -> next == CURRENT || ENDS.contains(next);
      default -> false;
    };
  }

  /**
   * What a standing authorization is at this moment, whatever was written last: conditions count at once.
   *
   * @param now epoch milliseconds
   */
  public static AuthorizationState now(MemberAuthorizationEntity record, long now, boolean relationshipHolds, boolean consentStands, boolean appKeepsRules) {
    AuthorizationState written = record.state();
    if (!written.stands()) return written;
    if (record.until != null && now >= record.until) return EXPIRED;
    if (!consentStands) return STOPPED_BY_ADMIN;
    if (!relationshipHolds) return RELATIONSHIP_ENDED;
    return appKeepsRules ? CURRENT : APP_SUSPENDED;
  }

  /** Why a condition led here, for the row that writes it down. */
  public String reasonWhenNoticed() {
    return switch (this) {
      case EXPIRED -> "end-passed";
      case STOPPED_BY_ADMIN -> "consent-gone";
      case RELATIONSHIP_ENDED -> "relationship-gone";
      case APP_SUSPENDED -> "app-breaks-rules";
      case CURRENT -> "app-resumed";
      default -> throw new IllegalStateException(word + " is not a condition");
    };
  }
}
