package org.memberexchange.keycloak.token;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.encode.AccessTokenContext;
import org.keycloak.protocol.oidc.encode.TokenContextEncoderProvider;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;

/**
 * Puts the authorization id, and nothing else of the choice, into the access token; and the choice as it is now into the introspection answer for the
 * one client that is configured as the facade's. It writes after every other mapper and removes what another may have written under these names.
 */
public class MemberAuthorizationMapper extends AbstractOIDCProtocolMapper implements OIDCAccessTokenMapper, TokenIntrospectionTokenMapper {
  public static final String ID = "member-authorization-id";
  static final String ID_CLAIM = "member_authorization_id";
  static final String CLAIM = "member_authorization";
  /** Mapper configuration: client id of the facade. */
  static final String INTROSPECTION_CLIENT = "introspection.client";
  private static final Set<String> GRANTS = Set.of("authorization_code", "refresh_token");

  @Override
  public AccessToken transformAccessToken(
      AccessToken token, ProtocolMapperModel mapping, KeycloakSession session, UserSessionModel userSession, ClientSessionContext context) {
    clear(token);
    EffectiveAuthorization.of(session, userSession, context.getClientSession(), null)
        .ifPresent(authorization -> token.getOtherClaims().put(ID_CLAIM, authorization.id()));
    return token;
  }

  @Override
  public AccessToken transformIntrospectionToken(
      AccessToken token, ProtocolMapperModel mapping, KeycloakSession session, UserSessionModel userSession, ClientSessionContext context) {
    clear(token);
    ClientModel caller = session.getContext().getClient();
    String facade = mapping.getConfig().get(INTROSPECTION_CLIENT);
    if (facade == null || caller == null || !facade.equals(caller.getClientId()) || !isOfAllowedGrant(token, session)) return token;
    if (token.getIat() == null || !AuthorizationBinding.tokenBelongsTo(context.getClientSession(), token.getIat())) return token;
    Optional<EffectiveAuthorization> authorization = EffectiveAuthorization.of(session, userSession, context.getClientSession(), token.getScope());
    authorization.map(EffectiveAuthorization::claim).ifPresent(claim -> token.getOtherClaims().put(CLAIM, claim));
    return token;
  }

  private static void clear(AccessToken token) {
    Map<String, Object> claims = token.getOtherClaims();
    claims.remove(ID_CLAIM);
    claims.remove(CLAIM);
  }

  private static boolean isOfAllowedGrant(AccessToken token, KeycloakSession session) {
    AccessTokenContext origin = session.getProvider(TokenContextEncoderProvider.class).getTokenContextFromTokenId(token.getId());
    return GRANTS.contains(origin.getGrantType());
  }

  @Override
  public int getPriority() {
    return Integer.MAX_VALUE;
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayCategory() {
    return TOKEN_MAPPER_CATEGORY;
  }

  @Override
  public String getDisplayType() {
    return "Member authorization";
  }

  @Override
  public String getHelpText() {
    return "Authorization id in the access token; what the member shares now in the introspection answer for the facade's client.";
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    ProviderConfigProperty client = new ProviderConfigProperty();
    client.setName(INTROSPECTION_CLIENT);
    client.setLabel("Introspection client");
    client.setHelpText("Client id of the FHIR facade; only its introspection answers carry what the member shares.");
    client.setType(ProviderConfigProperty.STRING_TYPE);
    return List.of(client);
  }
}
