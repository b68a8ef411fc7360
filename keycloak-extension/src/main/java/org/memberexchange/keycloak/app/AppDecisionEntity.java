package org.memberexchange.keycloak.app;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** One decision about an app (docs/contracts.md, section 3a). A row outlives its app; none is changed or removed. */
@Entity
@Table(name = "MEMBER_APP_DECISION")
@NamedQuery(
    name = "AppDecision.ofRealm",
    query = "select d from AppDecisionEntity d where d.realmId = :realm order by d.at, d.id")
@NamedQuery(
    name = "AppDecision.switchesOf",
    query =
        "select d from AppDecisionEntity d where d.realmId = :realm and d.clientUuid = :uuid"
            + " and d.decision in ('suspend', 'resume', 'disabled-by-hand', 'enabled-by-hand') order by d.at desc, d.id")
@NamedQuery(
    name = "AppDecision.ofClient",
    query = "select d from AppDecisionEntity d where d.realmId = :realm and d.clientId = :client order by d.at, d.id")
public class AppDecisionEntity {
  @Id @Column(name = "ID", length = 36, updatable = false) public String id;
  @Column(name = "REALM_ID", nullable = false, updatable = false) public String realmId;
  /** Internal id: two apps that had one client id after another are told apart. */
  @Column(name = "CLIENT_UUID", nullable = false, updatable = false) public String clientUuid;
  @Column(name = "CLIENT_ID", nullable = false, updatable = false) public String clientId;
  @Column(name = "APP_NAME", nullable = false, updatable = false) public String appName;
  @Column(name = "OWNER_NAME", nullable = false, updatable = false) public String ownerName;
  @Column(name = "DECISION", nullable = false, updatable = false) public String decision;
  /** Code of the published list; null where none is asked for. */
  @Column(name = "REASON", updatable = false) public String reason;
  @Column(name = "NOTE", length = 1000, updatable = false) public String note;
  /** User id of the administrator, or which kind of registration token it was. */
  @Column(name = "ADMIN_ID", nullable = false, updatable = false) public String adminId;
  @Column(name = "ADMIN_NAME", nullable = false, updatable = false) public String adminName;
  @Column(name = "AT", nullable = false, updatable = false) public long at;
}
