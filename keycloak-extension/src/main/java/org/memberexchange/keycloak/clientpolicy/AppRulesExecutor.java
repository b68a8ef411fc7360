package org.memberexchange.keycloak.clientpolicy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.ClientCRUDContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;
import org.keycloak.services.clientregistration.ClientRegistrationTokenUtils;
import org.keycloak.services.clientregistration.ErrorCodes;
import org.memberexchange.keycloak.app.AppLedger;
import org.memberexchange.keycloak.policy.AppRules;
import org.memberexchange.keycloak.policy.SharingPolicy;

/**
 * No app is written that breaks a rule, whoever writes it: console, admin API, registration. The rules are looked at when Keycloak has written the client and
 * the transaction can still be undone, so that they judge what there is and not what was asked for. A client that is disabled is judged when it is enabled.
 * Protocol mappers and client scopes have endpoints of their own that ask no client policy; {@link AppRules} is asked again at each use.
 */
public class AppRulesExecutor implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {
  /** Says that the client to come gets our client scopes, in the session between the two events. */
  private static final String SILENT_ABOUT_SCOPES = "member-exchange-app-scopes";
  private final KeycloakSession session;

  AppRulesExecutor(KeycloakSession session) {
    this.session = session;
  }

  @Override
  public void executeOnEvent(ClientPolicyContext context) throws ClientPolicyException {
    if (!(context instanceof ClientCRUDContext change)) return;
    switch (context.getEvent()) {
      case REGISTER -> onRegister(change);
      case REGISTERED -> onRegistered(change);
      case UPDATE -> onUpdate(change);
      case UPDATED -> requireKept(change.getTargetClient());
      case UNREGISTER -> write(change, change.getTargetClient(), AppLedger.REMOVE);
      default -> {}
    }
  }

  private void onRegister(ClientCRUDContext change) {
    ClientRepresentation client = change.getProposedClientRepresentation();
    if (isBy(change, ClientRegistrationTokenUtils.TYPE_INITIAL_ACCESS_TOKEN)) new SelfRegistration(session).register(client);
    if (!isApp(client)) return;
    AppDefaults.fill(client);
    if (AppDefaults.isSilentAboutScopes(client)) session.setAttribute(SILENT_ABOUT_SCOPES, true);
  }

  private void onRegistered(ClientCRUDContext change) throws ClientPolicyException {
    ClientModel client = change.getTargetClient();
    if (!AppRules.isApp(client)) return;
    if (session.removeAttribute(SILENT_ABOUT_SCOPES) != null) AppDefaults.assignScopes(realm(), client);
    requireKept(client);
    write(change, client, AppLedger.REGISTER);
  }

  private void onUpdate(ClientCRUDContext change) {
    ClientModel before = change.getTargetClient();
    ClientRepresentation after = change.getProposedClientRepresentation();
    if (isBy(change, ClientRegistrationTokenUtils.TYPE_REGISTRATION_ACCESS_TOKEN)) new SelfRegistration(session).update(before, after);
    Boolean enabled = after.isEnabled();
    if (enabled != null && enabled != before.isEnabled()) write(change, before, enabled ? AppLedger.ENABLED_BY_HAND : AppLedger.DISABLED_BY_HAND);
  }

  private void requireKept(ClientModel client) throws ClientPolicyException {
    if (!AppRules.isApp(client) || !client.isEnabled()) return;
    Optional<SharingPolicy> policy = SharingPolicy.of(realm());
    if (policy.isEmpty()) throw new ClientPolicyException(ErrorCodes.INVALID_CLIENT_METADATA, "The plan's sharing policy is missing: run npm run realm -- apply.");
    List<AppRules.Broken> broken = AppRules.allBrokenBy(client, policy.get());
    if (broken.isEmpty()) return;
    AppRules.Broken first = broken.get(0);
    String error = first.rule().equals("redirect-uris") ? ErrorCodes.INVALID_REDIRECT_URI : ErrorCodes.INVALID_CLIENT_METADATA;
    throw new ClientPolicyException(error, "Rule " + first.rule() + ": " + first.sentence() + ".");
  }

  private void write(ClientCRUDContext change, ClientModel client, String decision) {
    if (!AppRules.isApp(client)) return;
    JsonWebToken token = change.getToken();
    AppLedger.Actor actor =
        change.getAuthenticatedUser() != null
            ? AppLedger.Actor.of(change.getAuthenticatedUser())
            : new AppLedger.Actor(token == null || token.getId() == null ? "" : token.getId(), token == null ? "nobody" : token.getType());
    new AppLedger(session, realm()).append(client, decision, null, null, actor);
  }

  private static boolean isBy(ClientCRUDContext change, String tokenType) {
    return change.getToken() != null && tokenType.equals(change.getToken().getType());
  }

  private static boolean isApp(ClientRepresentation client) {
    Map<String, String> attributes = client.getAttributes();
    return attributes != null && attributes.get(AppRules.OWNER_TYPE) != null;
  }

  private RealmModel realm() {
    return session.getContext().getRealm();
  }

  @Override
  public String getProviderId() {
    return AppRulesExecutorFactory.ID;
  }
}
