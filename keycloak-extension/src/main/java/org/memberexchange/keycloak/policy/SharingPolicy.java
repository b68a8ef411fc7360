package org.memberexchange.keycloak.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.models.RealmModel;
import org.keycloak.util.JsonSerialization;

/** The plan's sharing policy, handed over as the realm attribute {@value #ATTRIBUTE}; absent or malformed means that nothing can be authorised. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SharingPolicy(
    @JsonProperty(value = "categoriesVersion", required = true) String categoriesVersion,
    @JsonProperty(value = "screenVersion", required = true) String screenVersion,
    @JsonProperty(value = "categories", required = true) List<Category> categories,
    @JsonProperty(value = "resourceTypes", required = true) List<ResourceType> resourceTypes,
    @JsonProperty(value = "ownerTypes", required = true) Map<String, OwnerType> ownerTypes) {
  public static final String ATTRIBUTE = "member_authorization_policy";
  public static final String NEVER = "always-withheld";
  public static final String SHARED = "shared";
  private static final Set<String> DEFAULTS = Set.of(NEVER, "withheld", SHARED);
  private static final Logger LOG = Logger.getLogger(SharingPolicy.class);

  /** {@code byDefault}: {@value #NEVER}, {@code withheld} or {@value #SHARED}. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Category(
      @JsonProperty(value = "code", required = true) String code,
      @JsonProperty(value = "default", required = true) String byDefault,
      @JsonProperty(value = "needsEnd", required = true) Boolean needsEnd) {
    public Category {
      if (!DEFAULTS.contains(byDefault)) throw new IllegalArgumentException("unknown default " + byDefault);
      if (code == null || code.isBlank() || needsEnd == null) throw new IllegalArgumentException("empty member");
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  public record ResourceType(
      @JsonProperty(value = "type", required = true) String type, @JsonProperty(value = "group", required = true) String group) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  public record OwnerType(@JsonProperty(value = "durations", required = true) List<String> durations) {}

  public SharingPolicy {
    if (categoriesVersion.isBlank() || screenVersion.isBlank() || categories.isEmpty() || resourceTypes.isEmpty() || ownerTypes.isEmpty())
      throw new IllegalArgumentException("empty member");
    if (categories.contains(null) || resourceTypes.contains(null)) throw new IllegalArgumentException("empty member");
    for (OwnerType owner : ownerTypes.values()) {
      if (owner.durations().isEmpty()) throw new IllegalArgumentException("no duration");
      owner.durations().forEach(Durations::check);
    }
  }

  public static Optional<SharingPolicy> of(RealmModel realm) {
    String json = realm.getAttribute(ATTRIBUTE);
    if (json == null) return Optional.empty();
    try {
      return Optional.of(JsonSerialization.readValue(json, SharingPolicy.class));
    } catch (IOException | RuntimeException malformed) {
      LOG.errorf("realm %s: attribute %s is not a sharing policy: %s", realm.getName(), ATTRIBUTE, malformed.getMessage());
      return Optional.empty();
    }
  }

  public List<Category> shareable() {
    return categories.stream().filter(category -> !NEVER.equals(category.byDefault())).toList();
  }

  public List<String> neverShared() {
    return categories.stream().filter(category -> NEVER.equals(category.byDefault())).map(Category::code).toList();
  }

  /** Categories that <em>everything</em> shares. */
  public Set<String> everything() {
    return shareable().stream().map(Category::code).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Categories that <em>all but sensitive</em> shares. */
  public Set<String> allButSensitive() {
    return categories.stream()
        .filter(category -> SHARED.equals(category.byDefault()))
        .map(Category::code)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  public boolean needsEnd(Set<String> shared) {
    return categories.stream().anyMatch(category -> category.needsEnd() && shared.contains(category.code()));
  }
}
