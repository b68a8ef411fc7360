package org.memberexchange.keycloak.policy;

import org.keycloak.authentication.authenticators.client.ClientIdAndSecretAuthenticator;
import org.keycloak.authentication.authenticators.client.JWTClientAuthenticator;
import org.keycloak.models.ClientModel;

/** How a client authenticates at the token endpoint, in the words of RFC 7591. */
final class ClientAuthentication {
  private ClientAuthentication() {}

  /** The name that Keycloak has for it when it is none that an app may use. */
  static String of(ClientModel client) {
    if (client.isPublicClient()) return "none";
    return switch (String.valueOf(client.getClientAuthenticatorType())) {
      case ClientIdAndSecretAuthenticator.PROVIDER_ID -> "client_secret_basic";
      case JWTClientAuthenticator.PROVIDER_ID -> "private_key_jwt";
      default -> "Keycloak's " + client.getClientAuthenticatorType();
    };
  }
}
