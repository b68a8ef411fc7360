package org.memberexchange.keycloak.clientpolicy;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProviderFactory;

/** Offers {@link AuthorizationBindingExecutor} as {@value #ID}. */
public class AuthorizationBindingExecutorFactory implements ClientPolicyExecutorProviderFactory {
  public static final String ID = "member-authorization-binding";

  @Override
  public ClientPolicyExecutorProvider<?> create(KeycloakSession session) {
    return new AuthorizationBindingExecutor(session);
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getHelpText() {
    return "Codes and refresh tokens of apps are good only under the member authorization for which they were issued.";
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
