package org.memberexchange.keycloak.record;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserConsentModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.UserCache;
import org.keycloak.services.managers.UserConsentManager;

/** Keycloak's own consent of one member for one app, the outer gate: it holds the scopes of all standing authorizations together. */
public final class NativeConsent {
  private final KeycloakSession session;
  private final RealmModel realm;
  private final UserModel user;
  private final ClientModel client;

  public NativeConsent(KeycloakSession session, RealmModel realm, UserModel user, ClientModel client) {
    this.session = session;
    this.realm = realm;
    this.user = user;
    this.client = client;
  }

  /** Null when there is none. */
  public UserConsentModel read() {
    return UserConsentManager.getConsentByClient(session, realm, user, client.getId());
  }

  /** As {@link #read()}, from the database: what another transaction has just written is not in the cache. */
  public UserConsentModel readAnew() {
    UserCache cache = session.getProvider(UserCache.class);
    if (cache != null) cache.evict(realm, user);
    return read();
  }

  /** Makes the consent hold {@code scopes} and tells when it was created; a consent that is made anew later revives no authorization. */
  public long hold(Set<String> scopes, UserConsentModel before) {
    if (before != null && before.getCreatedDate() == null) {
      // a consent without a date cannot be told from one that is made later
      UserConsentManager.revokeConsentToClient(session, client, user);
      before = null;
    }
    UserConsentModel consent = new UserConsentModel(client);
    for (ClientScopeModel scope : client.getClientScopes(false).values())
      if (scope.isDisplayOnConsentScreen() && scopes.contains(scope.getName())) consent.addGrantedClientScope(scope);
    for (ClientScopeModel scope : client.getClientScopes(true).values()) if (scope.isDisplayOnConsentScreen()) consent.addGrantedClientScope(scope);
    if (before == null) UserConsentManager.addConsent(session, realm, user, consent);
    else UserConsentManager.updateConsent(session, realm, user, consent);
    return read().getCreatedDate();
  }

  /** After one authorization ended: the consent holds what the {@code left} ones need, and goes when none is left. */
  public void shrinkTo(List<MemberAuthorizationEntity> left) {
    UserConsentModel before = readAnew();
    if (before == null) return;
    Set<String> scopes = new LinkedHashSet<>();
    for (MemberAuthorizationEntity authorization : left) if (authorization.standsOn(before)) scopes.addAll(authorization.granted());
    if (scopes.isEmpty()) UserConsentManager.revokeConsentToClient(session, client, user);
    else hold(scopes, before);
  }
}
