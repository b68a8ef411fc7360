package org.memberexchange.keycloak.clientpolicy;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/** Offers {@link AppRulesExecutor} as {@value #ID}. */
public class AppRulesExecutorFactory extends OwnExecutorFactory {
  public static final String ID = "member-exchange-app-rules";

  @Override
  public ClientPolicyExecutorProvider<?> create(KeycloakSession session) {
    return new AppRulesExecutor(session);
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getHelpText() {
    return "No app is registered or changed so that it breaks a rule for apps; each registration and removal is written to the ledger.";
  }
}
