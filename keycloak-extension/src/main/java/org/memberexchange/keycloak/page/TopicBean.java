package org.memberexchange.keycloak.page;

import org.memberexchange.keycloak.policy.SharingPolicy;

/** A category in the member's language. */
public class TopicBean {
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
