package org.memberexchange.keycloak.page;

import java.time.Instant;
import java.time.ZoneOffset;
import org.memberexchange.keycloak.policy.Durations;

/** {@code open}: has no end; {@code until}: ISO date, or empty for <em>once</em> and open ones. */
public final class DurationBean {
  private final String value;
  private final boolean chosen;

  DurationBean(String value, boolean chosen) {
    this.value = value;
    this.chosen = chosen;
  }

  public String getValue() {
    return value;
  }

  public boolean isChosen() {
    return chosen;
  }

  public boolean isOpen() {
    return Durations.UNTIL_STOPPED.equals(value);
  }

  public String getUntil() {
    if (Durations.ONCE.equals(value)) return "";
    return Durations.end(value, Instant.now()).map(end -> end.atZone(ZoneOffset.UTC).toLocalDate().toString()).orElse("");
  }
}
