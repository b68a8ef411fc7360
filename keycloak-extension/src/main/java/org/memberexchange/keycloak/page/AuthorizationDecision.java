package org.memberexchange.keycloak.page;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserConsentModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.UserConsentManager;
import org.memberexchange.keycloak.policy.Relationships.Relationship;
import org.memberexchange.keycloak.policy.RequestedScopes;
import org.memberexchange.keycloak.policy.SharingPolicy;
import org.memberexchange.keycloak.record.AuthorizationRecords;
import org.memberexchange.keycloak.record.MemberAuthorizationEntity;

/** Writes a member's yes: the earlier authorization ends, the new one and Keycloak's own consent are stored in one transaction. */
final class AuthorizationDecision {
  /** <em>Only this time</em> ends with the first access token; this is the most that it can last, whatever the token's lifetime. */
  private static final long ONCE_MILLIS = 60 * 60 * 1000L;

  private final KeycloakSession session;
  private final RealmModel realm;
  private final UserModel user;
  private final ClientModel client;
  private final AuthorizationRecords records;

  AuthorizationDecision(RequiredActionContext context) {
    session = context.getSession();
    realm = context.getRealm();
    user = context.getUser();
    client = context.getAuthenticationSession().getClient();
    records = new AuthorizationRecords(session);
  }

  MemberAuthorizationEntity store(Relationship person, RequestedScopes asked, Set<String> granted, AuthorizationAnswer answer, SharingPolicy policy) {
    long now = Time.currentTimeMillis();
    UserConsentModel before = UserConsentManager.getConsentByClient(session, realm, user, client.getId());
    Set<String> consented = new LinkedHashSet<>(granted);
    for (MemberAuthorizationEntity earlier : records.standing(realm, user, client)) {
      // revoking the consent is how a member stops an app; the record learns of it here
      if (!earlier.standsOn(before)) records.end(earlier, MemberAuthorizationEntity.STOPPED, user.getId(), "consent-revoked");
      else if (earlier.patientId.equals(person.patientId())) records.end(earlier, MemberAuthorizationEntity.REPLACED, user.getId(), "allowed-again");
      else if (earlier.runsAt(now)) consented.addAll(earlier.granted());
    }

    MemberAuthorizationEntity authorization = new MemberAuthorizationEntity();
    authorization.id = UUID.randomUUID().toString();
    authorization.revision = 1;
    authorization.realmId = realm.getId();
    authorization.clientId = client.getId();
    authorization.userId = user.getId();
    authorization.patientId = person.patientId();
    authorization.relationship = person.kind();
    authorization.state = MemberAuthorizationEntity.CURRENT;
    authorization.requestedScope = String.join(" ", asked.all());
    authorization.grantedScope = String.join(" ", granted);
    authorization.resourceTypes = String.join(" ", asked.rows().keySet());
    authorization.mode = answer.mode();
    authorization.shared = String.join(" ", answer.categories());
    authorization.categoriesVersion = policy.categoriesVersion();
    authorization.screenVersion = policy.screenVersion();
    authorization.language = session.getContext().resolveLocale(user).toLanguageTag();
    authorization.duration = answer.duration();
    authorization.created = now;
    authorization.until = until(answer, now);
    authorization.consentCreated = consent(before, consented);
    authorization.actor = user.getId();
    authorization.at = now;
    authorization.reason = "allowed";
    records.append(authorization);
    return authorization;
  }

  private static Long until(AuthorizationAnswer answer, long now) {
    if (AuthorizationAnswer.UNTIL_STOPPED.equals(answer.duration())) return null;
    if (answer.isOnce()) return now + ONCE_MILLIS;
    return Instant.ofEpochMilli(now).atZone(ZoneOffset.UTC).plus(Period.parse(answer.duration())).toInstant().toEpochMilli();
  }

  /** Stores the outer gate and tells when it was created; a consent that is made anew later does not revive this authorization. */
  private long consent(UserConsentModel before, Set<String> scopes) {
    UserConsentModel consent = new UserConsentModel(client);
    for (ClientScopeModel scope : client.getClientScopes(false).values())
      if (scope.isDisplayOnConsentScreen() && scopes.contains(scope.getName())) consent.addGrantedClientScope(scope);
    for (ClientScopeModel scope : client.getClientScopes(true).values()) if (scope.isDisplayOnConsentScreen()) consent.addGrantedClientScope(scope);
    if (before != null && before.getCreatedDate() == null) {
      // a consent without a date cannot be told from one that is made later
      UserConsentManager.revokeConsentToClient(session, client, user);
      before = null;
    }
    if (before == null) UserConsentManager.addConsent(session, realm, user, consent);
    else UserConsentManager.updateConsent(session, realm, user, consent);
    return UserConsentManager.getConsentByClient(session, realm, user, client.getId()).getCreatedDate();
  }
}
