package org.memberexchange.keycloak.policy;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * One kind of record as a member can tick it, with the parts that can be shared without the others.
 *
 * @param type resource type
 * @param whole whether anything of the type was asked for as a whole, so that there is more to it than its parts
 * @param names scope names that stand for the row
 * @param parts {@code system|code} → granular scope names, in the order of the policy
 */
public record RecordRow(String type, boolean whole, Set<String> names, Map<String, Set<String>> parts) {

  /** Whether there is a choice of parts. */
  public boolean isDivisible() {
    return parts.size() > 1 || (whole && !parts.isEmpty());
  }

  /** Every name of the row and of its parts. */
  public Set<String> units() {
    Set<String> units = new LinkedHashSet<>(names);
    units.addAll(partNames());
    return units;
  }

  private Set<String> partNames() {
    Set<String> all = new LinkedHashSet<>();
    parts.values().forEach(all::addAll);
    return all;
  }

  /**
   * What the ticks of the form allow: of a divisible row the parts that are ticked beside it, all of it only with all of them, and nothing when the row or
   * each of its parts has no tick.
   */
  public Set<String> ticked(Set<String> rows, Set<String> ticks) {
    if (!isDivisible()) {
      Set<String> own = new LinkedHashSet<>(names);
      own.retainAll(rows);
      return own;
    }
    if (!rows.containsAll(names)) return Set.of();
    Set<String> own = partNames();
    if (ticks.containsAll(own)) return units();
    own.retainAll(ticks);
    return own;
  }
}
