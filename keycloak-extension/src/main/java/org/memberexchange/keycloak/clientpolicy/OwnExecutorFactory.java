package org.memberexchange.keycloak.clientpolicy;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProviderFactory;

/** What the factories of our executors have in common: nothing to configure unless one says so, nothing to start and nothing to close. */
abstract class OwnExecutorFactory implements ClientPolicyExecutorProviderFactory {
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
