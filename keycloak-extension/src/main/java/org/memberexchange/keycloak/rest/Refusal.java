package org.memberexchange.keycloak.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;
import org.keycloak.services.ErrorResponseException;

/** Every error these resources answer with. Each undoes what the transaction wrote. */
final class Refusal {
  private Refusal() {}

  /** The same bytes for an id that is unknown, another member's, of another realm, or of an offer. */
  static ErrorResponseException notFound() {
    return of(404, "not_found", "There is no such authorization.");
  }

  static ErrorResponseException badRequest(String description) {
    return of(400, "invalid_request", description);
  }

  static ErrorResponseException needsEnd() {
    return of(400, "needs_end", "A category that was chosen may only be shared with an end, and this authorization has none.");
  }

  static ErrorResponseException conflict() {
    return of(409, "conflict", "The authorization was changed in the meantime; read it again.");
  }

  static ErrorResponseException notCurrent() {
    return of(409, "not_current", "The authorization shares nothing at the moment and cannot be changed.");
  }

  static ErrorResponseException unavailable() {
    return of(503, "temporarily_unavailable", "The plan's sharing policy is missing.");
  }

  static ErrorResponseException forbidden() {
    return of(403, "access_denied", "This token gives no access to member authorizations.");
  }

  static ErrorResponseException decidedForMinor() {
    return of(403, "access_denied", "As long as the member is a minor, the representative decides.");
  }

  static ErrorResponseException unauthorized() {
    Response body = body(401, "invalid_token", "A valid bearer token is needed.");
    return new ErrorResponseException(Response.fromResponse(body).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build());
  }

  private static ErrorResponseException of(int status, String error, String description) {
    return new ErrorResponseException(body(status, error, description));
  }

  private static Response body(int status, String error, String description) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(new OAuth2ErrorRepresentation(error, description))
        .build();
  }
}
