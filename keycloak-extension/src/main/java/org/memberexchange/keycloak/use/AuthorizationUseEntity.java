package org.memberexchange.keycloak.use;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** The last day (UTC) on which an app read by an authorization; nothing finer is kept. */
@Entity
@Table(name = "MEMBER_AUTHORIZATION_USE")
@NamedQuery(name = "MemberAuthorization.usedOn", query = "update AuthorizationUseEntity u set u.usedOn = :day where u.id = :id and u.usedOn < :day")
public class AuthorizationUseEntity {
  @Id @Column(name = "ID", length = 36) public String id;
  /** Days since 1970-01-01. */
  @Column(name = "USED_ON", nullable = false) public long usedOn;
}
