package org.memberexchange.keycloak.rest;

import jakarta.ws.rs.Path;
import org.keycloak.models.KeycloakSession;

/** Where members and the plan part: nobody gets past here who is not one of them (docs/contracts.md, section 9). */
public class MemberAuthorizationsResource {
  private final KeycloakSession session;

  MemberAuthorizationsResource(KeycloakSession session) {
    this.session = session;
  }

  @Path("mine")
  public MineResource mine() {
    return new MineResource(session, MemberCaller.of(session));
  }

  @Path("by-others")
  public ByOthersResource byOthers() {
    return new ByOthersResource(session, MemberCaller.of(session));
  }

  @Path("/")
  public PlanResource plan() {
    return new PlanResource(session, PlanCaller.of(session));
  }
}
