package org.memberexchange.keycloak.clientpolicy;

import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/** Offers {@link SmartAudienceExecutor} as {@value #ID}. */
public class SmartAudienceExecutorFactory extends OwnExecutorFactory {
  public static final String ID = "smart-audience";

  @Override
  public ClientPolicyExecutorProvider<?> create(KeycloakSession session) {
    return new SmartAudienceExecutor();
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getHelpText() {
    return "Apps must send the FHIR base URL as aud and ask for at most " + SmartAudienceExecutor.MAX_SCOPES + " scopes.";
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    return List.of(
        new ProviderConfigProperty(
            "audiences", "Audiences", "FHIR base URLs without a slash at the end", ProviderConfigProperty.MULTIVALUED_STRING_TYPE, null));
  }
}
