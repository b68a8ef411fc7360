package org.memberexchange.keycloak.record;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.memberexchange.keycloak.app.AppDecisionEntity;
import org.memberexchange.keycloak.mail.EndReminderEntity;
import org.memberexchange.keycloak.use.AuthorizationUseEntity;

/** Registers the record's tables with Keycloak's own database, transaction and schema update. */
public class MemberAuthorizationJpaProvider implements JpaEntityProvider, JpaEntityProviderFactory {
  static final String ID = "member-authorization";
  static final String CHANGELOG = "META-INF/member-authorization-changelog.xml";

  @Override
  public List<Class<?>> getEntities() {
    return List.of(MemberAuthorizationEntity.class, AuthorizationUseEntity.class, EndReminderEntity.class, AppDecisionEntity.class);
  }

  @Override
  public String getChangelogLocation() {
    return CHANGELOG;
  }

  @Override
  public String getFactoryId() {
    return ID;
  }

  @Override
  public JpaEntityProvider create(KeycloakSession session) {
    return this;
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(new SchemaGuard());
  }

  @Override
  public void close() {}
}
