package org.memberexchange.keycloak.page;

/** What {@code no-record.ftl} gets (docs/contracts.md, section 4). */
public final class NoRecordBean {
  private final ClientBean client;

  NoRecordBean(ClientBean client) {
    this.client = client;
  }

  public ClientBean getClient() {
    return client;
  }
}
