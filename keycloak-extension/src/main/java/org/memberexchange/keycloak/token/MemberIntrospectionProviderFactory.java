package org.memberexchange.keycloak.token;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;

/** Takes the place of Keycloak's own provider for access tokens. */
public class MemberIntrospectionProviderFactory extends AccessTokenIntrospectionProviderFactory {
  @Override
  public TokenIntrospectionProvider create(KeycloakSession session) {
    return new MemberIntrospectionProvider(session);
  }

  /** More than Keycloak's own, so that which one is taken does not hang on the order of jars. */
  @Override
  public int order() {
    return super.order() + 1;
  }
}
