package org.memberexchange.keycloak.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.memberexchange.keycloak.mail.MemberMail;
import org.memberexchange.keycloak.page.AuthorizationAnswer;
import org.memberexchange.keycloak.policy.SharingPolicy;
import org.memberexchange.keycloak.record.AuthorizationRecords;
import org.memberexchange.keycloak.record.AuthorizationState;
import org.memberexchange.keycloak.record.MemberAuthorizationEntity;

/** What a member shares, changed and stopped by that member; nobody else's is found here. */
@Produces(MediaType.APPLICATION_JSON)
public class MineResource {
  private final KeycloakSession session;
  private final MemberCaller member;

  MineResource(KeycloakSession session, MemberCaller member) {
    this.session = session;
    this.member = member;
  }

  @GET
  public Response list() {
    List<MineView> mine =
        new AuthorizationPages(session, member.realm())
            .ofUser(member.user().getId())
            .newest(AnsweredStates.all())
            .getResultList()
            .stream()
            .map(record -> MineView.of(AuthorizationNow.of(session, member.realm(), record)))
            .toList();
    return Response.ok(mine).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  /** Changes the categories, and with them nothing else: kinds of records, person and end stay as they were allowed. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(@PathParam("id") String id, String body) {
    StrictBody.Change change = StrictBody.read(body, StrictBody.Change.class);
    AuthorizationNow before = own(id).locked();
    if (before.record().revision != change.revision()) throw Refusal.conflict();
    if (before.state() != AuthorizationState.CURRENT) throw Refusal.notCurrent();
    SharingPolicy policy = before.policy().orElseThrow(Refusal::unavailable);
    Set<String> shared = categories(change, policy);
    shared.removeAll(before.closed());
    if (before.record().until == null && policy.needsEnd(shared)) throw Refusal.needsEnd();

    MemberAuthorizationEntity after =
        MemberAuthorizationEntity.after(
            before.record(), AuthorizationState.CURRENT, member.user().getId(), Time.currentTimeMillis(), "changed");
    after.mode = change.mode();
    after.shared = String.join(" ", shared);
    after.categoriesVersion = policy.categoriesVersion();
    after.screenVersion = policy.screenVersion();
    try {
      new AuthorizationRecords(session).append(after);
      MemberMail.afterCommit(session, after, MemberMail.News.CHANGED);
    } catch (ModelDuplicateException anotherWriter) {
      throw Refusal.conflict();
    }
    MineView view = MineView.of(AuthorizationNow.of(session, member.realm(), after));
    return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  @DELETE
  @Path("{id}")
  public Response stop(@PathParam("id") String id) {
    try {
      own(id).locked().stop(AuthorizationState.STOPPED_BY_MEMBER, member.user().getId(), "stopped");
    } catch (ModelDuplicateException anotherWriter) {
      throw Refusal.conflict();
    }
    return Response.noContent().build();
  }

  /** What the answer on the page would mean (docs/contracts.md, section 4). */
  private static Set<String> categories(StrictBody.Change change, SharingPolicy policy) {
    List<String> posted = change.shared() == null ? List.of() : change.shared();
    Set<String> known = new LinkedHashSet<>(policy.everything());
    policy.neverShared().forEach(category -> known.add(category.code()));
    for (String category : posted) if (category == null || !known.contains(category)) throw Refusal.badRequest("A category is unknown.");
    return switch (change.mode() == null ? "" : change.mode()) {
      case AuthorizationAnswer.EVERYTHING -> policy.everything();
      case AuthorizationAnswer.ALL_BUT_SENSITIVE -> policy.allButSensitive();
      case AuthorizationAnswer.CHOSEN -> {
        if (change.shared() == null) throw Refusal.badRequest("The mode chosen needs the categories that are shared.");
        Set<String> chosen = policy.everything();
        chosen.retainAll(posted);
        yield chosen;
      }
      default -> throw Refusal.badRequest("The mode is unknown.");
    };
  }

  private AuthorizationNow own(String id) {
    return new AuthorizationPages(session, member.realm())
        .ofId(id)
        .ofUser(member.user().getId())
        .newest(AnsweredStates.all())
        .getResultList()
        .stream()
        .findFirst()
        .map(record -> AuthorizationNow.of(session, member.realm(), record))
        .orElseThrow(Refusal::notFound);
  }
}
