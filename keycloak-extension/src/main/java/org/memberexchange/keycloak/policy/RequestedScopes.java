package org.memberexchange.keycloak.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an app asks for and is registered for, as rows that a member can tick: requested ∩ registered, with a wildcard opened into its types and a type into
 * its parts. Every name that leaves this class is one that was asked for or a part of what was asked for: of its types, of its categories, or {@code .s} of
 * {@code .rs}.
 */
public final class RequestedScopes {
  private static final Set<String> OTHERS = Set.of("openid", "launch/patient", "fhirUser", "offline_access");

  /** Per asked and registered scope: what it stands for, type by type. */
  private final Map<String, List<ScopeItem>> asked = new LinkedHashMap<>();
  private final Set<String> others = new LinkedHashSet<>();
  private final List<SharingPolicy.ResourceType> types;
  private final List<ResourceScope> registered;

  /**
   * @param requested scope names of the authorization request
   * @param registered scope names in the app's registration; a wildcard there covers each type, a whole type each of its parts
   * @param policy gives the resource types that a wildcard stands for, and their parts
   */
  public RequestedScopes(Set<String> requested, Set<String> registered, SharingPolicy policy) {
    types = policy.resourceTypes();
    this.registered = registered.stream().map(ResourceScope::of).flatMap(Optional::stream).toList();
    for (String name : requested) {
      Optional<ResourceScope> scope = ResourceScope.of(name);
      if (scope.isPresent()) add(scope.get());
      else if (OTHERS.contains(name) && (name.equals("openid") || registered.contains(name))) others.add(name);
    }
  }

  private void add(ResourceScope scope) {
    List<ScopeItem> items = new ArrayList<>();
    for (SharingPolicy.ResourceType type : types)
      if (scope.isWildcard() || scope.type().equals(type.type())) items.addAll(ScopeItem.leftOf(scope.ofType(type.type()), type.parts(), registered));
    Optional<ResourceScope> wildcard = scope.isWildcard() ? wildcardOf(items) : Optional.empty();
    if (wildcard.isPresent()) asked.put(wildcard.get().name(), items);
    else for (ScopeItem item : items) asked.put(item.name(), List.of(item));
  }

  /** A wildcard of which the registration leaves each whole type, with one permission, is one still; cut otherwise it is asked for as what is left of it. */
  private Optional<ResourceScope> wildcardOf(List<ScopeItem> items) {
    boolean whole = items.size() == types.size() && items.stream().noneMatch(item -> item.scope().isGranular());
    boolean alike = items.stream().map(item -> item.scope().permission()).distinct().count() == 1;
    return whole && alike ? Optional.of(items.get(0).scope().ofType("*")) : Optional.empty();
  }

  /** Whether any resource scope is left to decide about. */
  public boolean hasData() {
    return !asked.isEmpty();
  }

  /** Every name of one type or of a part of it that was asked for, wildcards and types opened. */
  public Set<String> partNames() {
    Set<String> names = new LinkedHashSet<>();
    for (ScopeItem item : items()) {
      names.add(item.name());
      names.addAll(item.parts());
    }
    return names;
  }

  /** What was asked for without wildcards, for these types only: a wildcard does not grow with the list of types. */
  public Set<String> openedFor(Set<String> onPage) {
    Set<String> names = new LinkedHashSet<>();
    for (ScopeItem item : items()) if (onPage.contains(item.scope().type())) names.add(item.name());
    return withoutRepetition(names);
  }

  /** Type → its row, in the order of the policy. */
  public Map<String, RecordRow> rows() {
    Map<String, RecordRow> rows = new LinkedHashMap<>();
    for (SharingPolicy.ResourceType type : types) {
      List<ScopeItem> own = items().stream().filter(item -> item.scope().type().equals(type.type())).toList();
      if (!own.isEmpty()) rows.put(type.type(), row(type, own));
    }
    return rows;
  }

  private static RecordRow row(SharingPolicy.ResourceType type, List<ScopeItem> own) {
    boolean whole = own.stream().anyMatch(item -> !item.scope().isGranular());
    Set<String> names = new LinkedHashSet<>();
    for (ScopeItem item : own) if (whole != item.scope().isGranular()) names.add(item.name());
    Map<String, Set<String>> parts = new LinkedHashMap<>();
    for (String part : type.parts()) {
      Set<String> granular = new LinkedHashSet<>();
      for (ScopeItem item : own) {
        if (Objects.equals(item.scope().part(), part)) granular.add(item.name());
        if (!item.parts().isEmpty()) granular.add(item.scope().ofPart(part).name());
      }
      if (!granular.isEmpty()) parts.put(part, granular);
    }
    return new RecordRow(type.type(), whole, names, parts);
  }

  private List<ScopeItem> items() {
    return asked.values().stream().flatMap(List::stream).toList();
  }

  /** All that was asked and is registered, wildcards as they were asked, other scopes included. */
  public Set<String> all() {
    Set<String> all = new LinkedHashSet<>(others);
    all.addAll(asked.keySet());
    return all;
  }

  /**
   * The part of {@link #all()} that the {@code chosen} ones of {@link #partNames()} allow; a wildcard stays one only when all of its types were chosen, a type
   * only when all of its parts were.
   */
  public Set<String> chosen(Set<String> chosen) {
    Set<String> granted = new LinkedHashSet<>();
    asked.forEach((name, items) -> {
      if (items.stream().allMatch(item -> item.isChosen(chosen))) granted.add(name);
      else
        for (ScopeItem item : items) {
          if (item.isChosen(chosen)) granted.add(item.name());
          else item.parts().stream().filter(chosen::contains).forEach(granted::add);
        }
    });
    if (granted.isEmpty()) return Set.of();
    Set<String> all = new LinkedHashSet<>(others);
    all.addAll(withoutRepetition(granted));
    return all;
  }

  /** A granular name that another one covers adds nothing, and the facade reads {@link SharingPolicy#MOST_GRANULAR} of them at most. */
  private static Set<String> withoutRepetition(Set<String> names) {
    List<ResourceScope> granular = names.stream().map(ResourceScope::of).flatMap(Optional::stream).filter(ResourceScope::isGranular).toList();
    Set<String> left = new LinkedHashSet<>(names);
    for (ResourceScope one : granular)
      if (granular.stream().anyMatch(other -> !other.equals(one) && other.covers(one))) left.remove(one.name());
    return left;
  }
}
