package org.memberexchange.keycloak.session;

import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.common.util.Time;
import org.keycloak.models.AuthenticatedClientSessionModel;
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
  /** Most sessions of one authorization in one sign-in: an app that asks silently again and again keeps the newest. */
  private static final int MOST = 10;
  /** Note of client session and user session with the authorization id. */
  public static final String ID_NOTE = "member_authorization_id";
  /** User-session note with the id of the browser's sign-in session. */
  static final String SIGN_IN_NOTE = "member_authorization_sign_in";
  /** User-session note with the second in which that sign-in began: Keycloak gives a later one of the same browser the same id. */
  private static final String SIGN_IN_STARTED_NOTE = "member_authorization_sign_in_started";
  /** User-session note with the instant at which the session was made, epoch milliseconds. */
  private static final String MADE_NOTE = "member_authorization_made";
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
    own.setNote(MADE_NOTE, String.valueOf(Time.currentTimeMillis()));
    own.setNote(SIGN_IN_NOTE, signIn.getId());
    own.setNote(SIGN_IN_STARTED_NOTE, String.valueOf(signIn.getStarted()));
    String authorizationId = from.getNote(ID_NOTE);
    if (authorizationId != null) {
      retireAllButNewest(session, signIn, authorizationId);
      own.setNote(ID_NOTE, authorizationId);
    }
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
    boolean same =
        signIn != null
            && own.getUser().equals(signIn.getUser())
            && String.valueOf(signIn.getStarted()).equals(own.getNote(SIGN_IN_STARTED_NOTE));
    return same && AuthenticationManager.isSessionValid(realm, signIn) ? signIn : null;
  }

  /** Signing out of the browser, by whichever session the browser was told to end, ends its sign-in and all online sessions that came from it. */
  static void signOut(KeycloakSession session, UserSessionModel ended) {
    String signInId = ended.getNote(SIGN_IN_NOTE) == null ? ended.getId() : ended.getNote(SIGN_IN_NOTE);
    for (UserSessionModel online : session.sessions().getUserSessionsStream(ended.getRealm(), ended.getUser()).toList()) {
      boolean another = !online.getId().equals(ended.getId());
      if (another && (online.getId().equals(signInId) || signInId.equals(online.getNote(SIGN_IN_NOTE))))
        AuthenticationManager.backchannelLogout(session, online, true);
    }
  }

  /** Ends the sessions, online and offline, of these authorizations of one member's. */
  public static void end(KeycloakSession session, RealmModel realm, UserModel user, Collection<String> authorizationIds) {
    if (authorizationIds.isEmpty()) return;
    for (UserSessionModel online : session.sessions().getUserSessionsStream(realm, user).toList())
      if (belongs(online, authorizationIds)) session.sessions().removeUserSession(realm, online);
    for (UserSessionModel offline : session.sessions().getOfflineUserSessionsStream(realm, user).toList())
      if (belongs(offline, authorizationIds)) session.sessions().removeOfflineUserSession(realm, offline);
  }

  private static boolean belongs(UserSessionModel own, Collection<String> authorizationIds) {
    String id = own.getNote(ID_NOTE);
    return id != null && authorizationIds.contains(id);
  }

  private static void retireAllButNewest(KeycloakSession session, UserSessionModel signIn, String authorizationId) {
    session
        .sessions()
        .getUserSessionsStream(signIn.getRealm(), signIn.getUser())
        .filter(own -> authorizationId.equals(own.getNote(ID_NOTE)) && signIn.getId().equals(own.getNote(SIGN_IN_NOTE)))
        .sorted(Comparator.comparing((UserSessionModel own) -> own.getNote(MADE_NOTE)).reversed())
        .skip(MOST - 1)
        .toList()
        .forEach(own -> session.sessions().removeUserSession(signIn.getRealm(), own));
  }
}
