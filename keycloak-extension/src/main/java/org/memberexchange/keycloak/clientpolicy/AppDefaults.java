package org.memberexchange.keycloak.clientpolicy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.keycloak.representations.idm.ClientRepresentation;
import org.memberexchange.keycloak.policy.AppRules;

/** What a new app's client is where its registration says nothing. What it says stays, and is judged by the rules. */
final class AppDefaults {
  /** Scopes of SMART App Launch that stand for no records. */
  private static final Set<String> LAUNCH = Set.of("launch/patient", "fhirUser", "offline_access");

  private AppDefaults() {}

  static void fill(ClientRepresentation client) {
    if (client.isConsentRequired() == null) client.setConsentRequired(true);
    if (client.isFullScopeAllowed() == null) client.setFullScopeAllowed(false);
    if (client.isDirectAccessGrantsEnabled() == null) client.setDirectAccessGrantsEnabled(false);
    Map<String, String> attributes = new HashMap<>(client.getAttributes());
    attributes.putIfAbsent(OIDCConfigAttributes.PKCE_CODE_CHALLENGE_METHOD, "S256");
    // SMART App Launch lets an assertion live five minutes; Keycloak's own minute refuses clients that keep to it
    attributes.putIfAbsent(OIDCConfigAttributes.TOKEN_ENDPOINT_AUTH_SIGNING_MAX_EXP, "315");
    client.setAttributes(attributes);
    if (client.getProtocolMappers() == null) client.setProtocolMappers(List.of());
  }

  /** Keycloak itself names {@code basic} when a registration has optional scopes alone. */
  static boolean isSilentAboutScopes(ClientRepresentation client) {
    List<String> defaults = client.getDefaultClientScopes();
    List<String> optional = client.getOptionalClientScopes();
    return (defaults == null || defaults.isEmpty() || defaults.equals(List.of("basic"))) && (optional == null || optional.isEmpty());
  }

  /** Our default scopes and every scope of records as an optional one: what is not registered is dropped from a request and does not fail it. */
  static void assignScopes(RealmModel realm, ClientModel client) {
    client.getClientScopes(true).values().forEach(client::removeClientScope);
    client.getClientScopes(false).values().forEach(client::removeClientScope);
    Map<String, ClientScopeModel> scopes = realm.getClientScopesStream().collect(Collectors.toMap(ClientScopeModel::getName, scope -> scope));
    AppRules.DEFAULT_SCOPES.stream().map(scopes::get).filter(scope -> scope != null).forEach(scope -> client.addClientScope(scope, true));
    scopes.values().stream().filter(scope -> isSmart(scope.getName())).forEach(scope -> client.addClientScope(scope, false));
  }

  /** Of these words, those that the realm has as scopes of SMART App Launch. */
  static Set<String> supported(RealmModel realm, List<String> words) {
    Set<String> known = realm.getClientScopesStream().map(ClientScopeModel::getName).filter(AppDefaults::isSmart).collect(Collectors.toSet());
    known.add("openid");
    return words.stream().filter(known::contains).collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isSmart(String name) {
    return name.startsWith("patient/") || LAUNCH.contains(name);
  }
}
