package org.memberexchange.keycloak.page;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.memberexchange.keycloak.policy.AppRules;
import org.memberexchange.keycloak.policy.Durations;
import org.memberexchange.keycloak.policy.SharingPolicy;
import org.memberexchange.keycloak.record.MemberAuthorizationEntity;
import org.memberexchange.keycloak.session.SignInRequest;

/**
 * The authorization screen: asks the member when the record does not answer already, shows the page, and stores the answer. Runs for every sign-in to
 * an app's client; other clients are left alone.
 */
public class MemberAuthorizationAction implements RequiredActionProvider, RequiredActionFactory {
  public static final String ID = "member-authorization";
  private static final String ANSWERED_NOTE = "member-authorization-answered";

  @Override
  public void evaluateTriggers(RequiredActionContext context) {
    AuthenticationSessionModel login = context.getAuthenticationSession();
    if (!AppRules.isApp(login.getClient())) return;
    AuthorizationDecision decision = new AuthorizationDecision(context);
    boolean wasShown = login.getAuthNote(Challenges.OFFER_NOTE) != null;
    // of a form that is posted twice, the second post finds the notes of the first before its transaction ends
    if (wasShown) decision.begin();
    String answered = login.getAuthNote(ANSWERED_NOTE);
    Optional<SharingPolicy> policy = SharingPolicy.of(context.getRealm());
    if (answered != null && policy.filter(now -> decision.stands(answered, now)).isPresent()) return;
    login.removeAuthNote(ANSWERED_NOTE);
    // an app that names a required action itself would get around the page
    login.removeClientNote(Constants.KC_ACTION);
    SignIn.noteImpersonation(context);
    if (!wasShown) policy.ifPresent(decision::settle);
    if (SignIn.of(context).chosen().map(question -> isRemembered(context, question)).orElse(false)) login.removeRequiredAction(ID);
    else login.addRequiredAction(ID);
  }

  @Override
  public void requiredActionChallenge(RequiredActionContext context) {
    SignIn signIn = SignIn.of(context);
    if (signIn.hasNoRecord()) Challenges.sayNoRecord(context);
    else if (signIn.refusal().isPresent()) Challenges.refuse(context, signIn.refusal().get());
    else if (signIn.chosen().isEmpty()) Challenges.askWho(context, signIn, Challenges.interruption(context));
    else Challenges.show(context, signIn, signIn.chosen().get().startingAnswer(), Challenges.interruption(context));
  }

  @Override
  public void processAction(RequiredActionContext context) {
    MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
    List<String> decisions = form.getOrDefault("decision", List.of());
    boolean decides = decisions.equals(List.of("allow")) || decisions.equals(List.of("deny"));
    if (decides) new AuthorizationDecision(context).begin();
    SignIn signIn = SignIn.of(context);
    if (signIn.refusal().isPresent()) Challenges.refuse(context, signIn.refusal().get());
    else if (decisions.equals(List.of("deny"))) deny(context);
    else if (signIn.choosesPerson() && decisions.equals(List.of("person"))) Challenges.askWho(context, signIn, "");
    else if (signIn.choosesPerson() && decisions.equals(List.of("continue"))) pick(context, signIn, form.getFirst("person"));
    else if (signIn.chosen().isEmpty()) Challenges.askWho(context, signIn, "not-understood");
    else answer(context, signIn, form, decisions.equals(List.of("allow")));
  }

  private static void pick(RequiredActionContext context, SignIn signIn, String patientId) {
    Optional<Question> picked = SignIn.about(signIn.questions(), patientId);
    if (picked.isEmpty()) {
      Challenges.askWho(context, signIn, "not-understood");
      return;
    }
    context.getAuthenticationSession().setAuthNote(SignIn.PERSON_NOTE, patientId);
    if (isRemembered(context, picked.get())) succeed(context, picked.get().answeredBefore().get().id);
    else Challenges.show(context, SignIn.of(context), picked.get().startingAnswer(), "");
  }

  private static void answer(RequiredActionContext context, SignIn signIn, MultivaluedMap<String, String> form, boolean allowed) {
    Question question = signIn.chosen().orElseThrow();
    if (!question.fingerprint().equals(context.getAuthenticationSession().getAuthNote(Challenges.SHOWN_NOTE))) {
      Challenges.show(context, signIn, question.startingAnswer(), "changed");
      return;
    }
    Optional<AuthorizationAnswer> posted = AuthorizationAnswer.posted(form, question.asked(), question.policy(), question.durations());
    if (posted.isEmpty()) {
      Challenges.show(context, signIn, question.startingAnswer(), "not-understood");
      return;
    }
    AuthorizationAnswer answer = posted.get().without(question.closed());
    Set<String> granted = new HashSet<>(question.asked().chosen(answer.scopes()));
    if (!allowed) Challenges.show(context, signIn, answer, "");
    else if (granted.isEmpty()) Challenges.show(context, signIn, answer, "nothing-chosen");
    else if (Durations.UNTIL_STOPPED.equals(answer.duration()) && question.policy().needsEnd(answer.categories()))
      Challenges.show(context, signIn, answer, "needs-end");
    else allow(context, question, answer, granted);
  }

  private static void allow(RequiredActionContext context, Question question, AuthorizationAnswer answer, Set<String> granted) {
    if (answer.isOnce()) granted.remove("offline_access");
    AuthenticationSessionModel login = context.getAuthenticationSession();
    AuthorizationDecision decision = new AuthorizationDecision(context);
    Optional<MemberAuthorizationEntity> offer = decision.openOffer(login.getAuthNote(Challenges.OFFER_NOTE));
    if (offer.isEmpty()) {
      Challenges.alreadyAnswered(context);
      return;
    }
    MemberAuthorizationEntity authorization = decision.allow(offer.get(), question, granted, answer);
    new SignInRequest(login).tieTo(authorization.id, granted, context.getSession(), context.getUser());
    succeed(context, authorization.id);
  }

  private static void deny(RequiredActionContext context) {
    AuthorizationDecision decision = new AuthorizationDecision(context);
    decision.openOffer(context.getAuthenticationSession().getAuthNote(Challenges.OFFER_NOTE)).ifPresent(decision::decline);
    Challenges.refuse(context, null);
  }

  /** Ties the request to what the member answered before, when that answers it all and the app does not want to ask again. */
  private static boolean isRemembered(RequiredActionContext context, Question question) {
    SignInRequest request = new SignInRequest(context.getAuthenticationSession());
    Optional<MemberAuthorizationEntity> before = question.answeredBefore();
    if (before.isEmpty() || request.hasPrompt(OIDCLoginProtocol.PROMPT_VALUE_CONSENT)) return false;
    request.tieTo(before.get().id, question.grantedBefore(before.get()), context.getSession(), context.getUser());
    return true;
  }

  private static void succeed(RequiredActionContext context, String authorizationId) {
    AuthenticationSessionModel login = context.getAuthenticationSession();
    login.setAuthNote(ANSWERED_NOTE, authorizationId);
    login.removeRequiredAction(ID);
    context.success();
  }

  @Override
  public RequiredActionProvider create(KeycloakSession session) {
    return this;
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayText() {
    return "Member authorization";
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
