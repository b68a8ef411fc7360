package org.memberexchange.keycloak.page;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.memberexchange.keycloak.policy.AppRules;
import org.memberexchange.keycloak.policy.Relationships;
import org.memberexchange.keycloak.policy.Relationships.Relationship;
import org.memberexchange.keycloak.policy.RequestedScopes;
import org.memberexchange.keycloak.policy.SharingPolicy;
import org.memberexchange.keycloak.record.AuthorizationRecords;
import org.memberexchange.keycloak.record.AuthorizationState;
import org.memberexchange.keycloak.session.SignInRequest;
import org.memberexchange.keycloak.token.Condition;
import org.memberexchange.keycloak.token.EffectiveAuthorization;

/**
 * One sign-in to an app: whether it may ask at all, about whom, and what.
 *
 * @param refusal why nothing can be asked; then everything else is empty
 * @param questions one per person about whom this member may decide
 * @param chosen the one about whom this sign-in decides; empty when the member still has to say
 */
record SignIn(Optional<String> refusal, List<Question> questions, Optional<Question> chosen) {
  /** Authentication-session note with the patient id that the member picked. */
  static final String PERSON_NOTE = "member-authorization-person";

  private static final String NO_RECORD = "no member record is linked to this sign-in";

  /** Authentication-session note: this sign-in is by an administrator in the member's name. */
  private static final String IMPERSONATED_NOTE = "member-authorization-impersonated";

  /** Remembers, while the browser's sign-in can be told, whether it is an administrator's: Keycloak may answer under another session later. */
  static void noteImpersonation(RequiredActionContext context) {
    AuthenticationManager.AuthResult signedIn = AuthenticationManager.authenticateIdentityCookie(context.getSession(), context.getRealm(), true);
    UserSessionModel root =
        context.getSession().sessions().getUserSession(context.getRealm(), context.getAuthenticationSession().getParentSession().getId());
    boolean impersonated =
        Stream.of(signedIn == null ? null : signedIn.session(), root).filter(Objects::nonNull).anyMatch(EffectiveAuthorization::isImpersonated);
    if (impersonated) context.getAuthenticationSession().setAuthNote(IMPERSONATED_NOTE, "true");
  }

  static SignIn of(RequiredActionContext context) {
    KeycloakSession session = context.getSession();
    RealmModel realm = context.getRealm();
    UserModel user = context.getUser();
    ClientModel client = context.getAuthenticationSession().getClient();

    Optional<SharingPolicy> policy = SharingPolicy.of(realm);
    if (policy.isEmpty()) return refused("the plan's sharing policy is missing");
    Optional<String> broken = AppRules.brokenBy(client, policy.get());
    if (broken.isPresent()) return refused("this app breaks a rule for apps: " + broken.get());
    if (context.getAuthenticationSession().getAuthNote(IMPERSONATED_NOTE) != null) return refused("an administrator cannot decide for a member");
    List<Relationship> people = Relationships.of(user);
    if (people.isEmpty()) return refused(NO_RECORD);
    SignInRequest request = new SignInRequest(context.getAuthenticationSession());
    RequestedScopes asked = new RequestedScopes(request.asked(), AppRules.registeredScopes(client), policy.get());
    if (!asked.hasData()) return refused("no record type that this app is registered for was asked for");

    List<String> durations = AppRules.durations(client, policy.get());
    AuthorizationRecords records = new AuthorizationRecords(session);
    List<Question> questions =
        people.stream()
            .map(person ->
                new Question(
                    policy.get(), person, asked, durations,
                    records
                        .standing(realm, user, client, person.patientId())
                        .filter(record -> Condition.now(session, realm, user, client, policy.get(), record) == AuthorizationState.CURRENT)))
            .toList();
    return new SignIn(Optional.empty(), questions, chosen(questions, context.getAuthenticationSession().getAuthNote(PERSON_NOTE), request));
  }

  /** The only person, the one picked, or, when no page may be shown, the only one for whom the member answered before. */
  private static Optional<Question> chosen(List<Question> questions, String picked, SignInRequest request) {
    if (questions.size() == 1) return Optional.of(questions.get(0));
    if (picked != null) return about(questions, picked);
    if (!request.hasPrompt(OIDCLoginProtocol.PROMPT_VALUE_NONE)) return Optional.empty();
    List<Question> answered = questions.stream().filter(question -> question.answeredBefore().isPresent()).toList();
    return answered.size() == 1 ? Optional.of(answered.get(0)) : Optional.empty();
  }

  static Optional<Question> about(List<Question> questions, String patientId) {
    return questions.stream().filter(question -> question.person().patientId().equals(patientId)).findFirst();
  }

  private static SignIn refused(String reason) {
    return new SignIn(Optional.of(reason), List.of(), Optional.empty());
  }

  /** The member can do something about this refusal, and is told so; the others are for the log. */
  boolean hasNoRecord() {
    return refusal.filter(NO_RECORD::equals).isPresent();
  }

  boolean choosesPerson() {
    return questions.size() > 1;
  }
}
