package org.memberexchange.keycloak.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserConsentModel;
import org.keycloak.models.UserModel;
import org.memberexchange.keycloak.mail.MemberMail;
import org.memberexchange.keycloak.policy.Durations;
import org.memberexchange.keycloak.policy.SharingPolicy;
import org.memberexchange.keycloak.record.AuthorizationRecords;
import org.memberexchange.keycloak.record.AuthorizationState;
import org.memberexchange.keycloak.record.MemberAuthorizationEntity;
import org.memberexchange.keycloak.record.NativeConsent;
import org.memberexchange.keycloak.session.AuthorizationSession;
import org.memberexchange.keycloak.token.Condition;

/** Writes what the page offered and what the member answered. An answer, the end of the earlier one and Keycloak's consent are one transaction. */
final class AuthorizationDecision {
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

  /** From here on nobody else decides for this member and app until this transaction ends, and what they decided before is seen. */
  void begin() {
    records.lock(realm, user, client);
  }

  /** The offer, when it is still to be answered. */
  Optional<MemberAuthorizationEntity> openOffer(String id) {
    if (id == null) return Optional.empty();
    return records.newestRevision(id).filter(offer -> offer.state() == AuthorizationState.OFFERED);
  }

  /** Whether what was answered earlier in this sign-in is stored and holds. */
  boolean stands(String id, SharingPolicy policy) {
    return records
        .newestRevision(id)
        .filter(record -> Condition.now(session, realm, user, client, policy, record) == AuthorizationState.CURRENT)
        .isPresent();
  }

  /** Writes down what has ended by itself, for whomever it was; not to be called after {@link #begin}. */
  void settle(SharingPolicy policy) {
    for (MemberAuthorizationEntity standing : records.standing(realm, user, client)) Condition.settled(session, realm, user, client, policy, standing);
  }

  /** Writes that the page was shown, and returns the id that the authorization will have. */
  String offer(Question question) {
    long now = Time.currentTimeMillis();
    MemberAuthorizationEntity offer = new MemberAuthorizationEntity();
    offer.id = UUID.randomUUID().toString();
    offer.revision = 1;
    offer.realmId = realm.getId();
    offer.clientId = client.getId();
    offer.userId = user.getId();
    offer.patientId = question.person().patientId();
    offer.relationship = question.person().kind();
    offer.state = AuthorizationState.OFFERED.word();
    copyShown(question, offer);
    offer.grantedScope = "";
    offer.mode = "none";
    offer.shared = "";
    offer.duration = "none";
    offer.created = now;
    offer.actor = client.getClientId();
    offer.at = now;
    offer.reason = "asked";
    records.append(offer);
    return offer.id;
  }

  /** What the page shows to decide about, and how. */
  private void copyShown(Question question, MemberAuthorizationEntity row) {
    row.requestedScope = String.join(" ", question.asked().all());
    row.resourceTypes = String.join(" ", question.asked().rows().keySet());
    row.categoriesVersion = question.policy().categoriesVersion();
    row.screenVersion = question.policy().screenVersion();
    row.language = session.getContext().resolveLocale(user).toLanguageTag();
  }

  void decline(MemberAuthorizationEntity offer) {
    records.step(offer, AuthorizationState.DECLINED, user.getId(), "declined");
  }

  MemberAuthorizationEntity allow(MemberAuthorizationEntity offer, Question question, Set<String> granted, AuthorizationAnswer answer) {
    NativeConsent nativeConsent = new NativeConsent(session, realm, user, client);
    UserConsentModel before = nativeConsent.read();
    Set<String> consented = new LinkedHashSet<>(granted);
    List<String> replaced = new ArrayList<>();
    consented.addAll(endEarlier(offer.patientId, question.policy(), replaced));

    long now = Time.currentTimeMillis();
    MemberAuthorizationEntity authorization = MemberAuthorizationEntity.after(offer, AuthorizationState.CURRENT, user.getId(), now, "allowed");
    copyShown(question, authorization);
    authorization.grantedScope = String.join(" ", granted);
    authorization.mode = answer.mode();
    authorization.shared = String.join(" ", answer.categories());
    authorization.duration = answer.duration();
    authorization.created = now;
    authorization.until = Durations.end(answer.duration(), Instant.ofEpochMilli(now)).map(Instant::toEpochMilli).orElse(null);
    authorization.consentCreated = nativeConsent.hold(consented, before);
    records.append(authorization);
    MemberMail.afterCommit(session, authorization, replaced.isEmpty() ? MemberMail.News.CONNECTED : MemberMail.News.CHANGED);
    return authorization;
  }

  /** Ends what this answer replaces, writes down what has ended by itself, and returns the scopes of what goes on for other persons. */
  private Set<String> endEarlier(String patientId, SharingPolicy policy, List<String> replaced) {
    Set<String> goesOn = new LinkedHashSet<>();
    for (MemberAuthorizationEntity earlier : records.standing(realm, user, client)) {
      AuthorizationState now = Condition.now(session, realm, user, client, policy, earlier);
      if (!now.stands()) Condition.write(session, realm, user, earlier, now);
      else if (earlier.patientId.equals(patientId)) {
        records.step(earlier, AuthorizationState.REPLACED, user.getId(), "allowed-again");
        replaced.add(earlier.id);
      } else goesOn.addAll(earlier.granted());
    }
    AuthorizationSession.end(session, realm, user, replaced);
    return goesOn;
  }
}
