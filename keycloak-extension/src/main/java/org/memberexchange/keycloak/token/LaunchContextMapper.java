package org.memberexchange.keycloak.token;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
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
import org.memberexchange.keycloak.policy.AppRules;

/**
 * SMART launch context: {@code patient} and the authorization's end beside the access token and {@code fhirUser}, for a member with their own record, in the ID token. An authorization for <em>only this time</em> gets no
 * refresh token.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/scopes-and-launch-context.html">SMART App Launch 2.2, launch context</a>
 */
public class LaunchContextMapper extends AbstractOIDCProtocolMapper implements OIDCAccessTokenResponseMapper, OIDCIDTokenMapper {
  public static final String ID = "smart-launch-context";
  /**
   * Beside the access token: seconds until the authorization ends.
   *
   * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-oauth-refresh-token-expiration/">OAuth 2.0 Refresh Token and Authorization Expiration</a>
   */
  static final String AUTHORIZATION_EXPIRES_IN = "authorization_expires_in";
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
    response.getOtherClaims().remove(AUTHORIZATION_EXPIRES_IN);
    authorization.ifPresent(value -> tellEnd(response, value));
    return response;
  }

  /** <em>Only this time</em> ends with the access token; a refresh token is said to live no longer than what it is for. */
  private static void tellEnd(AccessTokenResponse response, EffectiveAuthorization authorization) {
    Optional<Long> left =
        authorization.isOnce() ? Optional.of(response.getExpiresIn()) : authorization.end().map(end -> Math.max(0, end - Time.currentTime()));
    left.ifPresent(seconds -> {
      response.setOtherClaims(AUTHORIZATION_EXPIRES_IN, seconds);
      boolean endsLater = response.getRefreshExpiresIn() == 0 || response.getRefreshExpiresIn() > seconds;
      if (response.getRefreshToken() != null && endsLater) response.setRefreshExpiresIn(seconds);
    });
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

  /** The same for an introspection answer: the member's own Patient, when the token's scope has {@code openid fhirUser}. */
  static Optional<String> fhirUser(ClientModel client, EffectiveAuthorization authorization, Set<String> scope) {
    ClientScopeModel carrier = client.getClientScopes(true).get(AppRules.DEFAULT_SCOPE);
    if (carrier == null || !authorization.isOwnRecord() || !scope.containsAll(List.of("openid", "fhirUser"))) return Optional.empty();
    return carrier
        .getProtocolMappersStream()
        .filter(mapper -> ID.equals(mapper.getProtocolMapper()))
        .map(mapper -> mapper.getConfig().get(FHIR_BASE_URL))
        .filter(Objects::nonNull)
        .findFirst()
        .map(base -> base + "/Patient/" + authorization.patientId());
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
