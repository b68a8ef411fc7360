package org.memberexchange.keycloak.rest;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.memberexchange.keycloak.record.AuthorizationState;

/** Which states there are to look for. */
final class AnsweredStates {
  private static final Set<AuthorizationState> NEVER_RAN = EnumSet.of(AuthorizationState.OFFERED, AuthorizationState.DECLINED);

  private AnsweredStates() {}

  /** Those of an authorization that runs or ran. */
  static Stream<AuthorizationState> all() {
    return Arrays.stream(AuthorizationState.values()).filter(state -> !NEVER_RAN.contains(state));
  }

  /** States that may be written where this one is meant: what stands by the table may have ended since. */
  static Stream<AuthorizationState> writtenFor(AuthorizationState now) {
    return NEVER_RAN.contains(now) ? Stream.of(now) : all().filter(state -> state.stands() || state == now);
  }
}
