package org.memberexchange.keycloak.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider;
import org.keycloak.protocol.oidc.encode.AccessTokenContext;
import org.keycloak.protocol.oidc.encode.TokenContextEncoderProvider;
import org.keycloak.representations.AccessToken;
import org.keycloak.util.JsonSerialization;
import org.keycloak.util.TokenUtil;
import org.memberexchange.keycloak.policy.AppRules;
import org.memberexchange.keycloak.use.AuthorizationUse;

/**
 * Token introspection. The one client that is configured as the facade's is told the choice as it is now, written after every mapper of the token's client has
 * run and whatever mappers there are, so that no client's configuration can forge it. Whoever else is in the audience of a token with scopes of records is told
 * what SMART App Launch wants and no more; a token whose authorization is worth nothing is not active.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7662">RFC 7662</a>
 * @see <a href="https://hl7.org/fhir/smart-app-launch/token-introspection.html">SMART App Launch 2.2, token introspection</a>
 */
class MemberIntrospectionProvider extends AccessTokenIntrospectionProvider<AccessToken> {
  static final String CLAIM = "member_authorization";
  private static final Set<String> GRANTS = Set.of("authorization_code", "refresh_token");
  /** RFC 7662, section 2.2, without the member's username; and the launch context. */
  private static final List<String> TOLD_TO_OTHERS =
      List.of("active", "scope", "client_id", "token_type", "exp", "iat", "sub", "aud", "iss", "jti", "jwt", "patient", "fhirUser");

  MemberIntrospectionProvider(KeycloakSession session) {
    super(session);
  }

  @Override
  public Response introspect(String tokenText, EventBuilder events) {
    Response answer = super.introspect(tokenText, events);
    if (transformedToken == null || !isAskedByOther()) return answer;
    try {
      ObjectNode told = JsonSerialization.readValue((byte[]) answer.getEntity(), ObjectNode.class);
      return Response.ok(JsonSerialization.writeValueAsBytes(told.retain(TOLD_TO_OTHERS))).type(MediaType.APPLICATION_JSON_TYPE).build();
    } catch (Exception unreadable) {
      throw new IllegalStateException("the introspection answer could not be cut down", unreadable);
    }
  }

  /** What is not active is told nothing else of: Keycloak would hand its JWT to whoever may have one. */
  @Override
  protected boolean introspectionChecks(String tokenText) {
    boolean active = super.introspectionChecks(tokenText) && (!isAskedByOther() || isWorthSomething());
    if (!active) transformedToken = null;
    return active;
  }

  /** As others are told it: the scope as the token response said it, without what has been taken away since; the patient; and who the member is. */
  private boolean isWorthSomething() {
    Optional<EffectiveAuthorization> found = effective(token, userSession);
    if (found.isEmpty()) {
      eventBuilder.error(Errors.INVALID_TOKEN);
      return false;
    }
    EffectiveAuthorization authorization = found.get();
    Set<String> scope = authorization.scopeAsGranted();
    transformedToken.setScope(String.join(" ", scope));
    transformedToken.setOtherClaims("patient", authorization.patientId());
    LaunchContextMapper.fhirUser(client, authorization, scope).ifPresent(url -> transformedToken.setOtherClaims("fhirUser", url));
    return true;
  }

  @Override
  public AccessToken transformAccessToken(AccessToken token, UserSessionModel userSession) {
    AccessToken answer = super.transformAccessToken(token, userSession);
    Map<String, Object> claims = answer.getOtherClaims();
    claims.remove(MemberAuthorizationMapper.ID_CLAIM);
    claims.remove(CLAIM);
    // the client is known only in an introspection; the account API asks for the mappers' work alone
    if (client != null && isAskedByFacade())
      effective(token, userSession).ifPresent(authorization -> {
        claims.put(CLAIM, authorization.claim());
        AuthorizationUse.today(session, authorization.id());
      });
    claims.remove(TokenProof.CLAIM);
    return answer;
  }

  private Optional<EffectiveAuthorization> effective(AccessToken token, UserSessionModel userSession) {
    if (userSession == null || !TokenUtil.TOKEN_TYPE_BEARER.equals(token.getType()) || !isOfAllowedGrant(token)) return Optional.empty();
    AuthenticatedClientSessionModel clientSession = userSession.getAuthenticatedClientSessionByClient(client.getId());
    return EffectiveAuthorization.of(session, userSession, clientSession, token)
        .filter(authorization -> TokenProof.holds(session, token, userSession, client, authorization.id()));
  }

  /** Also for a client that is no app and was given scopes of records: its token is worth nothing. */
  private boolean isAskedByOther() {
    boolean isOfRecords = AppRules.isApp(client) || (token.getScope() != null && token.getScope().contains("patient/"));
    return isOfRecords && !isAskedByFacade();
  }

  /** The facade's client is named in the mapper that every app has by its default client scope; of a client that is no app, the realm's scope counts. */
  private boolean isAskedByFacade() {
    ClientModel caller = session.getContext().getClient();
    ClientScopeModel scope = client.getClientScopes(true).get(AppRules.DEFAULT_SCOPE);
    if (scope == null && !AppRules.isApp(client)) scope = KeycloakModelUtils.getClientScopeByName(session.getContext().getRealm(), AppRules.DEFAULT_SCOPE);
    if (caller == null || scope == null) return false;
    return scope
        .getProtocolMappersStream()
        .filter(mapper -> MemberAuthorizationMapper.ID.equals(mapper.getProtocolMapper()))
        .map(ProtocolMapperModel::getConfig)
        .anyMatch(config -> caller.getClientId().equals(config.get(MemberAuthorizationMapper.INTROSPECTION_CLIENT)));
  }

  private boolean isOfAllowedGrant(AccessToken token) {
    AccessTokenContext origin = session.getProvider(TokenContextEncoderProvider.class).getTokenContextFromTokenId(token.getId());
    return GRANTS.contains(origin.getGrantType());
  }
}
