package org.memberexchange.keycloak.rest.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.memberexchange.keycloak.app.AppDecisionEntity;

/** One row of the ledger; {@code at} in epoch milliseconds, {@code reason} and {@code note} null when none was given. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DecisionView(
    String id, long at, String clientId, String clientUuid, String appName, String ownerName, String decision, String reason, String note, String adminId, String adminName) {

  static DecisionView of(AppDecisionEntity row) {
    return new DecisionView(
        row.id, row.at, row.clientId, row.clientUuid, row.appName, row.ownerName, row.decision, row.reason, row.note, row.adminId, row.adminName);
  }
}
