package org.memberexchange.keycloak.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.memberexchange.keycloak.policy.AppRules;
import org.memberexchange.keycloak.policy.Durations;
import org.memberexchange.keycloak.policy.Relationships.Relationship;
import org.memberexchange.keycloak.policy.SharingPolicy;

/**
 * What {@code member-authorization.ftl} gets (docs/contracts.md, section 4). Getters of public classes with strings, booleans and lists only: nothing
 * else reaches a Keycloakify page, and map keys would not be escaped. All of it is visible in the page's source.
 */
public final class AuthorizationBean {
  private final ClientBean client;
  private final PersonBean person;
  private final List<TypeBean> types = new ArrayList<>();
  private final List<CategoryBean> categories = new ArrayList<>();
  private final List<TopicBean> neverShared;
  private final List<DurationBean> durations = new ArrayList<>();
  private final String mode;
  private final String problem;
  private final boolean returning;
  private final boolean choosesPerson;

  AuthorizationBean(
      ClientModel client, Question question, AuthorizationAnswer answer, String language, String problem, boolean choosesPerson) {
    SharingPolicy policy = question.policy();
    this.client = new ClientBean(client);
    person = new PersonBean(question.person());
    Map<String, Set<String>> rows = question.asked().rows();
    for (SharingPolicy.ResourceType type : policy.resourceTypes()) {
      Set<String> names = rows.get(type.type());
      if (names != null) types.add(new TypeBean(type.type(), type.group(), String.join(" ", names), answer.scopes().containsAll(names)));
    }
    Set<String> closed = question.closed();
    for (SharingPolicy.Category category : policy.shareable())
      categories.add(
          new CategoryBean(category, language, answer.categories().contains(category.code()), closed.contains(category.code())));
    neverShared = policy.neverShared().stream().map(category -> new TopicBean(category, language)).toList();
    for (String duration : AppRules.durations(client, policy)) durations.add(new DurationBean(duration, duration.equals(answer.duration())));
    mode = answer.mode();
    this.problem = problem;
    returning = question.earlier().isPresent();
    this.choosesPerson = choosesPerson;
  }

  public ClientBean getClient() {
    return client;
  }

  public PersonBean getPerson() {
    return person;
  }

  public List<TypeBean> getTypes() {
    return types;
  }

  public List<CategoryBean> getCategories() {
    return categories;
  }

  public List<TopicBean> getNeverShared() {
    return neverShared;
  }

  public List<DurationBean> getDurations() {
    return durations;
  }

  public String getMode() {
    return mode;
  }

  public String getProblem() {
    return problem;
  }

  public boolean isReturning() {
    return returning;
  }

  /** Whether the member came over {@code choose-person.ftl} and can go back to it. */
  public boolean isChoosesPerson() {
    return choosesPerson;
  }

  /** Who asks. */
  public static final class ClientBean {
    private final ClientModel client;

    ClientBean(ClientModel client) {
      this.client = client;
    }

    public String getClientId() {
      return client.getClientId();
    }

    public String getName() {
      return client.getName() == null || client.getName().isBlank() ? client.getClientId() : client.getName();
    }

    public String getOwnerType() {
      return text(client.getAttribute(AppRules.OWNER_TYPE));
    }

    public String getOwnerName() {
      return text(client.getAttribute("owner_name"));
    }

    public boolean isVerified() {
      return Boolean.parseBoolean(client.getAttribute("verified"));
    }

    public String getLogoUri() {
      return text(client.getAttribute("logoUri"));
    }

    public String getPolicyUri() {
      return text(client.getAttribute("policyUri"));
    }

    public String getTosUri() {
      return text(client.getAttribute("tosUri"));
    }

    public String getWebsite() {
      return text(client.getBaseUrl());
    }

    private static String text(String value) {
      return value == null ? "" : value;
    }
  }

  /** Whose record. */
  public static final class PersonBean {
    private final Relationship relationship;

    PersonBean(Relationship relationship) {
      this.relationship = relationship;
    }

    public String getName() {
      return relationship.personName();
    }

    public String getRelationship() {
      return relationship.kind();
    }
  }

  /** One kind of record: {@code scope} is the form's value, names divided by spaces. */
  public static final class TypeBean {
    private final String type;
    private final String group;
    private final String scope;
    private final boolean chosen;

    TypeBean(String type, String group, String scope, boolean chosen) {
      this.type = type;
      this.group = group;
      this.scope = scope;
      this.chosen = chosen;
    }

    public String getType() {
      return type;
    }

    public String getGroup() {
      return group;
    }

    public String getScope() {
      return scope;
    }

    public boolean isChosen() {
      return chosen;
    }
  }

  /** A category in the member's language. */
  public static class TopicBean {
    final SharingPolicy.Category category;
    private final SharingPolicy.Text text;

    TopicBean(SharingPolicy.Category category, String language) {
      this.category = category;
      text = category.text(language);
    }

    public String getCode() {
      return category.code();
    }

    public String getName() {
      return text.name();
    }

    public String getBody() {
      return text.body();
    }
  }

  /** {@code sensitive}: <em>all but sensitive</em> keeps it private; {@code closed}: this member cannot share it for this person. */
  public static final class CategoryBean extends TopicBean {
    private final boolean chosen;
    private final boolean closed;

    CategoryBean(SharingPolicy.Category category, String language, boolean chosen, boolean closed) {
      super(category, language);
      this.chosen = chosen;
      this.closed = closed;
    }

    public boolean isChosen() {
      return chosen;
    }

    public boolean isNeedsEnd() {
      return category.needsEnd();
    }

    public boolean isSensitive() {
      return !SharingPolicy.SHARED.equals(category.byDefault());
    }

    public boolean isClosed() {
      return closed;
    }
  }

  /** {@code open}: has no end; {@code until}: ISO date, or empty for <em>once</em> and open ones. */
  public static final class DurationBean {
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
}
