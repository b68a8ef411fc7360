package org.memberexchange.keycloak.policy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One SMART resource scope, read.
 *
 * @param type resource type, or {@code *}
 * @param permission {@code rs}, {@code r}, {@code s}, or {@code read}, which is {@code rs} in the words of SMART v1
 * @param part the category that a granular scope names, {@code system|code}; null for the whole type
 * @see <a href="https://hl7.org/fhir/smart-app-launch/scopes-and-launch-context.html">SMART App Launch 2.2, scopes</a>
 */
public record ResourceScope(String type, String permission, String part) {
  private static final Pattern NAME = Pattern.compile("patient/(\\*|[A-Za-z]+)\\.(rs|r|s|read)(?:\\?category=([^\\s?&=,]+))?");

  /** Empty for what is no resource scope of ours; a wildcard and {@code .read} cannot be granular. */
  public static Optional<ResourceScope> of(String name) {
    Matcher scope = NAME.matcher(name);
    if (!scope.matches()) return Optional.empty();
    ResourceScope read = new ResourceScope(scope.group(1), scope.group(2), scope.group(3));
    return read.part != null && (read.isWildcard() || read.permission.equals("read")) ? Optional.empty() : Optional.of(read);
  }

  public String name() {
    return "patient/" + type + "." + permission + (part == null ? "" : "?category=" + part);
  }

  public boolean isWildcard() {
    return type.equals("*");
  }

  public boolean isGranular() {
    return part != null;
  }

  public ResourceScope ofType(String one) {
    return new ResourceScope(one, permission, part);
  }

  /** The granular scope with the same permission; SMART v1 has none, so it is in the words of v2. */
  ResourceScope ofPart(String one) {
    return new ResourceScope(type, letters(), one);
  }

  /** Whether all that {@code other}, which names a type, lets through is let through by this. */
  public boolean covers(ResourceScope other) {
    return (isWildcard() || type.equals(other.type)) && letters().contains(other.letters()) && (part == null || part.equals(other.part));
  }

  /** What {@code given} together leave of this scope, which names a type: in its own words when that is all of it, else {@code .r} or {@code .s}. */
  Optional<ResourceScope> within(List<ResourceScope> given) {
    String left = letters().chars().mapToObj(Character::toString).filter(letter -> isCovered(letter, given)).collect(Collectors.joining());
    if (left.isEmpty()) return Optional.empty();
    return Optional.of(left.equals(letters()) ? this : new ResourceScope(type, left, part));
  }

  private boolean isCovered(String letter, List<ResourceScope> given) {
    ResourceScope one = new ResourceScope(type, letter, part);
    return given.stream().anyMatch(scope -> scope.covers(one));
  }

  private String letters() {
    return permission.equals("read") ? "rs" : permission;
  }
}
