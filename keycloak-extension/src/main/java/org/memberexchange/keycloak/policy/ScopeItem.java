package org.memberexchange.keycloak.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is left of a scope where a registration cuts it: a thing that is granted or not.
 *
 * @param scope of one type
 * @param parts granular names into which it can be taken apart
 */
record ScopeItem(ResourceScope scope, Set<String> parts) {

  /**
   * What the registration leaves of a scope of one type, and of those of its parts for which it leaves more.
   *
   * @param parts the parts of the type, as the policy has them
   */
  static List<ScopeItem> leftOf(ResourceScope scope, List<String> parts, List<ResourceScope> registered) {
    if (scope.isGranular() && !parts.contains(scope.part())) return List.of();
    List<String> own = scope.isGranular() ? List.of() : parts;
    List<ScopeItem> items = new ArrayList<>();
    Optional<ResourceScope> whole = scope.within(registered);
    whole.ifPresent(left -> items.add(new ScopeItem(left, own.stream().map(part -> left.ofPart(part).name()).collect(Collectors.toCollection(LinkedHashSet::new)))));
    for (String part : own)
      scope
          .ofPart(part)
          .within(registered)
          .filter(left -> whole.isEmpty() || !whole.get().covers(left))
          .ifPresent(left -> items.add(new ScopeItem(left, Set.of())));
    return items;
  }

  String name() {
    return scope.name();
  }

  boolean isChosen(Set<String> chosen) {
    return chosen.contains(name()) && chosen.containsAll(parts);
  }
}
