package org.memberexchange.keycloak.rest;

import org.keycloak.models.AccountRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.memberexchange.keycloak.policy.AppRules;
import org.memberexchange.keycloak.token.EffectiveAuthorization;

/** A member who is in the account console in person: no app, no other client of the plan's, no administrator in the member's name. */
record MemberCaller(RealmModel realm, UserModel user) {

  /** @throws org.keycloak.services.ErrorResponseException 401 without a valid token, 403 for everybody else's */
  static MemberCaller of(KeycloakSession session) {
    AuthResult caller = BearerToken.verified(session);
    RealmModel realm = session.getContext().getRealm();
    if (isAccountConsole(caller) && mayManageAccount(realm, caller) && isInPerson(caller)) return new MemberCaller(realm, caller.user());
    throw Refusal.forbidden();
  }

  private static boolean isAccountConsole(AuthResult caller) {
    return Constants.ACCOUNT_CONSOLE_CLIENT_ID.equals(caller.token().getIssuedFor())
        && Constants.ACCOUNT_CONSOLE_CLIENT_ID.equals(caller.client().getClientId())
        && !AppRules.isApp(caller.client());
  }

  /** In the token, and still so. */
  private static boolean mayManageAccount(RealmModel realm, AuthResult caller) {
    ClientModel account = realm.getClientByClientId(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
    RoleModel role = account == null || !account.isEnabled() ? null : account.getRole(AccountRoles.MANAGE_ACCOUNT);
    return role != null
        && caller.user().hasRole(role)
        && BearerToken.carries(caller, Constants.ACCOUNT_MANAGEMENT_CLIENT_ID, AccountRoles.MANAGE_ACCOUNT);
  }

  private static boolean isInPerson(AuthResult caller) {
    return caller.user().getServiceAccountClientLink() == null
        && !EffectiveAuthorization.isImpersonated(caller.session())
        && !caller.token().getOtherClaims().containsKey("act");
  }
}
