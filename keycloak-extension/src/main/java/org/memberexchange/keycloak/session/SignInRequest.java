package org.memberexchange.keycloak.session;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.memberexchange.keycloak.record.MemberAuthorizationEntity;

/** The app's authorization request while the member signs in. */
public final class SignInRequest {
  /** Client note with the scope parameter as the app sent it. */
  private static final String ASKED_NOTE = "member_authorization_asked";
  private final AuthenticationSessionModel login;

  public SignInRequest(AuthenticationSessionModel login) {
    this.login = login;
  }

  /** Scopes as the app sent them, before any answer narrowed the request. */
  public Set<String> asked() {
    String narrowed = login.getClientNote(ASKED_NOTE);
    String scope = narrowed == null ? login.getClientNote(OAuth2Constants.SCOPE) : narrowed;
    return MemberAuthorizationEntity.words(scope == null ? "" : scope);
  }

  /** {@code none}: the app wants an answer without a page; {@code consent}: it wants to ask again whatever is remembered. */
  public boolean hasPrompt(String value) {
    String prompt = login.getClientNote(OIDCLoginProtocol.PROMPT_PARAM);
    return prompt != null && MemberAuthorizationEntity.words(prompt).contains(value);
  }

  /** Narrows the request to what was granted and ties what will come of it to the authorization. */
  public void tieTo(String authorizationId, Set<String> granted, KeycloakSession session, UserModel user) {
    if (login.getClientNote(ASKED_NOTE) == null) login.setClientNote(ASKED_NOTE, login.getClientNote(OAuth2Constants.SCOPE));
    String scope = String.join(" ", granted);
    login.setClientNote(OAuth2Constants.SCOPE, scope);
    login.setClientScopes(
        TokenManager.getRequestedClientScopes(session, scope, login.getClient(), user).map(ClientScopeModel::getId).collect(Collectors.toSet()));
    login.setClientNote(AuthorizationSession.ID_NOTE, authorizationId);
    dropConsentPrompt();
  }

  /** The question was asked; Keycloak's own page must not ask it again. */
  private void dropConsentPrompt() {
    String prompt = login.getClientNote(OIDCLoginProtocol.PROMPT_PARAM);
    if (prompt == null) return;
    Set<String> left = new LinkedHashSet<>(MemberAuthorizationEntity.words(prompt));
    left.remove(OIDCLoginProtocol.PROMPT_VALUE_CONSENT);
    if (left.isEmpty()) login.removeClientNote(OIDCLoginProtocol.PROMPT_PARAM);
    else login.setClientNote(OIDCLoginProtocol.PROMPT_PARAM, String.join(" ", left));
  }
}
