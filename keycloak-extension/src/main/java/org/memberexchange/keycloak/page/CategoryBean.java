package org.memberexchange.keycloak.page;

import org.memberexchange.keycloak.policy.SharingPolicy;

/** {@code sensitive}: <em>all but sensitive</em> keeps it private; {@code closed}: this member cannot share it for this person. */
public final class CategoryBean extends TopicBean {
  private final boolean chosen;
  private final boolean closed;
  private final boolean added;

  CategoryBean(SharingPolicy.Category category, String language, AuthorizationAnswer answer, Question question) {
    super(category, language);
    chosen = answer.categories().contains(category.code());
    closed = question.closed().contains(category.code());
    added = !closed && question.isNew(category);
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

  /** Whether it is newer than what the member last answered, and that answer did not share whatever comes. */
  public boolean isAdded() {
    return added;
  }
}
