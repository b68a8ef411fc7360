package org.memberexchange.keycloak.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.Optional;

/** How long an authorization runs: {@value #ONCE}, {@value #UNTIL_STOPPED}, or an ISO 8601 period ({@code P1Y}) or duration ({@code PT12H}). */
public final class Durations {
  public static final String ONCE = "once";
  public static final String UNTIL_STOPPED = "until-stopped";
  /** <em>Only this time</em> ends with the first access token; this is the most that it can last, whatever the token's lifetime. */
  private static final Duration ONCE_AT_MOST = Duration.ofHours(1);

  private Durations() {}

  /** @throws RuntimeException when the text is none of these */
  static void check(String text) {
    if (!text.equals(UNTIL_STOPPED) && !end(text, Instant.EPOCH).map(end -> end.isAfter(Instant.EPOCH)).orElse(false))
      throw new IllegalArgumentException("not a duration: " + text);
  }

  /** When it ends if it starts at {@code start}; empty when it has no end. */
  public static Optional<Instant> end(String text, Instant start) {
    if (text.equals(UNTIL_STOPPED)) return Optional.empty();
    TemporalAmount amount = text.equals(ONCE) ? ONCE_AT_MOST : text.contains("T") ? Duration.parse(text) : Period.parse(text);
    return Optional.of(start.atZone(ZoneOffset.UTC).plus(amount).toInstant());
  }
}
