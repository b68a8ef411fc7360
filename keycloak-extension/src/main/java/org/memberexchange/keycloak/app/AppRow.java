package org.memberexchange.keycloak.app;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.ClientEntity;

/** The app's row in the database. Keycloak writes a client whole, so that two changes at the same time would undo each other's switch. */
public final class AppRow {
  private AppRow() {}

  /** Locks the row until the transaction ends, and says whether the app is enabled by now; empty when it is gone. */
  public static Optional<Boolean> lock(KeycloakSession session, ClientModel app) {
    EntityManager entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    ClientEntity row = entities.find(ClientEntity.class, app.getId());
    if (row == null) return Optional.empty();
    try {
      entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
      return Optional.of(row.isEnabled());
    } catch (EntityNotFoundException removed) {
      return Optional.empty();
    }
  }
}
