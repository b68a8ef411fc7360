package org.memberexchange.keycloak.session;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.util.DefaultClientSessionContext;

/**
 * The user session of one authorization of one app: codes, tokens and an offline session belong to it alone, so that what a member allows next in the same
 * browser cannot touch them. It is named by no cookie, and lives no longer than the sign-in it came from, unless it is offline.
 */
public final class AuthorizationSession {
  /** Client-session note with the authorization id. */
  public static final String ID_NOTE = "member_authorization_id";
  /** User-session note with the id of the browser's sign-in session. */
  static final String SIGN_IN_NOTE = "member_authorization_sign_in";
  /** Set by Keycloak when it makes a client session. */
  private static final Set<String> KEYCLOAKS_OWN =
      Set.of(
          AuthenticatedClientSessionModel.STARTED_AT_NOTE,
          AuthenticatedClientSessionModel.USER_SESSION_STARTED_AT_NOTE,
          AuthenticatedClientSessionModel.USER_SESSION_REMEMBER_ME_NOTE);

  private AuthorizationSession() {}

  /** Moves the app's client session out of the browser's sign-in session into a user session of its own. */
  static ClientSessionContext moveOut(KeycloakSession session, UserSessionModel signIn, ClientSessionContext context) {
    AuthenticatedClientSessionModel from = context.getClientSession();
    RealmModel realm = signIn.getRealm();
    UserSessionModel own =
        session
            .sessions()
            .createUserSession(
                null, realm, signIn.getUser(), signIn.getLoginUsername(), signIn.getIpAddress(), signIn.getAuthMethod(), signIn.isRememberMe(), null, null, signIn.getPersistenceState());
    signIn.getNotes().forEach(own::setNote);
    own.setNote(SIGN_IN_NOTE, signIn.getId());
    own.setState(UserSessionModel.State.LOGGED_IN);

    AuthenticatedClientSessionModel to = session.sessions().createClientSession(realm, from.getClient(), own);
    to.setRedirectUri(from.getRedirectUri());
    to.setProtocol(from.getProtocol());
    from.getNotes().forEach((name, value) -> {
      if (!KEYCLOAKS_OWN.contains(name)) to.setNote(name, value);
    });
    Set<ClientScopeModel> scopes = context.getClientScopesStream().collect(Collectors.toSet());
    from.detachFromUserSession();
    return DefaultClientSessionContext.fromClientSessionAndClientScopes(to, scopes, null, session);
  }

  /** Whether this is a session of {@link #moveOut}, and, unless it is offline, its member has not signed out of the browser. */
  public static boolean isAlive(KeycloakSession session, UserSessionModel own) {
    if (own.getNote(SIGN_IN_NOTE) == null) return false;
    return own.isOffline() || signIn(session, own) != null;
  }

  /** Use of the app's session keeps the sign-in from going idle, as it would if they were one. */
  public static void keepSignIn(KeycloakSession session, UserSessionModel own, int now) {
    UserSessionModel signIn = own.isOffline() ? null : signIn(session, own);
    if (signIn != null) signIn.setLastSessionRefresh(now);
  }

  private static UserSessionModel signIn(KeycloakSession session, UserSessionModel own) {
    RealmModel realm = own.getRealm();
    UserSessionModel signIn = session.sessions().getUserSession(realm, own.getNote(SIGN_IN_NOTE));
    boolean same = signIn != null && signIn.getUser() != null && signIn.getUser().equals(own.getUser());
    return same && AuthenticationManager.isSessionValid(realm, signIn) ? signIn : null;
  }

  /** Ends the sessions, online and offline, of these authorizations of one member's for one app. */
  public static void end(KeycloakSession session, RealmModel realm, UserModel user, ClientModel client, Collection<String> authorizationIds) {
    if (authorizationIds.isEmpty()) return;
    List<UserSessionModel> online = session.sessions().getUserSessionsStream(realm, user).toList();
    for (UserSessionModel own : online) if (belongs(own, client, authorizationIds)) session.sessions().removeUserSession(realm, own);
    List<UserSessionModel> offline = session.sessions().getOfflineUserSessionsStream(realm, user).toList();
    for (UserSessionModel own : offline) if (belongs(own, client, authorizationIds)) session.sessions().removeOfflineUserSession(realm, own);
  }

  private static boolean belongs(UserSessionModel own, ClientModel client, Collection<String> authorizationIds) {
    AuthenticatedClientSessionModel clientSession = own.getAuthenticatedClientSessionByClient(client.getId());
    return clientSession != null && authorizationIds.contains(clientSession.getNote(ID_NOTE));
  }
}
