package org.memberexchange.keycloak.rest;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.memberexchange.keycloak.policy.AppRules;

/** The plan's own service by its service account; never an app, never a person. */
record PlanCaller(RealmModel realm, AuthResult token) {
  /** Client whose roles these are, and the audience of tokens that hold them. */
  static final String AUDIENCE = "member-authorizations";
  static final String VIEW = "view";
  static final String STOP = "stop";

  /** @throws org.keycloak.services.ErrorResponseException 401 without a valid token, 403 for everybody else's */
  static PlanCaller of(KeycloakSession session) {
    AuthResult caller = BearerToken.verified(session);
    ClientModel client = caller.client();
    boolean service =
        client.isServiceAccountsEnabled()
            && client.getId().equals(caller.user().getServiceAccountClientLink())
            && client.getClientId().equals(caller.token().getIssuedFor());
    if (!service || AppRules.isApp(client) || !caller.token().hasAudience(AUDIENCE)) throw Refusal.forbidden();
    return new PlanCaller(session.getContext().getRealm(), caller);
  }

  /** The role must be in the token, and the account must still have it. */
  void require(String name) {
    ClientModel owner = realm.getClientByClientId(AUDIENCE);
    RoleModel role = owner == null ? null : owner.getRole(name);
    if (role == null || !token.user().hasRole(role) || !BearerToken.carries(token, AUDIENCE, name)) throw Refusal.forbidden();
  }

  /** User id of the service account: the actor of what it stops. */
  String actor() {
    return token.user().getId();
  }
}
