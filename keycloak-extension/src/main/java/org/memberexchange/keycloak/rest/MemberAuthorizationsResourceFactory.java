package org.memberexchange.keycloak.rest;

import java.time.Duration;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;
import org.memberexchange.keycloak.mail.EndReminders;

/**
 * Offers {@link MemberAuthorizationsResource} at {@code /realms/{realm}/member-authorizations}, and looks every {@code remind-every-seconds} (an hour) for
 * authorizations that end soon.
 */
public class MemberAuthorizationsResourceFactory implements RealmResourceProviderFactory {
  public static final String ID = "member-authorizations";
  private Duration remindEvery;

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
  public void init(Config.Scope config) {
    remindEvery = Duration.ofSeconds(config.getLong("remind-every-seconds", Duration.ofHours(1).toSeconds()));
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(event -> {
      if (event instanceof PostMigrationEvent migrated) EndReminders.schedule(migrated.getFactory(), remindEvery);
    });
  }

  @Override
  public void close() {}
}
