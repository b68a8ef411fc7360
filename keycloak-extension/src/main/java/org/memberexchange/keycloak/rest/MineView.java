package org.memberexchange.keycloak.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;
import org.memberexchange.keycloak.policy.AppRules;
import org.memberexchange.keycloak.policy.Relationships;
import org.memberexchange.keycloak.policy.RecordRow;
import org.memberexchange.keycloak.policy.RequestedScopes;
import org.memberexchange.keycloak.policy.SharingPolicy;
import org.memberexchange.keycloak.record.AnsweredScopes;
import org.memberexchange.keycloak.record.MemberAuthorizationEntity;
import org.memberexchange.keycloak.use.AuthorizationUse;

/**
 * One authorization as its member sees it, or as the member sees it whose record another allowed (docs/contracts.md, section 9); instants in epoch
 * milliseconds. Somebody who no longer decides for a person is told of that person nothing.
 *
 * @param by who allowed it, when that was not the one who looks; else null
 * @param stoppedBy {@code you}, {@code person} (whose record it is), {@code representative}, or empty
 * @param mayStop whether the one who looks may stop it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MineView(
    String id,
    int revision,
    App client,
    String patient,
    String person,
    String relationship,
    String state,
    String scope,
    Set<String> resourceTypes,
    Set<String> narrowedTypes,
    Set<String> offeredTypes,
    String mode,
    Set<String> shared,
    Set<String> sharedToday,
    Set<String> closed,
    String categoriesVersion,
    String duration,
    long created,
    Long until,
    String lastUsed,
    long at,
    By by,
    String stoppedBy,
    boolean mayStop) {

  /** First and last name as the plan gives them, empty without or once the plan deleted them; and their relationship to the person. */
  public record By(String name, String relationship) {}

  /** Empty texts when the plan deleted the app. */
  public record App(String clientId, String name, String ownerType, String ownerName, boolean verified, String website) {
    static App of(ClientModel client) {
      if (client == null) return new App("", "", "", "", false, "");
      String name = text(client.getName()).isBlank() ? client.getClientId() : client.getName();
      return new App(
          client.getClientId(),
          name,
          text(client.getAttribute(AppRules.OWNER_TYPE)),
          text(client.getAttribute(AppRules.OWNER_NAME)),
          Boolean.parseBoolean(client.getAttribute(AppRules.VERIFIED)),
          text(client.getBaseUrl()));
    }

    private static String text(String value) {
      return value == null ? "" : value;
    }
  }

  static MineView of(AuthorizationNow now) {
    String stoppedBy = switch (now.record().state()) {
      case STOPPED_BY_MEMBER -> now.record().actor.equals(now.record().userId) ? "you" : "person";
      default -> "";
    };
    return now.relationship()
        .map(relationship -> view(now, relationship.personName(), null, stoppedBy, true))
        .orElseGet(() -> withoutPerson(now, stoppedBy));
  }

  /** What somebody else allowed, for the member whose record it is. */
  static MineView byOther(AuthorizationNow now, UserModel person) {
    MemberAuthorizationEntity record = now.record();
    By by = new By(now.user() == null ? "" : Relationships.fullName(now.user()), record.relationship);
    String stoppedBy = switch (record.state()) {
      case STOPPED_BY_MEMBER -> record.actor.equals(record.userId) ? "representative" : record.actor.equals(person.getId()) ? "you" : "";
      default -> "";
    };
    return view(now, Relationships.personName(person), by, stoppedBy, now.mayBeStoppedByPerson());
  }

  private static MineView view(AuthorizationNow now, String person, By by, String stoppedBy, boolean mayStop) {
    MemberAuthorizationEntity record = now.record();
    return new MineView(
        record.id, record.revision, App.of(now.client()), record.patientId, person, record.relationship, now.state().word(), record.grantedScope,
        now.policy().map(policy -> typesGranted(record, policy)).orElseGet(Set::of), now.policy().map(policy -> typesNarrowed(record, policy)).orElseGet(Set::of),
        record.types(), record.mode, record.sharedCategories(), now.sharedToday(), now.closed(), record.categoriesVersion, record.duration,
        record.created, record.until, AuthorizationUse.lastDay(now.session(), record.id).orElse(null), record.at, by, stoppedBy, mayStop);
  }

  /** That there was one, with which app, from when to when and why it ended; not about whom and what. */
  private static MineView withoutPerson(AuthorizationNow now, String stoppedBy) {
    MemberAuthorizationEntity record = now.record();
    return new MineView(
        record.id, record.revision, App.of(now.client()), "", "", record.relationship, now.state().word(), "", Set.of(), Set.of(), Set.of(), record.mode, Set.of(),
        Set.of(), Set.of(), record.categoriesVersion, record.duration, record.created, record.until, null, record.at, null, stoppedBy, true);
  }

  /** The kinds of records that were allowed; a wildcard means those that were on the page. */
  private static Set<String> typesGranted(MemberAuthorizationEntity record, SharingPolicy policy) {
    Set<String> types = new LinkedHashSet<>(new RequestedScopes(record.granted(), record.granted(), policy).rows().keySet());
    types.retainAll(record.types());
    return types;
  }

  /** The kinds of records of which the member allowed less than was asked for, and something. */
  private static Set<String> typesNarrowed(MemberAuthorizationEntity record, SharingPolicy policy) {
    AnsweredScopes answer = new AnsweredScopes(record);
    Map<String, RecordRow> asked = new RequestedScopes(record.requested(), record.requested(), policy).rows();
    Set<String> types = typesGranted(record, policy);
    types.removeIf(type -> !asked.containsKey(type) || asked.get(type).units().stream().allMatch(answer::wasAllowed));
    return types;
  }
}
