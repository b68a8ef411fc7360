package org.memberexchange.keycloak.clientpolicy;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.ErrorResponseException;
import org.keycloak.services.clientregistration.ErrorCodes;
import org.memberexchange.keycloak.policy.AppUris;

/** What a developer's registration may not say, each refused in one sentence as RFC 7591, section 3.2.2, wants it. */
final class RegistrationChecks {
  /** Clients of the plan that its realm may not have yet. */
  private static final Set<String> RESERVED = Set.of("fhir-facade", "plan-service", "resource-server", "member-authorizations");
  private static final int LONGEST_NAME = 100;

  private RegistrationChecks() {}

  static void requireOidc(ClientRepresentation client) {
    requireSame("protocol", client.getProtocol(), "openid-connect");
    // before Keycloak's own registration policies, whose answer is none of RFC 7591
    if (client.getProtocolMappers() != null && !client.getProtocolMappers().isEmpty()) throw refused("Rule protocol-mappers: the app must have no protocol mappers of its own.");
    if (Boolean.TRUE.equals(client.getAuthorizationServicesEnabled())) throw refused("The UMA grant is not for apps.");
  }

  static void requireRecords(Set<String> scopes, String sentence) {
    if (scopes.stream().noneMatch(scope -> scope.startsWith("patient/"))) throw refused(sentence);
  }

  static void requireName(String what, String name) {
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl))
      throw refused(what + " must be one line of 1 to " + LONGEST_NAME + " characters.");
  }

  static void requireSame(String what, String said, String is) {
    if (said != null && !said.equals(is)) throw refused(what + " cannot be set by the app itself; ask the plan.");
  }

  static void requireNoMore(String what, List<String> said, Set<String> are) {
    if (said != null && !are.containsAll(said)) throw refused(what + " cannot be set by the app itself; ask the plan.");
  }

  static void requireAtHost(List<String> redirectUris, Optional<String> owner) {
    for (String uri : redirectUris) {
      boolean isAtHost = owner.isPresent() && AppUris.host(uri).filter(host -> host.equals(owner.get()) || host.endsWith("." + owner.get())).isPresent();
      if (!isAtHost && !AppUris.isLoopback(uri))
        throw new ErrorResponseException(
            ErrorCodes.INVALID_REDIRECT_URI, "redirect_uris must be at the host of client_uri, which members are shown as the owner.", Response.Status.BAD_REQUEST);
    }
  }

  /** Keycloak itself fetches the keys. */
  static void requireFetched(String jwksUri) {
    if (jwksUri != null && !jwksUri.isEmpty() && !AppUris.isFetched(jwksUri)) throw refused("jwks_uri must be https.");
  }

  /** An id that reads like an address or a client of the plan would pass for somebody else in tokens and logs. */
  static void requireFreeId(String clientId) {
    if (clientId != null && (clientId.contains(":") || clientId.contains("/") || RESERVED.contains(clientId)))
      throw refused("client_id cannot be an address or a name of the plan's: leave it out.");
  }

  /** Keys may change, the way in may not. A public client's authenticator says nothing. */
  static void requireSameAuthentication(ClientModel before, ClientRepresentation client) {
    boolean isSame = client.isPublicClient() == null || client.isPublicClient() == before.isPublicClient();
    if (isSame && !before.isPublicClient()) isSame = client.getClientAuthenticatorType() == null || client.getClientAuthenticatorType().equals(before.getClientAuthenticatorType());
    if (!isSame) throw refused("token_endpoint_auth_method cannot be changed by the app itself, which the plan has verified; ask the plan.");
  }

  /** Not by the policy's own exception, which Keycloak would turn into another error before the client exists. */
  static ErrorResponseException refused(String sentence) {
    return new ErrorResponseException(ErrorCodes.INVALID_CLIENT_METADATA, sentence, Response.Status.BAD_REQUEST);
  }
}
