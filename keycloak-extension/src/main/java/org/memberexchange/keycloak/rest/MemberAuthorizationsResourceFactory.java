package org.memberexchange.keycloak.rest;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Offers {@link MemberAuthorizationsResource} at {@code /realms/{realm}/member-authorizations}. */
public class MemberAuthorizationsResourceFactory implements RealmResourceProviderFactory {
  public static final String ID = "member-authorizations";

  @Override
  public RealmResourceProvider create(KeycloakSession session) {
    return new RealmResourceProvider() {
      @Override
      public Object getResource() {
        return new MemberAuthorizationsResource(session);
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
