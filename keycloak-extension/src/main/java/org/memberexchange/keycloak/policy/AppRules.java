package org.memberexchange.keycloak.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.memberexchange.keycloak.record.MemberAuthorizationEntity;

/** What every app's client must be, checked where it counts: before the screen and at each introspection. */
public final class AppRules {
  public static final String OWNER_TYPE = "owner_type";
  public static final String REGISTERED_SCOPES = "registered_scopes";
  /** Default client scope of every app; carries our mappers. */
  public static final String DEFAULT_SCOPE = "member-authorization";
  /** Default client scopes that put nothing of the member into tokens. */
  private static final Set<String> HARMLESS_DEFAULTS = Set.of(DEFAULT_SCOPE, "basic");
  private static final List<String> FORBIDDEN_GRANTS =
      List.of("oauth2.device.authorization.grant.enabled", "oidc.ciba.grant.enabled", "standard.token.exchange.enabled", "oauth2.jwt.authorization.grant.enabled");

  private AppRules() {}

  /** Whether the client stands for an app of one of the owner types; others never reach the authorization screen. */
  public static boolean isApp(ClientModel client) {
    return client.getAttribute(OWNER_TYPE) != null;
  }

  /** Scopes that the plan registered for the app; none when the attribute is missing. */
  public static Set<String> registeredScopes(ClientModel client) {
    String scopes = client.getAttribute(REGISTERED_SCOPES);
    return scopes == null ? Set.of() : MemberAuthorizationEntity.words(scopes);
  }

  /** How long the app's kind of owner may be authorised, shortest first; empty when the owner type is unknown. */
  public static List<String> durations(ClientModel client, SharingPolicy policy) {
    SharingPolicy.OwnerType owner = policy.ownerTypes().get(client.getAttribute(OWNER_TYPE));
    return owner == null ? List.of() : owner.durations();
  }

  /** The first rule that the client breaks, in words for the log; empty when it keeps all. */
  public static Optional<String> brokenBy(ClientModel client, SharingPolicy policy) {
    String owner = client.getAttribute(OWNER_TYPE);
    if (owner == null || !policy.ownerTypes().containsKey(owner)) return Optional.of("owner type is missing or unknown");
    if (!client.isEnabled()) return Optional.of("client is disabled");
    if (!client.isConsentRequired()) return Optional.of("consent is not required");
    if (client.isFullScopeAllowed()) return Optional.of("full scope is allowed");
    if (!client.isStandardFlowEnabled()) return Optional.of("standard flow is off");
    if (client.isImplicitFlowEnabled()) return Optional.of("implicit flow is on");
    if (client.isDirectAccessGrantsEnabled()) return Optional.of("direct access grants are on");
    if (client.isServiceAccountsEnabled()) return Optional.of("service account is on");
    for (String grant : FORBIDDEN_GRANTS) if (Boolean.parseBoolean(client.getAttribute(grant))) return Optional.of(grant + " is on");
    if (!"S256".equals(client.getAttribute(OIDCConfigAttributes.PKCE_CODE_CHALLENGE_METHOD))) return Optional.of("PKCE S256 is not required");
    if (client.getProtocolMappersStream().findAny().isPresent()) return Optional.of("client has protocol mappers of its own");
    if (!client.getClientScopes(true).containsKey(DEFAULT_SCOPE)) return Optional.of("default client scope " + DEFAULT_SCOPE + " is missing");
    if (!HARMLESS_DEFAULTS.containsAll(client.getClientScopes(true).keySet())) return Optional.of("client has other default client scopes");
    if (client.getRedirectUris().stream().anyMatch(uri -> uri.contains("*"))) return Optional.of("a redirect URI has a wildcard");
    return Optional.empty();
  }
}
