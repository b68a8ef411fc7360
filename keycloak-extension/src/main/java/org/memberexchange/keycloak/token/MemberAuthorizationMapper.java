package org.memberexchange.keycloak.token;

import java.util.List;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;

/**
 * Puts the authorization id with its proof, and nothing else of the choice, into the access token, which lives no longer than the authorization. It writes after every other mapper and removes what another may have
 * written under this name. Its configuration names the facade's client for {@link MemberIntrospectionProvider}.
 */
public class MemberAuthorizationMapper extends AbstractOIDCProtocolMapper implements OIDCAccessTokenMapper {
  public static final String ID = "member-authorization-id";
  static final String ID_CLAIM = "member_authorization_id";
  /** Mapper configuration: client id of the facade. */
  static final String INTROSPECTION_CLIENT = "introspection.client";

  @Override
  public AccessToken transformAccessToken(
      AccessToken token, ProtocolMapperModel mapping, KeycloakSession session, UserSessionModel userSession, ClientSessionContext context) {
    token.getOtherClaims().remove(ID_CLAIM);
    token.getOtherClaims().remove(TokenProof.CLAIM);
    token.getOtherClaims().remove(ScopeClaim.WITHOUT);
    EffectiveAuthorization.of(session, userSession, context.getClientSession(), null).ifPresent(authorization -> {
      // an authorization that ends sooner than tokens do: no token says that it is good beyond that
      authorization.end().filter(end -> token.getExp() == null || end < token.getExp()).ifPresent(token::exp);
      String id = authorization.id();
      token.getOtherClaims().put(ID_CLAIM, id);
      token.getOtherClaims().put(TokenProof.CLAIM, TokenProof.of(session, token, userSession, context.getClientSession().getClient(), id));
      ScopeClaim.shorten(token, authorization.granted());
    });
    return token;
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
