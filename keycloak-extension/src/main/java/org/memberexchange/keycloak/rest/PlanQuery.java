package org.memberexchange.keycloak.rest;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.Set;
import org.memberexchange.keycloak.record.AuthorizationState;

/**
 * Query of a list or an export. A parameter that is unknown, empty or sent twice is an error, so that a slip does not list everybody.
 *
 * @param member a username
 * @param client a client id
 */
record PlanQuery(Optional<String> member, Optional<String> client, Optional<AuthorizationState> state, int first, int max) {
  private static final int MOST = 500;
  private static final int USUAL = 100;
  static final Set<String> OF_LIST = Set.of("member", "client", "state", "first", "max");
  static final Set<String> OF_EXPORT = Set.of("member", "client", "first", "max");

  static PlanQuery of(MultivaluedMap<String, String> query, Set<String> names) {
    query.forEach((name, values) -> {
      if (!names.contains(name)) throw Refusal.badRequest("A query parameter is unknown.");
      if (values.size() != 1 || values.get(0).isBlank()) throw Refusal.badRequest("A query parameter is empty or there twice.");
    });
    Optional<String> state = Optional.ofNullable(query.getFirst("state"));
    return new PlanQuery(
        Optional.ofNullable(query.getFirst("member")),
        Optional.ofNullable(query.getFirst("client")),
        state.map(word -> AuthorizationState.named(word).orElseThrow(() -> Refusal.badRequest("The state is unknown."))),
        number(query.getFirst("first"), 0, 0, Integer.MAX_VALUE),
        number(query.getFirst("max"), USUAL, 1, MOST));
  }

  private static int number(String text, int absent, int least, int most) {
    if (text == null) return absent;
    if (!text.matches("[0-9]{1,10}")) throw Refusal.badRequest("A number is not understood.");
    long value = Long.parseLong(text);
    if (value < least || value > most) throw Refusal.badRequest("first is at least 0; max is from 1 to " + MOST + ".");
    return (int) value;
  }
}
