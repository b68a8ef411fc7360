package org.memberexchange.keycloak.clientpolicy;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProviderFactory;

/** Offers {@link AppRulesExecutor} as {@value #ID}. */
public class AppRulesExecutorFactory implements ClientPolicyExecutorProviderFactory {
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

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    return List.of();
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
