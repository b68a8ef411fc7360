package org.memberexchange.keycloak.token;

import java.util.Map;
import java.util.Set;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider;
import org.keycloak.protocol.oidc.encode.AccessTokenContext;
import org.keycloak.protocol.oidc.encode.TokenContextEncoderProvider;
import org.keycloak.representations.AccessToken;
import org.keycloak.util.TokenUtil;
import org.memberexchange.keycloak.policy.AppRules;
import org.memberexchange.keycloak.use.AuthorizationUse;

/**
 * Token introspection as Keycloak does it, and the choice as it is now for the one client that is configured as the facade's. Written after every mapper
 * of the token's client has run and whatever mappers there are, so that no client's configuration can forge it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7662">RFC 7662</a>
 */
class MemberIntrospectionProvider extends AccessTokenIntrospectionProvider<AccessToken> {
  static final String CLAIM = "member_authorization";
  private static final Set<String> GRANTS = Set.of("authorization_code", "refresh_token");

  MemberIntrospectionProvider(KeycloakSession session) {
    super(session);
  }

  @Override
  public AccessToken transformAccessToken(AccessToken token, UserSessionModel userSession) {
    AccessToken answer = super.transformAccessToken(token, userSession);
    Map<String, Object> claims = answer.getOtherClaims();
    claims.remove(MemberAuthorizationMapper.ID_CLAIM);
    claims.remove(CLAIM);
    // the client is known only in an introspection; the account API asks for the mappers' work alone
    if (client != null && TokenUtil.TOKEN_TYPE_BEARER.equals(token.getType()) && isAskedByFacade() && isOfAllowedGrant(token)) {
      AuthenticatedClientSessionModel clientSession = userSession.getAuthenticatedClientSessionByClient(client.getId());
      EffectiveAuthorization.of(session, userSession, clientSession, token.getScope())
          .filter(authorization -> TokenProof.holds(session, token, userSession, client, authorization.id()))
          .ifPresent(authorization -> {
            claims.put(CLAIM, authorization.claim());
            AuthorizationUse.today(session, authorization.id());
          });
    }
    claims.remove(TokenProof.CLAIM);
    return answer;
  }

  /** The facade's client is named in the mapper that every app has by its default client scope. */
  private boolean isAskedByFacade() {
    ClientModel caller = session.getContext().getClient();
    ClientScopeModel scope = client.getClientScopes(true).get(AppRules.DEFAULT_SCOPE);
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
