package org.memberexchange.keycloak.clientpolicy;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.EnumSet;
import java.util.Set;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.common.util.Time;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyEvent;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;
import org.memberexchange.keycloak.policy.AppRules;

/**
 * An app's signed assertion ends five minutes from now at the latest. Keycloak holds that against assertions without {@code iat} alone. Signature,
 * {@code iss}, {@code sub}, {@code aud} and {@code jti} were checked when the client authenticated.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/client-confidential-asymmetric.html">SMART App Launch 2.2, asymmetric client authentication</a>
 */
public class SmartClientAssertionExecutor implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {
  private static final int LONGEST_SECONDS = 300;
  /** As Keycloak allows for clocks that differ. */
  private static final int CLOCK_SKEW_SECONDS = 15;
  private static final Set<ClientPolicyEvent> WITH_ASSERTION =
      EnumSet.of(
          ClientPolicyEvent.TOKEN_REQUEST, ClientPolicyEvent.TOKEN_REFRESH, ClientPolicyEvent.TOKEN_INTROSPECT,
          ClientPolicyEvent.TOKEN_REVOKE, ClientPolicyEvent.PUSHED_AUTHORIZATION_REQUEST);
  private final KeycloakSession session;

  SmartClientAssertionExecutor(KeycloakSession session) {
    this.session = session;
  }

  @Override
  public void executeOnEvent(ClientPolicyContext context) throws ClientPolicyException {
    if (!WITH_ASSERTION.contains(context.getEvent()) || !AppRules.isApp(session.getContext().getClient())) return;
    MultivaluedMap<String, String> form = session.getContext().getHttpRequest().getDecodedFormParameters();
    String assertion = form.getFirst(OAuth2Constants.CLIENT_ASSERTION);
    if (assertion != null && end(assertion) > Time.currentTime() + LONGEST_SECONDS + CLOCK_SKEW_SECONDS) throw refusal("exp is more than five minutes away");
  }

  private static long end(String assertion) throws ClientPolicyException {
    try {
      Long end = new JWSInput(assertion).readJsonContent(JsonWebToken.class).getExp();
      if (end != null) return end;
    } catch (JWSInputException unreadable) {
      throw refusal("it cannot be read");
    }
    throw refusal("exp is missing");
  }

  private static ClientPolicyException refusal(String why) {
    return new ClientPolicyException(OAuthErrorException.INVALID_CLIENT, "client_assertion: " + why);
  }

  @Override
  public String getProviderId() {
    return SmartClientAssertionExecutorFactory.ID;
  }
}
