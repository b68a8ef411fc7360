package org.memberexchange.keycloak.clientpolicy;

import static org.memberexchange.keycloak.clientpolicy.RegistrationChecks.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ClientRepresentation;
import org.memberexchange.keycloak.app.AppRow;
import org.memberexchange.keycloak.policy.AppRules;
import org.memberexchange.keycloak.policy.AppUris;

/**
 * Registration by a developer (RFC 7591, RFC 7592): who owns the app, whether the plan checked it and what it may be granted is not the app's to say. Members
 * are shown its words as unverified. What is not listed here is dropped, as RFC 7591 allows; the rules judge the rest.
 */
final class SelfRegistration {
  private static final String DEVELOPER = "developer";

  /** Attributes that an app may give itself, those by which it would break a rule among them: it is told so. */
  private static final Set<String> OWN_ATTRIBUTES =
      Set.of(
          "logoUri", "policyUri", "tosUri", "jwks.url", "jwks.string", "use.jwks.url", "use.jwks.string", "jwt.credential.public.key", "jwt.credential.kid",
          "jwt.credential.certificate", "token.endpoint.auth.signing.alg", "pkce.code.challenge.method", "id.token.signed.response.alg", "use.refresh.tokens",
          "require.pushed.authorization.requests", "dpop.bound.access.tokens", "oauth2.device.authorization.grant.enabled", "oidc.ciba.grant.enabled",
          "standard.token.exchange.enabled", "oauth2.jwt.authorization.grant.enabled");

  private final KeycloakSession session;

  SelfRegistration(KeycloakSession session) {
    this.session = session;
  }

  void register(ClientRepresentation client) {
    Map<String, String> said = said(client);
    requireSame("owner_type", said.get(AppRules.OWNER_TYPE), DEVELOPER);
    requireSame(AppRules.VERIFIED, said.get(AppRules.VERIFIED), "false");
    requireName("client_name", client.getName());
    String website = client.getBaseUrl();
    if (website == null || website.isBlank()) throw refused("client_uri is missing: name the app's website.");
    String host = AppUris.host(website).orElseThrow(() -> refused("client_uri must be the address of a website."));
    requireName("the host of client_uri", host);
    requireSame(AppRules.OWNER_NAME, said.get(AppRules.OWNER_NAME), host);
    requireFreeId(client.getClientId());
    List<String> redirectUris = Objects.requireNonNullElse(client.getRedirectUris(), List.of());
    requireAtHost(redirectUris, Optional.of(host));
    requireFetched(said.get("jwks.url"));

    List<String> asked = client.getOptionalClientScopes() == null ? List.of(said.getOrDefault(AppRules.REGISTERED_SCOPES, "").split(" ")) : client.getOptionalClientScopes();
    Set<String> scopes = AppDefaults.supported(session.getContext().getRealm(), asked);
    requireRecords(scopes, "scope names no scope of records that this plan supports, like patient/*.rs.");

    keepOwnAttributes(client, said);
    client.getAttributes().putAll(Map.of(AppRules.OWNER_TYPE, DEVELOPER, AppRules.OWNER_NAME, owner(host, redirectUris), AppRules.VERIFIED, "false", AppRules.REGISTERED_SCOPES, String.join(" ", scopes)));
    client.setId(null);
    client.setOptionalClientScopes(List.of());
    if (client.getDefaultClientScopes() == null) client.setDefaultClientScopes(List.of());
    dropTheRest(client);
    requireOidc(client);
  }

  /** Name, website and owner are what members were shown when they allowed the app; the plan changes them. */
  void update(ClientModel before, ClientRepresentation client) {
    if (!AppRules.isApp(before)) throw refused("Only apps may change themselves; ask the plan.");
    if (!AppRow.lock(session, before).orElse(false)) throw refused("The plan suspended the app, which cannot change itself meanwhile; ask the plan.");
    Map<String, String> said = said(client);
    requireSame("owner_type", said.get(AppRules.OWNER_TYPE), before.getAttribute(AppRules.OWNER_TYPE));
    requireSame(AppRules.VERIFIED, said.get(AppRules.VERIFIED), Objects.requireNonNullElse(before.getAttribute(AppRules.VERIFIED), "false"));
    requireSame(AppRules.OWNER_NAME, said.get(AppRules.OWNER_NAME), before.getAttribute(AppRules.OWNER_NAME));
    requireSame("client_name", client.getName(), before.getName());
    requireSame("client_uri", client.getBaseUrl(), before.getBaseUrl());
    boolean isVerified = Boolean.parseBoolean(before.getAttribute(AppRules.VERIFIED));
    if (isVerified) {
      requireSame("logo_uri", said.get("logoUri"), before.getAttribute("logoUri"));
      requireSame("policy_uri", said.get("policyUri"), before.getAttribute("policyUri"));
      requireSame("tos_uri", said.get("tosUri"), before.getAttribute("tosUri"));
      requireSameAuthentication(before, client);
      if (client.getRedirectUris() != null && !Set.copyOf(client.getRedirectUris()).equals(before.getRedirectUris()))
        throw refused("redirect_uris cannot be changed by the app itself, which the plan has verified; ask the plan.");
    }
    List<String> redirectUris = List.copyOf(client.getRedirectUris() == null ? before.getRedirectUris() : client.getRedirectUris());
    Optional<String> host = Optional.ofNullable(before.getBaseUrl()).flatMap(AppUris::host);
    requireAtHost(redirectUris.stream().filter(uri -> !before.getRedirectUris().contains(uri)).toList(), host);
    if (!Objects.equals(said.get("jwks.url"), before.getAttribute("jwks.url"))) requireFetched(said.get("jwks.url"));
    requireNoMore("default client scopes", client.getDefaultClientScopes(), before.getClientScopes(true).keySet());

    Set<String> scopes = new TreeSet<>(AppRules.registeredScopes(before));
    // Keycloak tells every optional scope in its answers, so that what is not registered is dropped and not refused
    if (said.containsKey(AppRules.REGISTERED_SCOPES)) scopes.retainAll(List.of(said.get(AppRules.REGISTERED_SCOPES).split(" ")));
    else if (client.getOptionalClientScopes() != null) scopes.removeIf(scope -> !scope.equals("openid") && !client.getOptionalClientScopes().contains(scope));
    requireRecords(scopes, "scope names no scope of records that the app is registered for; ask the plan for more.");

    keepOwnAttributes(client, said);
    client.getAttributes().put(AppRules.REGISTERED_SCOPES, String.join(" ", scopes));
    if (!isVerified && host.isPresent() && host.get().equals(before.getAttribute(AppRules.OWNER_NAME))) client.getAttributes().put(AppRules.OWNER_NAME, owner(host.get(), redirectUris));
    client.setDefaultClientScopes(null);
    client.setOptionalClientScopes(null);
    dropTheRest(client);
    requireOidc(client);
  }

  private static void keepOwnAttributes(ClientRepresentation client, Map<String, String> said) {
    Map<String, String> kept = new HashMap<>(said);
    kept.keySet().retainAll(OWN_ATTRIBUTES);
    client.setAttributes(kept);
  }

  /** Settings of Keycloak's own representation that are the plan's: other sign-in flows, addresses that Keycloak calls, roles for everybody. */
  private static void dropTheRest(ClientRepresentation client) {
    client.setSecret(null);
    client.setRootUrl(null);
    client.setAdminUrl(null);
    client.setWebOrigins(null);
    client.setDefaultRoles(null);
    client.setNotBefore(null);
    client.setAuthenticationFlowBindingOverrides(null);
    client.setAuthorizationSettings(null);
    client.setRegisteredNodes(null);
    client.setSurrogateAuthRequired(null);
    client.setAlwaysDisplayInConsole(null);
    client.setBearerOnly(null);
    client.setEnabled(null);
  }

  private static Map<String, String> said(ClientRepresentation client) {
    Map<String, String> said = new HashMap<>();
    if (client.getAttributes() != null)
      client.getAttributes().forEach((name, value) -> {
        if (value != null) said.put(name, value);
      });
    return said;
  }

  /** Who gets the codes, as far as the addresses show; empty when a code may go to any program on the member's machine, which is nobody's host. */
  private static String owner(String host, List<String> redirectUris) {
    return redirectUris.isEmpty() || redirectUris.stream().anyMatch(AppUris::isLoopback) ? "" : host;
  }

}
