package org.memberexchange.keycloak.clientpolicy;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/** Offers {@link SmartClientAssertionExecutor} as {@value #ID}. */
public class SmartClientAssertionExecutorFactory extends OwnExecutorFactory {
  public static final String ID = "smart-client-assertion";

  @Override
  public ClientPolicyExecutorProvider<?> create(KeycloakSession session) {
    return new SmartClientAssertionExecutor(session);
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getHelpText() {
    return "A signed client assertion ends five minutes from now at the latest.";
  }
}
