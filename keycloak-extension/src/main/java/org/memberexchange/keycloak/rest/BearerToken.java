package org.memberexchange.keycloak.rest;

import jakarta.ws.rs.NotAuthorizedException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/** The access token as Keycloak verifies it: signature, issuer, type, time, revocation, session, user and client; not its purpose. */
final class BearerToken {
  private BearerToken() {}

  static AuthResult verified(KeycloakSession session) {
    try {
      AuthResult caller = new AppAuthManager.BearerTokenAuthenticator(session).authenticate();
      if (caller != null && caller.session() != null && caller.client() != null) return caller;
    } catch (NotAuthorizedException notBearer) {
      // another scheme, or the header twice: the same answer as to no token
    }
    throw Refusal.unauthorized();
  }

  /** Whether the token was made for this client and holds this role of it. */
  static boolean carries(AuthResult caller, String audience, String role) {
    var access = caller.token().getResourceAccess(audience);
    return caller.token().hasAudience(audience) && access != null && access.isUserInRole(role);
  }
}
