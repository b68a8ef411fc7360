package org.memberexchange.keycloak.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import org.memberexchange.keycloak.record.AuthorizationState;
import org.memberexchange.keycloak.record.MemberAuthorizationEntity;

/** One revision as the plan sees it: the columns of docs/contracts.md, section 3, names beside the ids, instants in epoch milliseconds. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PlanView(
    String id,
    int revision,
    App client,
    Member member,
    String patient,
    String relationship,
    String state,
    String requestedScope,
    String grantedScope,
    Set<String> resourceTypes,
    String mode,
    Set<String> shared,
    String categoriesVersion,
    String screenVersion,
    String language,
    String duration,
    long created,
    Long until,
    String actor,
    long at,
    String reason) {

  /** {@code clientId} is null when the app was deleted. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record App(String id, String clientId) {}

  /** {@code username} is null when the member was deleted. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Member(String id, String username) {}

  /** With the state as it is now. */
  static PlanView now(AuthorizationNow now) {
    return of(now, now.state());
  }

  /** As it was written. */
  static PlanView written(AuthorizationNow now) {
    return of(now, now.record().state());
  }

  private static PlanView of(AuthorizationNow now, AuthorizationState state) {
    MemberAuthorizationEntity record = now.record();
    return new PlanView(
        record.id,
        record.revision,
        new App(record.clientId, now.client() == null ? null : now.client().getClientId()),
        new Member(record.userId, now.user() == null ? null : now.user().getUsername()),
        record.patientId,
        record.relationship,
        state.word(),
        record.requestedScope,
        record.grantedScope,
        record.types(),
        record.mode,
        record.sharedCategories(),
        record.categoriesVersion,
        record.screenVersion,
        record.language,
        record.duration,
        record.created,
        record.until,
        record.actor,
        record.at,
        record.reason);
  }
}
