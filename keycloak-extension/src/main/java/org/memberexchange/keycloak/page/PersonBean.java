package org.memberexchange.keycloak.page;

import org.memberexchange.keycloak.policy.Relationships.Relationship;

/** Whose record. */
public final class PersonBean {
  private final Relationship relationship;

  PersonBean(Relationship relationship) {
    this.relationship = relationship;
  }

  public String getName() {
    return relationship.personName();
  }

  public String getRelationship() {
    return relationship.kind();
  }
}
