package org.memberexchange.keycloak.page;

import org.keycloak.models.ClientModel;
import org.memberexchange.keycloak.policy.AppRules;

/** Who asks. */
public final class ClientBean {
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
    return text(client.getAttribute(AppRules.OWNER_NAME));
  }

  public boolean isVerified() {
    return Boolean.parseBoolean(client.getAttribute(AppRules.VERIFIED));
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
