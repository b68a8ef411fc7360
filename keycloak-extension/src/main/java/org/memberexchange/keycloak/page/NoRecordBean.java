package org.memberexchange.keycloak.page;

/** What {@code no-record.ftl} gets (docs/contracts.md, section 4). */
public final class NoRecordBean {
  private final AuthorizationBean.ClientBean client;

  NoRecordBean(AuthorizationBean.ClientBean client) {
    this.client = client;
  }

  public AuthorizationBean.ClientBean getClient() {
    return client;
  }
}
