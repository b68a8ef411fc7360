package org.memberexchange.keycloak.account;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.account.AccountConsole;
import org.keycloak.services.resources.account.AccountConsoleFactory;
import org.keycloak.theme.Theme;

/** Used for account themes that name it in their property {@code accountResourceProvider}; others keep Keycloak's own. */
public class MemberAccountConsoleFactory extends AccountConsoleFactory {
  public static final String ID = "member-account-console";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  protected AccountConsole createAccountConsole(KeycloakSession session, ClientModel client, Theme theme) {
    return new MemberAccountConsole(session, client, theme);
  }
}
