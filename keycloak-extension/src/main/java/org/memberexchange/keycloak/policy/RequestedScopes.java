package org.memberexchange.keycloak.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an app asks for and is registered for, as rows that a member can tick: requested ∩ registered, with a wildcard opened into its types.
 * Every name that leaves this class is one that was asked for or a part of a wildcard that was asked for.
 */
public final class RequestedScopes {
  private static final Pattern RESOURCE = Pattern.compile("patient/(\\*|[A-Za-z]+)\\.(rs|r|s|read)");
  private static final Set<String> OTHERS = Set.of("openid", "launch/patient", "fhirUser", "offline_access");

  /** Per asked and registered scope: the per-type names that it stands for (itself, unless it is a wildcard). */
  private final Map<String, Set<String>> parts = new LinkedHashMap<>();
  private final Set<String> others = new LinkedHashSet<>();
  private final List<String> types;

  /**
   * @param requested scope names of the authorization request
   * @param registered scope names in the app's registration; a wildcard there covers each type
   * @param policy gives the resource types that a wildcard stands for
   */
  public RequestedScopes(Set<String> requested, Set<String> registered, SharingPolicy policy) {
    types = policy.resourceTypes().stream().map(SharingPolicy.ResourceType::type).toList();
    for (String name : requested) {
      Matcher scope = RESOURCE.matcher(name);
      if (scope.matches()) addResource(name, scope.group(1), scope.group(2), registered);
      else if (OTHERS.contains(name) && (name.equals("openid") || registered.contains(name))) others.add(name);
    }
  }

  private void addResource(String name, String type, String permission, Set<String> registered) {
    List<String> asked = type.equals("*") ? types : List.of(type);
    Set<String> allowed = new LinkedHashSet<>();
    for (String one : asked) if (types.contains(one) && covers(registered, one, permission)) allowed.add("patient/" + one + "." + permission);
    if (allowed.isEmpty()) return;
    if (type.equals("*") && allowed.size() < types.size()) for (String part : allowed) parts.put(part, Set.of(part));
    else parts.put(name, allowed);
  }

  private static boolean covers(Set<String> registered, String type, String permission) {
    String needed = permission.equals("read") ? "rs" : permission;
    for (String name : registered) {
      Matcher scope = RESOURCE.matcher(name);
      if (!scope.matches() || !(scope.group(1).equals("*") || scope.group(1).equals(type))) continue;
      String given = scope.group(2).equals("read") ? "rs" : scope.group(2);
      if (given.contains(needed)) return true;
    }
    return false;
  }

  /** Whether any resource scope is left to decide about. */
  public boolean hasData() {
    return !parts.isEmpty();
  }

  /** Every per-type name that was asked for, wildcards opened. */
  public Set<String> partNames() {
    Set<String> names = new LinkedHashSet<>();
    parts.values().forEach(names::addAll);
    return names;
  }

  /** As {@link #partNames()}, for these types only: a wildcard does not grow with the list of types. */
  public Set<String> partNamesOf(Set<String> types) {
    Set<String> names = new LinkedHashSet<>();
    rows().forEach((type, scopes) -> {
      if (types.contains(type)) names.addAll(scopes);
    });
    return names;
  }

  /** Type → scope names of that type, in the order of the policy. */
  public Map<String, Set<String>> rows() {
    Map<String, Set<String>> rows = new LinkedHashMap<>();
    for (String type : types)
      for (Set<String> names : parts.values())
        for (String name : names)
          if (name.startsWith("patient/" + type + ".")) rows.computeIfAbsent(type, any -> new LinkedHashSet<>()).add(name);
    return rows;
  }

  /** All that was asked and is registered, wildcards as they were asked, other scopes included. */
  public Set<String> all() {
    Set<String> all = new LinkedHashSet<>(others);
    all.addAll(parts.keySet());
    return all;
  }

  /** The part of {@link #all()} that {@code chosen} per-type names allow; a wildcard stays one only when all of its types were chosen. */
  public Set<String> chosen(Set<String> chosen) {
    List<String> granted = new ArrayList<>();
    parts.forEach((name, names) -> {
      if (chosen.containsAll(names)) granted.add(name);
      else names.stream().filter(chosen::contains).forEach(granted::add);
    });
    if (granted.isEmpty()) return Set.of();
    Set<String> all = new LinkedHashSet<>(others);
    all.addAll(granted);
    return all;
  }
}
