package org.memberexchange.keycloak.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.keycloak.models.ClientModel;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.memberexchange.keycloak.record.MemberAuthorizationEntity;

/** What every app's client must be. One table for all: it is looked at when a client is written, before the screen and at each introspection. */
public final class AppRules {
  public static final String OWNER_TYPE = "owner_type";
  public static final String OWNER_NAME = "owner_name";
  /** {@code true} when the plan checked who owns the app. */
  public static final String VERIFIED = "verified";
  public static final String REGISTERED_SCOPES = "registered_scopes";
  /** Default client scope of every app; carries our mappers. */
  public static final String DEFAULT_SCOPE = "member-authorization";
  /** Default client scopes that put nothing of the member into tokens. */
  public static final List<String> DEFAULT_SCOPES = List.of("basic", DEFAULT_SCOPE);

  /** A rule that is not kept: its name in docs/apps.md, and one sentence for whoever has to mend it. */
  public record Broken(String rule, String sentence) {}

  private record Rule(String name, String sentence, BiPredicate<ClientModel, SharingPolicy> isKept) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule("owner-type", "owner_type must be a kind of owner that the plan has", (app, policy) -> owner(app, policy).isPresent()),
          new Rule("consent-required", "consent must be required", (app, policy) -> app.isConsentRequired()),
          new Rule("full-scope", "full scope must be off", (app, policy) -> !app.isFullScopeAllowed()),
          new Rule("standard-flow", "the authorization code flow must be on", (app, policy) -> app.isStandardFlowEnabled()),
          new Rule("implicit-grant", "the implicit grant must be off", (app, policy) -> !app.isImplicitFlowEnabled()),
          new Rule("password-grant", "direct access grants must be off", (app, policy) -> !app.isDirectAccessGrantsEnabled()),
          new Rule("service-account", "the app must have no service account", (app, policy) -> !app.isServiceAccountsEnabled()),
          off("device-grant", "the device grant must be off", "oauth2.device.authorization.grant.enabled"),
          off("ciba-grant", "CIBA must be off", "oidc.ciba.grant.enabled"),
          off("token-exchange", "token exchange must be off", "standard.token.exchange.enabled"),
          off("jwt-grant", "the JWT authorization grant must be off", "oauth2.jwt.authorization.grant.enabled"),
          new Rule("pkce", "PKCE with S256 must be required", (app, policy) -> "S256".equals(app.getAttribute(OIDCConfigAttributes.PKCE_CODE_CHALLENGE_METHOD))),
          new Rule("protocol-mappers", "the app must have no protocol mappers of its own", (app, policy) -> app.getProtocolMappersStream().findAny().isEmpty()),
          new Rule("default-scopes", "the default client scopes must be " + String.join(" and ", DEFAULT_SCOPES) + " alone", (app, policy) -> hasOurDefaults(app)),
          new Rule("role-scopes", "the app must have no roles in its scope, and so no audience account", (app, policy) -> app.getScopeMappingsStream().findAny().isEmpty()),
          new Rule("redirect-uris", "every redirect URI must be exact and https (http only on a loopback address), without wildcard, fragment and user name", (app, policy) -> hasExactRedirectUris(app)),
          new Rule("links", "website, logo, policy, terms and JWKS addresses must be https (http only on a loopback address)", (app, policy) -> AppUris.of(app).allMatch(AppUris::isLink)),
          new Rule("client-authentication", "this kind of owner must authenticate in another way", (app, policy) -> owner(app, policy).filter(kind -> kind.clientAuthentication().contains(ClientAuthentication.of(app))).isPresent()));

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
    return owner(client, policy).map(SharingPolicy.OwnerType::durations).orElse(List.of());
  }

  /** Every rule that the client breaks, whether it is enabled or not. */
  public static List<Broken> allBrokenBy(ClientModel client, SharingPolicy policy) {
    return RULES.stream().filter(rule -> !rule.isKept().test(client, policy)).map(rule -> new Broken(rule.name(), rule.sentence())).toList();
  }

  /** Why the app may not be used, in words for the log; empty when it is enabled and keeps all rules. */
  public static Optional<String> brokenBy(ClientModel client, SharingPolicy policy) {
    if (!client.isEnabled()) return Optional.of("the client is disabled");
    return RULES.stream().filter(rule -> !rule.isKept().test(client, policy)).findFirst().map(Rule::sentence);
  }

  private static Rule off(String name, String sentence, String attribute) {
    return new Rule(name, sentence, (app, policy) -> !Boolean.parseBoolean(app.getAttribute(attribute)));
  }

  private static Optional<SharingPolicy.OwnerType> owner(ClientModel app, SharingPolicy policy) {
    return Optional.ofNullable(app.getAttribute(OWNER_TYPE)).map(policy.ownerTypes()::get);
  }

  private static boolean hasOurDefaults(ClientModel app) {
    Set<String> defaults = app.getClientScopes(true).keySet();
    return defaults.contains(DEFAULT_SCOPE) && DEFAULT_SCOPES.containsAll(defaults);
  }

  private static boolean hasExactRedirectUris(ClientModel app) {
    return !app.getRedirectUris().isEmpty() && app.getRedirectUris().stream().allMatch(AppUris::isRedirect);
  }
}
