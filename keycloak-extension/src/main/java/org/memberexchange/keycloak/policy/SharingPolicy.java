package org.memberexchange.keycloak.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.models.RealmModel;
import org.keycloak.util.JsonSerialization;
import org.memberexchange.keycloak.policy.Relationships.Relationship;

/** The plan's sharing policy, handed over as the realm attribute {@value #ATTRIBUTE}; absent or malformed means that nothing can be authorised. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SharingPolicy(
    @JsonProperty(value = "categoriesVersion", required = true) String categoriesVersion,
    @JsonProperty(value = "screenVersion", required = true) String screenVersion,
    @JsonProperty(value = "categories", required = true) List<Category> categories,
    @JsonProperty(value = "closed", required = true) List<Closing> closed,
    @JsonProperty(value = "resourceTypes", required = true) List<ResourceType> resourceTypes,
    @JsonProperty(value = "ownerTypes", required = true) Map<String, OwnerType> ownerTypes,
    @JsonProperty(value = "suspensionReasons", required = true) Set<String> suspensionReasons) {
  public static final String ATTRIBUTE = "member_authorization_policy";
  public static final String NEVER = "always-withheld";
  public static final String SHARED = "shared";
  /** Language of which every text is there. */
  private static final String FALLBACK = "en";
  private static final Pattern VERSION = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:\\.(\\d{1,4}))?");
  private static final Pattern PART = Pattern.compile("[^\\s?&=,|]+\\|[^\\s?&=,|]+");
  /** Granular scopes of one authorization that the facade reads; each part can stand for two, {@code .r} and {@code .s}. */
  static final int MOST_GRANULAR = 30;
  private static final Set<String> DEFAULTS = Set.of(NEVER, "withheld", SHARED);
  private static final Logger LOG = Logger.getLogger(SharingPolicy.class);

  /**
   * {@code byDefault}: {@value #NEVER}, {@code withheld} or {@value #SHARED}; {@code since}: version with which it came in the meaning that it has; {@code
   * texts} by language, English among them.
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Category(
      @JsonProperty(value = "code", required = true) String code,
      @JsonProperty(value = "default", required = true) String byDefault,
      @JsonProperty(value = "needsEnd", required = true) Boolean needsEnd,
      @JsonProperty(value = "since", required = true) String since,
      @JsonProperty(value = "texts", required = true) Map<String, Text> texts) {
    public Category {
      if (!DEFAULTS.contains(byDefault)) throw new IllegalArgumentException("unknown default " + byDefault);
      if (code == null || code.isBlank() || needsEnd == null || texts.get(FALLBACK) == null) throw new IllegalArgumentException("empty member");
      if (!VERSION.matcher(since).matches()) throw new IllegalArgumentException("no version: " + since);
    }

    /** What a member reads about it. */
    public Text text(String language) {
      Text text = texts.get(language);
      return text == null ? texts.get(FALLBACK) : text;
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Text(@JsonProperty(value = "name", required = true) String name, @JsonProperty(value = "body", required = true) String body) {
    public Text {
      if (name.isBlank() || body.isBlank()) throw new IllegalArgumentException("empty text");
    }
  }

  /**
   * Categories that a representative cannot share.
   *
   * @param relationships null for every one
   * @param ages null for every age
   */
  public record Closing(
      @JsonProperty(value = "categories", required = true) Set<String> categories,
      @JsonProperty("relationships") Set<String> relationships,
      @JsonProperty("ages") Ages ages) {
    public Closing {
      if (categories.isEmpty() || (relationships != null && relationships.isEmpty())) throw new IllegalArgumentException("empty closing");
    }

    boolean holds(Relationship relationship, LocalDate today) {
      return (relationships == null || relationships.contains(relationship.kind())) && (ages == null || ages.hold(relationship.birthDate(), today));
    }
  }

  /** Whole years, both ends included. */
  public record Ages(@JsonProperty(value = "from", required = true) Integer from, @JsonProperty(value = "to", required = true) Integer to) {
    public Ages {
      if (from < 0 || to < from) throw new IllegalArgumentException("ages the wrong way round");
    }

    /** Somebody whose age is not known, or who is not born yet, is of that age. */
    boolean hold(LocalDate birthDate, LocalDate today) {
      if (birthDate == null || birthDate.isAfter(today)) return true;
      int years = Period.between(birthDate, today).getYears();
      return years >= from && years <= to;
    }
  }

  /** {@code parts}: categories, {@code system|code}, that can be shared without the others; a type may have none. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record ResourceType(
      @JsonProperty(value = "type", required = true) String type,
      @JsonProperty(value = "group", required = true) String group,
      @JsonProperty("parts") List<String> parts) {
    public ResourceType {
      parts = parts == null ? List.of() : List.copyOf(parts);
      for (String part : parts) if (!PART.matcher(part).matches()) throw new IllegalArgumentException("no category: " + part);
    }
  }

  /** {@code clientAuthentication}: methods of RFC 7591 by which such an owner's app may authenticate. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record OwnerType(
      @JsonProperty(value = "durations", required = true) List<String> durations,
      @JsonProperty(value = "clientAuthentication", required = true) Set<String> clientAuthentication) {}

  public SharingPolicy {
    if (categoriesVersion.isBlank() || screenVersion.isBlank() || categories.isEmpty() || resourceTypes.isEmpty() || ownerTypes.isEmpty() || suspensionReasons.isEmpty())
      throw new IllegalArgumentException("empty member");
    if (categories.contains(null) || resourceTypes.contains(null) || closed.contains(null)) throw new IllegalArgumentException("empty member");
    if (resourceTypes.stream().mapToInt(type -> type.parts().size()).sum() * 2 > MOST_GRANULAR)
      throw new IllegalArgumentException("more parts than the facade can read");
    for (OwnerType owner : ownerTypes.values()) {
      if (owner.durations().isEmpty()) throw new IllegalArgumentException("no duration");
      if (owner.clientAuthentication().isEmpty()) throw new IllegalArgumentException("no client authentication");
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

  public List<Category> neverShared() {
    return categories.stream().filter(category -> NEVER.equals(category.byDefault())).toList();
  }

  /** Whether a category, in the meaning that it has, came after an answer that was given under this version: an earlier yes is no yes to it. */
  public boolean isNewer(String code, String thanVersion) {
    return categories.stream().anyMatch(category -> category.code().equals(code) && isLater(category.since(), thanVersion));
  }

  /** Whether there is anything to ask a member about who answered under this version. */
  public boolean hasNewer(String thanVersion) {
    return shareable().stream().anyMatch(category -> isLater(category.since(), thanVersion));
  }

  /** Categories that this representative cannot share today (UTC); a member's own record has none. */
  public Set<String> closedTo(Relationship relationship) {
    if (relationship.kind().equals(Relationships.SELF)) return Set.of();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    return closed.stream()
        .filter(closing -> closing.holds(relationship, today))
        .flatMap(closing -> closing.categories().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** An ISO date, with a number behind for another one of the same day; what is no version is older than all. */
  private static boolean isLater(String version, String than) {
    Matcher one = VERSION.matcher(version);
    Matcher other = VERSION.matcher(than);
    if (!one.matches() || !other.matches()) return one.matches();
    int days = one.group(1).compareTo(other.group(1));
    return days > 0 || (days == 0 && number(one) > number(other));
  }

  private static int number(Matcher version) {
    return version.group(2) == null ? 0 : Integer.parseInt(version.group(2));
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
