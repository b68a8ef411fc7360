package org.memberexchange.keycloak.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** Who was reminded that an authorization ends: the primary key makes it once, on however many nodes. */
@Entity
@Table(name = "MEMBER_AUTHORIZATION_REMINDER")
@NamedQuery(
    name = "MemberAuthorization.ending",
    query =
        "select a from MemberAuthorizationEntity a where a.state = 'current' and a.until > :now and a.until <= :soon"
            + " and a.duration <> 'once' and :now - a.created >= a.until - :now"
            + " and a.revision = (select max(b.revision) from MemberAuthorizationEntity b where b.id = a.id)"
            + " and not exists (select r from EndReminderEntity r where r.id = a.id) order by a.until, a.id")
public class EndReminderEntity {
  @Id @Column(name = "ID", length = 36) public String id;
  /** Epoch milliseconds. */
  @Column(name = "AT", nullable = false) public long at;
}
