package org.memberexchange.keycloak.mail;

import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.UrlType;

/** Address of the page of connected apps, as a member's browser reaches it. */
final class PageAddress {
  private PageAddress() {}

  static URI ofRequest(KeycloakSession session) {
    return page(session.getContext().getUri(UrlType.FRONTEND).getBaseUri(), session.getContext().getRealm());
  }

  /** Without a request the address is known only where an administrator has set it whole. */
  static Optional<URI> configured(RealmModel realm) {
    return Optional.ofNullable(realm.getAttribute("frontendUrl"))
        .or(() -> Optional.ofNullable(Config.scope("hostname", "v2").get("hostname")))
        .filter(address -> address.matches("https?://.+"))
        .map(address -> page(URI.create(address), realm));
  }

  private static URI page(URI base, RealmModel realm) {
    return UriBuilder.fromUri(base).path("realms").path(realm.getName()).path("account/applications").build();
  }
}
