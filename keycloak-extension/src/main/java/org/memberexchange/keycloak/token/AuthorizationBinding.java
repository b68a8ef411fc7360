package org.memberexchange.keycloak.token;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.common.util.Time;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.services.managers.UserSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.memberexchange.keycloak.record.MemberAuthorizationEntity;

/**
 * Ties the tokens of one sign-in to one authorization. The client session carries the id; so does the code, as a word in its scope that names no client
 * scope; and no refresh token older than the tie is taken. A client session, online or offline, that is tied to another authorization is detached first.
 */
public final class AuthorizationBinding {
  /** Client-session note with the authorization id. */
  public static final String ID_NOTE = "member_authorization_id";
  /** Client-session note with the second since which the client session belongs to the authorization. */
  public static final String SINCE_NOTE = "member_authorization_since";
  /** Client note with the scope parameter as the app sent it. */
  public static final String ASKED_NOTE = "member_authorization_asked";
  private static final String CODE_MARK = "member-authorization:";

  private AuthorizationBinding() {}

  /** Narrows the authorization request to what was granted and ties what will come of it to {@code authorization}. */
  public static void bind(RequiredActionContext context, MemberAuthorizationEntity authorization, Set<String> granted) {
    AuthenticationSessionModel login = context.getAuthenticationSession();
    detach(context, authorization.id);
    if (login.getClientNote(ASKED_NOTE) == null) login.setClientNote(ASKED_NOTE, login.getClientNote(OAuth2Constants.SCOPE));

    Set<String> scope = new LinkedHashSet<>(granted);
    scope.add(CODE_MARK + authorization.id);
    String parameter = String.join(" ", scope);
    ClientModel client = login.getClient();
    login.setClientNote(OAuth2Constants.SCOPE, parameter);
    login.setClientScopes(
        TokenManager.getRequestedClientScopes(context.getSession(), parameter, client, context.getUser())
            .map(ClientScopeModel::getId)
            .collect(Collectors.toSet()));
    login.setClientNote(ID_NOTE, authorization.id);
    login.setClientNote(SINCE_NOTE, tiedSince(context.getSession(), context.getRealm(), login));
    dropConsentPrompt(login);
  }

  /** Ends what this browser holds of the app's earlier authorizations. */
  public static void detachAll(RequiredActionContext context) {
    detach(context, "");
  }

  private static void detach(RequiredActionContext context, String exceptId) {
    if (detachOthers(context.getSession(), context.getRealm(), context.getAuthenticationSession(), exceptId)) awaitNextSecond();
  }

  /** Whether a code with this scope parameter was issued for the authorization of this client session. */
  public static boolean codeBelongsTo(AuthenticatedClientSessionModel clientSession, String codeScope) {
    String id = clientSession.getNote(ID_NOTE);
    return id != null && codeScope != null && MemberAuthorizationEntity.words(codeScope).contains(CODE_MARK + id);
  }

  /** Whether a token issued at this second (NumericDate) was issued under the authorization of this client session. */
  public static boolean tokenBelongsTo(AuthenticatedClientSessionModel clientSession, long issuedAt) {
    String since = clientSession.getNote(SINCE_NOTE);
    return clientSession.getNote(ID_NOTE) != null && since != null && issuedAt >= Long.parseLong(since);
  }

  private static boolean detachOthers(KeycloakSession session, RealmModel realm, AuthenticationSessionModel login, String id) {
    String sessionId = login.getParentSession().getId();
    ClientModel client = login.getClient();
    boolean detached = false;
    UserSessionModel online = session.sessions().getUserSession(realm, sessionId);
    if (tiedToAnother(online, client, id)) {
      online.getAuthenticatedClientSessionByClient(client.getId()).detachFromUserSession();
      detached = true;
    }
    UserSessionModel offline = session.sessions().getOfflineUserSession(realm, sessionId);
    if (tiedToAnother(offline, client, id)) {
      new UserSessionManager(session).removeClientFromOfflineUserSession(realm, offline, client, offline.getUser());
      detached = true;
    }
    return detached;
  }

  private static boolean tiedToAnother(UserSessionModel userSession, ClientModel client, String id) {
    if (userSession == null) return false;
    AuthenticatedClientSessionModel clientSession = userSession.getAuthenticatedClientSessionByClient(client.getId());
    return clientSession != null && !id.equals(clientSession.getNote(ID_NOTE));
  }

  /** A client session that already belongs to the authorization keeps its first second: its refresh tokens stay good. */
  private static String tiedSince(KeycloakSession session, RealmModel realm, AuthenticationSessionModel login) {
    UserSessionModel online = session.sessions().getUserSession(realm, login.getParentSession().getId());
    AuthenticatedClientSessionModel clientSession = online == null ? null : online.getAuthenticatedClientSessionByClient(login.getClient().getId());
    String since = clientSession == null ? null : clientSession.getNote(SINCE_NOTE);
    return since == null ? String.valueOf(Time.currentTime()) : since;
  }

  /** Issue times have whole seconds: what the detached session issued must lie before the first second of the new tie. */
  private static void awaitNextSecond() {
    int second = Time.currentTime();
    try {
      while (Time.currentTime() == second) Thread.sleep(20);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while an earlier authorization was detached", interrupted);
    }
  }

  /** The question was asked; Keycloak's own page must not ask it again. */
  private static void dropConsentPrompt(AuthenticationSessionModel login) {
    String prompt = login.getClientNote(OIDCLoginProtocol.PROMPT_PARAM);
    if (prompt == null) return;
    Set<String> left = MemberAuthorizationEntity.words(prompt);
    left.remove(OIDCLoginProtocol.PROMPT_VALUE_CONSENT);
    if (left.isEmpty()) login.removeClientNote(OIDCLoginProtocol.PROMPT_PARAM);
    else login.setClientNote(OIDCLoginProtocol.PROMPT_PARAM, String.join(" ", left));
  }
}
