package org.memberexchange.keycloak.token;

import java.util.List;
import java.util.Optional;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenResponseMapper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.representations.IDToken;

/**
 * SMART launch context: {@code patient} beside the access token and {@code fhirUser}, for a member with their own record, in the ID token. An authorization for <em>only this time</em> gets no
 * refresh token.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/scopes-and-launch-context.html">SMART App Launch 2.2, launch context</a>
 */
public class LaunchContextMapper extends AbstractOIDCProtocolMapper implements OIDCAccessTokenResponseMapper, OIDCIDTokenMapper {
  public static final String ID = "smart-launch-context";
  /** Mapper configuration: the facade's public FHIR base URL. */
  static final String FHIR_BASE_URL = "fhir.base.url";

  @Override
  public AccessTokenResponse transformAccessTokenResponse(
      AccessTokenResponse response, ProtocolMapperModel mapping, KeycloakSession session, UserSessionModel userSession, ClientSessionContext context) {
    Optional<EffectiveAuthorization> authorization = EffectiveAuthorization.of(session, userSession, context.getClientSession(), null);
    response.getOtherClaims().remove("patient");
    authorization.ifPresent(value -> {
      response.setOtherClaims("patient", value.patientId());
      response.setOtherClaims("need_patient_banner", false);
    });
    if (authorization.isEmpty() || authorization.get().isOnce()) {
      response.setRefreshToken(null);
      response.setRefreshExpiresIn(0);
    }
    return response;
  }

  @Override
  public IDToken transformIDToken(
      IDToken token, ProtocolMapperModel mapping, KeycloakSession session, UserSessionModel userSession, ClientSessionContext context) {
    token.getOtherClaims().remove("fhirUser");
    String base = mapping.getConfig().get(FHIR_BASE_URL);
    boolean granted = context.getClientScopesStream().anyMatch(scope -> scope.getName().equals("fhirUser"));
    if (base != null && granted)
      EffectiveAuthorization.of(session, userSession, context.getClientSession(), null)
          .filter(EffectiveAuthorization::isOwnRecord)
          .ifPresent(value -> token.setOtherClaims("fhirUser", base + "/Patient/" + value.patientId()));
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
    return "SMART launch context";
  }

  @Override
  public String getHelpText() {
    return "The authorization's patient in the token response and fhirUser in the ID token.";
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    ProviderConfigProperty base = new ProviderConfigProperty();
    base.setName(FHIR_BASE_URL);
    base.setLabel("FHIR base URL");
    base.setHelpText("Public base URL of the FHIR facade, without a slash at the end.");
    base.setType(ProviderConfigProperty.STRING_TYPE);
    return List.of(base);
  }
}
