package org.memberexchange.keycloak.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.connections.jpa.util.JpaUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Ends Keycloak's start on a database that a newer version of this extension has changed: what its rows mean is not known here. */
final class SchemaGuard implements ProviderEventListener {
  @Override
  public void onEvent(ProviderEvent event) {
    // thrown in this event, an exception ends the start before the first request is answered
    if (event instanceof PostMigrationEvent migrated) KeycloakModelUtils.runJobInTransaction(migrated.getFactory(), SchemaGuard::requireKnownSchema);
  }

  private static void requireKnownSchema(KeycloakSession session) {
    Set<String> unknown = new LinkedHashSet<>(applied(session));
    unknown.removeAll(known());
    if (unknown.isEmpty()) return;
    throw new IllegalStateException(
        "The database was changed by a newer version of the member-authorization extension (" + String.join(", ", unknown)
            + "): start Keycloak with that version or a newer one, or restore the database from before the upgrade.");
  }

  /** Ids of our change sets that this database has gone through. */
  private static List<String> applied(KeycloakSession session) {
    return session
        .getProvider(JpaConnectionProvider.class)
        .getEntityManager()
        .createNativeQuery("select ID from {h-schema}" + JpaUtils.getCustomChangelogTableName(MemberAuthorizationJpaProvider.ID) + " order by ORDEREXECUTED", String.class)
        .getResultStream()
        .map(String.class::cast)
        .toList();
  }

  /** Ids of the change sets in this jar. */
  private static Set<String> known() {
    try (InputStream changelog = SchemaGuard.class.getClassLoader().getResourceAsStream(MemberAuthorizationJpaProvider.CHANGELOG)) {
      NodeList changeSets = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().parse(changelog).getElementsByTagNameNS("*", "changeSet");
      Set<String> ids = new LinkedHashSet<>();
      for (int index = 0; index < changeSets.getLength(); index++) ids.add(changeSets.item(index).getAttributes().getNamedItem("id").getNodeValue());
      return ids;
    } catch (IOException | SAXException | ParserConfigurationException error) {
      throw new IllegalStateException("The changelog of the member-authorization extension cannot be read: build its jar again.", error);
    }
  }
}
