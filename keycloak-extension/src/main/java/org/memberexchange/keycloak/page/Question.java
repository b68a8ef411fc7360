package org.memberexchange.keycloak.page;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.UserConsentManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.memberexchange.keycloak.policy.AppRules;
import org.memberexchange.keycloak.policy.Relationships;
import org.memberexchange.keycloak.policy.Relationships.Relationship;
import org.memberexchange.keycloak.policy.RequestedScopes;
import org.memberexchange.keycloak.policy.SharingPolicy;
import org.memberexchange.keycloak.record.AuthorizationRecords;
import org.memberexchange.keycloak.record.MemberAuthorizationEntity;
import org.memberexchange.keycloak.token.AuthorizationBinding;
import org.memberexchange.keycloak.token.EffectiveAuthorization;

/** What one sign-in has to decide: which app asks whom for what, whether it may ask at all, and whether the member answered before. */
record Question(
    Optional<String> refusal, SharingPolicy policy, Relationship person, RequestedScopes asked, List<String> durations, Optional<MemberAuthorizationEntity> earlier) {

  static Question of(RequiredActionContext context) {
    KeycloakSession session = context.getSession();
    RealmModel realm = context.getRealm();
    UserModel user = context.getUser();
    AuthenticationSessionModel login = context.getAuthenticationSession();
    ClientModel client = login.getClient();

    Optional<SharingPolicy> policy = SharingPolicy.of(realm);
    if (policy.isEmpty()) return refused("the plan's sharing policy is missing");
    Optional<String> broken = AppRules.brokenBy(client, policy.get());
    if (broken.isPresent()) return refused("this app breaks a rule for apps: " + broken.get());
    UserSessionModel signedIn = session.sessions().getUserSession(realm, login.getParentSession().getId());
    if (signedIn != null && EffectiveAuthorization.isImpersonated(signedIn)) return refused("an administrator cannot decide for a member");
    List<Relationship> people = Relationships.of(user);
    if (people.isEmpty()) return refused("no member record is linked to this sign-in");
    // the request as it came: a remembered answer narrows the scope parameter before the next look
    String narrowed = login.getClientNote(AuthorizationBinding.ASKED_NOTE);
    String scope = narrowed == null ? login.getClientNote(OAuth2Constants.SCOPE) : narrowed;
    RequestedScopes asked =
        new RequestedScopes(MemberAuthorizationEntity.words(scope == null ? "" : scope), AppRules.registeredScopes(client), policy.get());
    if (!asked.hasData()) return refused("no record type that this app is registered for was asked for");

    Relationship person = people.get(0);
    Optional<MemberAuthorizationEntity> earlier =
        new AuthorizationRecords(session)
            .current(realm, user, client, person.patientId())
            .filter(record -> record.standsOn(UserConsentManager.getConsentByClient(session, realm, user, client.getId())));
    return new Question(Optional.empty(), policy.get(), person, asked, AppRules.durations(client, policy.get()), earlier);
  }

  private static Question refused(String reason) {
    return new Question(Optional.of(reason), null, null, null, List.of(), Optional.empty());
  }

  /** The earlier authorization, when it answers all that is asked now: each scope, each category, and not <em>only this time</em>. */
  Optional<MemberAuthorizationEntity> answeredBefore() {
    if (refusal.isPresent()) return Optional.empty();
    return earlier
        .filter(record -> !record.isOnce())
        .filter(record -> record.categoriesVersion.equals(policy.categoriesVersion()) || AuthorizationAnswer.EVERYTHING.equals(record.mode))
        .filter(record -> record.requested().containsAll(asked.all()) && record.types().containsAll(asked.rows().keySet()))
        .filter(record -> !grantedBefore(record).isEmpty());
  }

  /** The part of what is asked now that the earlier answer allows. */
  Set<String> grantedBefore(MemberAuthorizationEntity record) {
    Set<String> allowedParts = new RequestedScopes(record.granted(), record.granted(), policy).partNames();
    Set<String> granted = new HashSet<>(asked.chosen(allowedParts));
    granted.removeIf(name -> !name.equals("openid") && !record.granted().contains(name));
    return granted.stream().anyMatch(name -> name.startsWith("patient/")) ? granted : Set.of();
  }

  /** Everything that the page shows to decide about; an answer to another question is not taken. */
  String fingerprint() {
    return Integer.toHexString(Objects.hash(person, asked.all(), asked.partNames(), policy, durations)) + "-" + asked.partNames().size();
  }

  AuthorizationAnswer startingAnswer() {
    return earlier
        .map(record -> AuthorizationAnswer.earlier(record, asked, policy, durations))
        .orElseGet(() -> AuthorizationAnswer.preselected(asked, policy, durations));
  }
}
