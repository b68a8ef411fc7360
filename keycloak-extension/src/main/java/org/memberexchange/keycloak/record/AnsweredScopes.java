package org.memberexchange.keycloak.record;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.memberexchange.keycloak.policy.ResourceScope;

/** What the record says that a member was asked and allowed, for the types that were on the page then. Scopes are compared by what they cover, not by name. */
public final class AnsweredScopes {
  private final List<ResourceScope> asked;
  private final List<ResourceScope> allowed;
  private final Set<String> types;

  public AnsweredScopes(MemberAuthorizationEntity record) {
    asked = read(record.requested());
    allowed = read(record.granted());
    types = record.types();
  }

  /** @param name a scope name of one type */
  public boolean wasAsked(String name) {
    return covers(asked, name);
  }

  public boolean wasAllowed(String name) {
    return covers(allowed, name);
  }

  private boolean covers(List<ResourceScope> scopes, String name) {
    return ResourceScope.of(name).filter(scope -> types.contains(scope.type()) && scopes.stream().anyMatch(earlier -> earlier.covers(scope))).isPresent();
  }

  private static List<ResourceScope> read(Set<String> names) {
    return names.stream().map(ResourceScope::of).flatMap(Optional::stream).toList();
  }
}
