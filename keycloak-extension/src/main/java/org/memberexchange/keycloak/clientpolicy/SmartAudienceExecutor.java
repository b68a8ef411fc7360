package org.memberexchange.keycloak.clientpolicy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.keycloak.OAuthErrorException;
import org.keycloak.protocol.oidc.endpoints.request.AuthorizationEndpointRequest;
import org.keycloak.protocol.oidc.par.clientpolicy.context.PushedAuthorizationRequestContext;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.AuthorizationRequestContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;
import org.memberexchange.keycloak.policy.AppRules;

/**
 * An app must name the plan's FHIR base URL as {@code aud}, so that a counterfeit resource server cannot get a token for the real one; and it may not ask
 * for more scopes than can be shown. Errors go back to the app with its {@code state}; to one that pushes its request (RFC 9126), at once.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/app-launch.html#obtain-authorization-code">SMART App Launch 2.2, obtain authorization code</a>
 */
public class SmartAudienceExecutor implements ClientPolicyExecutorProvider<SmartAudienceExecutor.Configuration> {
  static final int MAX_SCOPES = 100;
  private Configuration configuration = new Configuration();

  /** {@code audiences}: FHIR base URLs that are accepted; none are when it is missing. */
  public static class Configuration extends ClientPolicyExecutorConfigurationRepresentation {
    @JsonProperty("audiences")
    public List<String> audiences = List.of();
  }

  @Override
  public void executeOnEvent(ClientPolicyContext context) throws ClientPolicyException {
    if (context instanceof AuthorizationRequestContext sent && AppRules.isApp(sent.getClient())) check(sent.getAuthorizationEndpointRequest());
    if (context instanceof PushedAuthorizationRequestContext pushed && AppRules.isApp(pushed.getClient())) check(pushed.getRequest());
  }

  private void check(AuthorizationEndpointRequest request) throws ClientPolicyException {
    String aud = request.getAdditionalReqParams().get("aud");
    if (aud == null || configuration.audiences == null || !configuration.audiences.contains(aud.replaceFirst("/$", "")))
      throw new ClientPolicyException(OAuthErrorException.INVALID_REQUEST, "aud must be the FHIR base URL of this plan");
    String scope = request.getScope();
    if (scope == null || scope.isBlank())
      throw new ClientPolicyException(OAuthErrorException.INVALID_SCOPE, "scope is missing or too long");
    if (scope.trim().split(" +").length > MAX_SCOPES)
      throw new ClientPolicyException(OAuthErrorException.INVALID_SCOPE, "more than " + MAX_SCOPES + " scopes; ask for patient/*.rs instead");
  }

  @Override
  public void setupConfiguration(Configuration configuration) {
    if (configuration != null) this.configuration = configuration;
  }

  @Override
  public Class<Configuration> getExecutorConfigurationClass() {
    return Configuration.class;
  }

  @Override
  public String getProviderId() {
    return SmartAudienceExecutorFactory.ID;
  }
}
