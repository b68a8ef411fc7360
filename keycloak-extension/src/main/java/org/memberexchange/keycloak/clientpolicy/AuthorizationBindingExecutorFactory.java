package org.memberexchange.keycloak.clientpolicy;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/** Offers {@link AuthorizationBindingExecutor} as {@value #ID}. */
public class AuthorizationBindingExecutorFactory extends OwnExecutorFactory {
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
}
