package org.memberexchange.keycloak.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keycloak.models.ClientModel;
import org.memberexchange.keycloak.policy.AppRules;
import org.memberexchange.keycloak.policy.RecordRow;
import org.memberexchange.keycloak.policy.SharingPolicy;

/**
 * What {@code member-authorization.ftl} gets (docs/contracts.md, section 4). Getters of public classes with strings, booleans and lists only: nothing
 * else reaches a Keycloakify page, and map keys would not be escaped. All of it is visible in the page's source.
 */
public final class AuthorizationBean {
  private final ClientBean client;
  private final PersonBean person;
  private final List<TypeBean> types = new ArrayList<>();
  private final List<CategoryBean> categories;
  private final List<TopicBean> neverShared;
  private final List<DurationBean> durations;
  private final String mode;
  private final String problem;
  private final boolean returning;
  private final boolean news;
  private final boolean choosesPerson;

  /** @param asksAll whether the app wants the whole question asked again, whatever is new ({@code prompt=consent}) */
  AuthorizationBean(
      ClientModel client, Question question, AuthorizationAnswer answer, String language, String problem, boolean asksAll, boolean choosesPerson) {
    SharingPolicy policy = question.policy();
    this.client = new ClientBean(client);
    person = new PersonBean(question.person());
    Map<String, RecordRow> rows = question.asked().rows();
    for (SharingPolicy.ResourceType type : policy.resourceTypes()) {
      RecordRow row = rows.get(type.type());
      if (row != null) types.add(new TypeBean(row, type.group(), answer.scopes(), question));
    }
    categories = policy.shareable().stream().map(category -> new CategoryBean(category, language, answer, question)).toList();
    neverShared = policy.neverShared().stream().map(category -> new TopicBean(category, language)).toList();
    durations = AppRules.durations(client, policy).stream().map(duration -> new DurationBean(duration, duration.equals(answer.duration()))).toList();
    mode = answer.mode();
    this.problem = problem;
    returning = question.earlier().isPresent();
    boolean anyAdded = types.stream().anyMatch(TypeBean::isAdded) || categories.stream().anyMatch(CategoryBean::isAdded);
    news = !asksAll && anyAdded && question.earlier().filter(record -> !record.isOnce()).isPresent();
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

  /** Whether the member is asked only about what was {@code added} since their last answer, which stands beside it. */
  public boolean isNews() {
    return news;
  }

  /** Whether the member came over {@code choose-person.ftl} and can go back to it. */
  public boolean isChoosesPerson() {
    return choosesPerson;
  }
}
