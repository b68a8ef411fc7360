package org.memberexchange.keycloak.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashSet;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.memberexchange.keycloak.policy.AppRules;
import org.memberexchange.keycloak.policy.Relationships;
import org.memberexchange.keycloak.policy.Relationships.Relationship;
import org.memberexchange.keycloak.policy.RequestedScopes;
import org.memberexchange.keycloak.policy.SharingPolicy;
import org.memberexchange.keycloak.record.MemberAuthorizationEntity;
import org.memberexchange.keycloak.use.AuthorizationUse;

/** One authorization as its member sees it (docs/contracts.md, section 9); instants in epoch milliseconds. */
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
    long at) {

  /** Empty texts when the plan deleted the app. */
  public record App(String clientId, String name, String ownerType, String ownerName, String website) {
    static App of(ClientModel client) {
      if (client == null) return new App("", "", "", "", "");
      String name = text(client.getName()).isBlank() ? client.getClientId() : client.getName();
      return new App(
          client.getClientId(), name, text(client.getAttribute(AppRules.OWNER_TYPE)), text(client.getAttribute("owner_name")), text(client.getBaseUrl()));
    }

    private static String text(String value) {
      return value == null ? "" : value;
    }
  }

  static MineView of(AuthorizationNow now) {
    MemberAuthorizationEntity record = now.record();
    return new MineView(
        record.id,
        record.revision,
        App.of(now.client()),
        record.patientId,
        person(now),
        record.relationship,
        now.state().word(),
        record.grantedScope,
        now.policy().map(policy -> typesGranted(record, policy)).orElseGet(Set::of),
        record.types(),
        record.mode,
        record.sharedCategories(),
        now.sharedToday(),
        now.closed(),
        record.categoriesVersion,
        record.duration,
        record.created,
        record.until,
        AuthorizationUse.lastDay(now.session(), record.id).orElse(null),
        record.at);
  }

  /** The name as the plan knows it now, and none once the member no longer decides for that person. */
  private static String person(AuthorizationNow now) {
    MemberAuthorizationEntity record = now.record();
    return Relationships.find(now.user(), record.patientId, record.relationship)
        .map(Relationship::personName)
        .orElse("");
  }

  /** The kinds of records that were allowed; a wildcard means those that were on the page. */
  private static Set<String> typesGranted(MemberAuthorizationEntity record, SharingPolicy policy) {
    Set<String> types = new LinkedHashSet<>(new RequestedScopes(record.granted(), record.granted(), policy).rows().keySet());
    types.retainAll(record.types());
    return types;
  }
}
