package org.memberexchange.keycloak.clientpolicy;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProviderFactory;

/** Offers {@link SmartClientAssertionExecutor} as {@value #ID}. */
public class SmartClientAssertionExecutorFactory implements ClientPolicyExecutorProviderFactory {
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
