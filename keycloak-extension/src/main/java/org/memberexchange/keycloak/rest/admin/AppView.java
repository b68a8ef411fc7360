package org.memberexchange.keycloak.rest.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.memberexchange.keycloak.app.AppDecisionEntity;
import org.memberexchange.keycloak.app.AppLedger;
import org.memberexchange.keycloak.policy.AppRules;
import org.memberexchange.keycloak.policy.SharingPolicy;

/**
 * An app as the administrator's script sees it.
 *
 * @param state {@code active}, {@code breaks-rules}, {@code suspended}, or {@code disabled} when it was switched off and no reason was recorded
 * @param reason of the suspension, else null; so {@code note} and {@code since} (epoch milliseconds)
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AppView(
    String id, String clientId, String name, String ownerType, String ownerName, boolean verified, String state, String reason, String note, Long since, List<AppRules.Broken> broken) {

  static AppView of(ClientModel app, SharingPolicy policy, AppLedger ledger) {
    List<AppRules.Broken> broken = AppRules.allBrokenBy(app, policy);
    Optional<AppDecisionEntity> suspension =
        app.isEnabled() ? Optional.empty() : ledger.newestSwitch(app).filter(row -> row.decision.equals(AppLedger.SUSPEND));
    return new AppView(
        app.getId(),
        app.getClientId(),
        app.getName(),
        app.getAttribute(AppRules.OWNER_TYPE),
        app.getAttribute(AppRules.OWNER_NAME),
        Boolean.parseBoolean(app.getAttribute(AppRules.VERIFIED)),
        state(app, suspension.isPresent(), broken.isEmpty()),
        suspension.map(row -> row.reason).orElse(null),
        suspension.map(row -> row.note).orElse(null),
        suspension.map(row -> row.at).orElse(null),
        broken);
  }

  private static String state(ClientModel app, boolean isSuspended, boolean keepsRules) {
    if (!app.isEnabled()) return isSuspended ? "suspended" : "disabled";
    return keepsRules ? "active" : "breaks-rules";
  }
}
