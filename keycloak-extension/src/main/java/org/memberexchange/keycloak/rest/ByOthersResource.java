package org.memberexchange.keycloak.rest;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.memberexchange.keycloak.policy.Relationships;
import org.memberexchange.keycloak.record.AuthorizationState;
import org.memberexchange.keycloak.record.MemberAuthorizationEntity;

/** What others, such as a representative, allowed for the member's own record: seen by that member, and stopped by one who is of age (decision 0026). */
@Produces(MediaType.APPLICATION_JSON)
public class ByOthersResource {
  /** Why a row says that it was stopped; its actor is the member whose record it is. */
  static final String REASON = "stopped-by-person";

  private final KeycloakSession session;
  private final MemberCaller member;

  ByOthersResource(KeycloakSession session, MemberCaller member) {
    this.session = session;
    this.member = member;
  }

  @GET
  public Response list() {
    List<MineView> views =
        pages()
            .map(pages -> pages.newest(AnsweredStates.all()).getResultList())
            .orElseGet(List::of)
            .stream()
            .map(record -> MineView.byOther(now(record), member.user()))
            .toList();
    return Response.ok(views).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  @DELETE
  @Path("{id}")
  public Response stop(@PathParam("id") String id) {
    AuthorizationNow found =
        pages()
            .flatMap(pages -> pages.ofId(id).newest(AnsweredStates.all()).getResultList().stream().findFirst())
            .map(this::now)
            .orElseThrow(Refusal::notFound);
    if (!found.mayBeStoppedByPerson()) throw Refusal.decidedForMinor();
    try {
      found.locked().stop(AuthorizationState.STOPPED_BY_MEMBER, member.user().getId(), REASON);
    } catch (ModelDuplicateException anotherWriter) {
      throw Refusal.conflict();
    }
    return Response.noContent().build();
  }

  /** Nothing for a member whom the plan links to no record. */
  private Optional<AuthorizationPages> pages() {
    return Relationships.ownPatient(member.user())
        .map(patient -> new AuthorizationPages(session, member.realm()).ofPatientByOthersThan(patient, member.user().getId()));
  }

  private AuthorizationNow now(MemberAuthorizationEntity record) {
    return AuthorizationNow.of(session, member.realm(), record);
  }
}
