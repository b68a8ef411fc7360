package org.memberexchange.keycloak.rest;

import jakarta.persistence.TypedQuery;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.UserModel;
import org.memberexchange.keycloak.record.AuthorizationState;
import org.memberexchange.keycloak.record.MemberAuthorizationEntity;

/** All authorizations of the realm, for the plan: listed, exported, stopped. None is given or widened here. */
@Produces(MediaType.APPLICATION_JSON)
public class PlanResource {
  private static final int LONGEST_REASON = 255;
  private final KeycloakSession session;
  private final PlanCaller plan;

  PlanResource(KeycloakSession session, PlanCaller plan) {
    this.session = session;
    this.plan = plan;
  }

  /** Newest authorization first; without {@code state} those that run or ran. */
  @GET
  public Response list() {
    plan.require(PlanCaller.VIEW);
    PlanQuery query = query(PlanQuery.OF_LIST);
    Optional<AuthorizationPages> pages = pages(query);
    if (pages.isEmpty()) return json(List.of());
    Optional<AuthorizationState> wanted = query.state();
    TypedQuery<MemberAuthorizationEntity> rows = pages.get().newest(wanted.map(AnsweredStates::writtenFor).orElseGet(AnsweredStates::all));
    // a state now is not a column, so that only the rest can be left to the database
    if (wanted.isEmpty()) return json(now(rows.setFirstResult(query.first()).setMaxResults(query.max())).map(PlanView::now).toList());
    Stream<AuthorizationNow> found = AuthorizationPages.all(rows).map(this::now).filter(one -> one.state() == wanted.get());
    return json(found.skip(query.first()).limit(query.max()).map(PlanView::now).toList());
  }

  /** Every revision of a member's or an app's authorizations as it was written, oldest first. */
  @GET
  @Path("export")
  public Response export() {
    plan.require(PlanCaller.VIEW);
    PlanQuery query = query(PlanQuery.OF_EXPORT);
    if (query.member().isEmpty() && query.client().isEmpty()) throw Refusal.badRequest("An export is of a member or of a client.");
    Optional<AuthorizationPages> pages = pages(query);
    if (pages.isEmpty()) return json(List.of());
    return json(now(pages.get().revisions().setFirstResult(query.first()).setMaxResults(query.max())).map(PlanView::written).toList());
  }

  @GET
  @Path("{id}")
  public Response revisions(@PathParam("id") String id) {
    plan.require(PlanCaller.VIEW);
    List<PlanView> revisions = now(new AuthorizationPages(session, plan.realm()).ofId(id).revisions()).map(PlanView::written).toList();
    if (revisions.isEmpty()) throw Refusal.notFound();
    return json(revisions);
  }

  /** Answers with the newest revision; one that has ended already stays as it ended. */
  @POST
  @Path("{id}/stop")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response stop(@PathParam("id") String id, String body) {
    plan.require(PlanCaller.STOP);
    String reason = StrictBody.read(body, StrictBody.Stop.class).reason();
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON || reason.chars().anyMatch(Character::isISOControl))
      throw Refusal.badRequest("A reason of 1 to " + LONGEST_REASON + " characters on one line is needed.");
    AuthorizationNow before =
        now(new AuthorizationPages(session, plan.realm()).ofId(id).newest(AnsweredStates.all())).findFirst().orElseThrow(Refusal::notFound);
    try {
      MemberAuthorizationEntity after = before.locked().stop(AuthorizationState.STOPPED_BY_ADMIN, plan.actor(), reason);
      return json(PlanView.now(AuthorizationNow.of(session, plan.realm(), after)));
    } catch (ModelDuplicateException anotherWriter) {
      throw Refusal.conflict();
    }
  }

  private Stream<AuthorizationNow> now(TypedQuery<MemberAuthorizationEntity> rows) {
    return rows.getResultList().stream().map(this::now);
  }

  private AuthorizationNow now(MemberAuthorizationEntity record) {
    return AuthorizationNow.of(session, plan.realm(), record);
  }

  /** Empty when there is no such member or client. */
  private Optional<AuthorizationPages> pages(PlanQuery query) {
    AuthorizationPages pages = new AuthorizationPages(session, plan.realm());
    if (query.member().isPresent()) {
      UserModel user = session.users().getUserByUsername(plan.realm(), query.member().get());
      if (user == null) return Optional.empty();
      pages.ofUser(user.getId());
    }
    if (query.client().isPresent()) {
      ClientModel client = plan.realm().getClientByClientId(query.client().get());
      if (client == null) return Optional.empty();
      pages.ofClient(client.getId());
    }
    return Optional.of(pages);
  }

  private PlanQuery query(Set<String> names) {
    return PlanQuery.of(session.getContext().getUri().getQueryParameters(), names);
  }

  private static Response json(Object entity) {
    return Response.ok(entity).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
