package org.memberexchange.keycloak.page;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.resources.LoginActionsService;
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
  static final String PAGE = "member-authorization.ftl";
  static final String PERSON_PAGE = "choose-person.ftl";
  static final String NO_RECORD_PAGE = "no-record.ftl";
  private static final String ANSWERED_NOTE = "member-authorization-answered";
  /** Id of the authorization that the page offers. */
  private static final String OFFER_NOTE = "member-authorization-offer";
  /** Fingerprint of the question that the page shows. */
  private static final String SHOWN_NOTE = "member-authorization-shown";
  /** Where Keycloak keeps the message for its own sign-in form. */
  private static final List<String> INTERRUPTION_NOTES = List.of(LoginActionsService.FORWARDED_ERROR_MESSAGE_NOTE, "fwMessageError");
  private static final Logger LOG = Logger.getLogger(MemberAuthorizationAction.class);

  @Override
  public void evaluateTriggers(RequiredActionContext context) {
    AuthenticationSessionModel login = context.getAuthenticationSession();
    if (!AppRules.isApp(login.getClient()) || login.getAuthNote(ANSWERED_NOTE) != null) return;
    // an app that names a required action itself would get around the page
    login.removeClientNote(Constants.KC_ACTION);
    SignIn.noteImpersonation(context);
    SharingPolicy.of(context.getRealm()).ifPresent(policy -> new AuthorizationDecision(context).settle(policy));
    if (SignIn.of(context).chosen().map(question -> isRemembered(context, question)).orElse(false)) login.removeRequiredAction(ID);
    else login.addRequiredAction(ID);
  }

  @Override
  public void requiredActionChallenge(RequiredActionContext context) {
    SignIn signIn = SignIn.of(context);
    if (signIn.hasNoRecord()) sayNoRecord(context);
    else if (signIn.refusal().isPresent()) refuse(context, signIn.refusal().get());
    else if (signIn.chosen().isEmpty()) askWho(context, signIn, interruption(context));
    else show(context, signIn, signIn.chosen().get().startingAnswer(), interruption(context));
  }

  @Override
  public void processAction(RequiredActionContext context) {
    MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
    List<String> decisions = form.getOrDefault("decision", List.of());
    boolean decides = decisions.equals(List.of("allow")) || decisions.equals(List.of("deny"));
    if (decides) new AuthorizationDecision(context).begin();
    SignIn signIn = SignIn.of(context);
    if (signIn.refusal().isPresent()) refuse(context, signIn.refusal().get());
    else if (decisions.equals(List.of("deny"))) deny(context);
    else if (signIn.choosesPerson() && decisions.equals(List.of("person"))) askWho(context, signIn, "");
    else if (signIn.choosesPerson() && decisions.equals(List.of("continue"))) pick(context, signIn, form.getFirst("person"));
    else if (signIn.chosen().isEmpty()) askWho(context, signIn, "not-understood");
    else answer(context, signIn, form, decisions.equals(List.of("allow")));
  }

  private static void pick(RequiredActionContext context, SignIn signIn, String patientId) {
    Optional<Question> picked = SignIn.about(signIn.questions(), patientId);
    if (picked.isEmpty()) {
      askWho(context, signIn, "not-understood");
      return;
    }
    context.getAuthenticationSession().setAuthNote(SignIn.PERSON_NOTE, patientId);
    if (isRemembered(context, picked.get())) succeed(context, picked.get().answeredBefore().get().id);
    else show(context, SignIn.of(context), picked.get().startingAnswer(), "");
  }

  private static void answer(RequiredActionContext context, SignIn signIn, MultivaluedMap<String, String> form, boolean allowed) {
    Question question = signIn.chosen().orElseThrow();
    if (!question.fingerprint().equals(context.getAuthenticationSession().getAuthNote(SHOWN_NOTE))) {
      show(context, signIn, question.startingAnswer(), "changed");
      return;
    }
    Optional<AuthorizationAnswer> posted = AuthorizationAnswer.posted(form, question.asked(), question.policy(), question.durations());
    if (posted.isEmpty()) {
      show(context, signIn, question.startingAnswer(), "not-understood");
      return;
    }
    AuthorizationAnswer answer = posted.get().without(question.closed());
    Set<String> granted = new HashSet<>(question.asked().chosen(answer.scopes()));
    if (!allowed) show(context, signIn, answer, "");
    else if (granted.isEmpty()) show(context, signIn, answer, "nothing-chosen");
    else if (Durations.UNTIL_STOPPED.equals(answer.duration()) && question.policy().needsEnd(answer.categories()))
      show(context, signIn, answer, "needs-end");
    else allow(context, question, answer, granted);
  }

  private static void allow(RequiredActionContext context, Question question, AuthorizationAnswer answer, Set<String> granted) {
    if (answer.isOnce()) granted.remove("offline_access");
    AuthenticationSessionModel login = context.getAuthenticationSession();
    AuthorizationDecision decision = new AuthorizationDecision(context);
    Optional<MemberAuthorizationEntity> offer = decision.openOffer(login.getAuthNote(OFFER_NOTE));
    if (offer.isEmpty()) {
      alreadyAnswered(context);
      return;
    }
    MemberAuthorizationEntity authorization = decision.allow(offer.get(), question, granted, answer);
    new SignInRequest(login).tieTo(authorization.id, granted, context.getSession(), context.getUser());
    succeed(context, authorization.id);
  }

  private static void deny(RequiredActionContext context) {
    AuthorizationDecision decision = new AuthorizationDecision(context);
    decision.openOffer(context.getAuthenticationSession().getAuthNote(OFFER_NOTE)).ifPresent(decision::decline);
    refuse(context, null);
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

  /** Whatever is posted from this page, the app is refused. */
  private static void sayNoRecord(RequiredActionContext context) {
    AuthorizationBean.ClientBean client = new AuthorizationBean.ClientBean(context.getAuthenticationSession().getClient());
    context.challenge(context.form().setAttribute("authorization", new NoRecordBean(client)).createForm(NO_RECORD_PAGE));
  }

  private static void askWho(RequiredActionContext context, SignIn signIn, String problem) {
    AuthenticationSessionModel login = context.getAuthenticationSession();
    login.removeAuthNote(SignIn.PERSON_NOTE);
    PersonChoiceBean bean = new PersonChoiceBean(login.getClient(), signIn.questions(), problem);
    context.challenge(context.form().setAttribute("authorization", bean).createForm(PERSON_PAGE));
  }

  private static void show(RequiredActionContext context, SignIn signIn, AuthorizationAnswer answer, String problem) {
    Question question = signIn.chosen().orElseThrow();
    AuthenticationSessionModel login = context.getAuthenticationSession();
    String language = context.getSession().getContext().resolveLocale(context.getUser()).getLanguage();
    AuthorizationBean bean = new AuthorizationBean(login.getClient(), question, answer, language, problem, signIn.choosesPerson());
    AuthorizationDecision decision = new AuthorizationDecision(context);
    boolean sameQuestion = question.fingerprint().equals(login.getAuthNote(SHOWN_NOTE));
    if (!sameQuestion || decision.openOffer(login.getAuthNote(OFFER_NOTE)).isEmpty()) login.setAuthNote(OFFER_NOTE, decision.offer(question));
    login.setAuthNote(SHOWN_NOTE, question.fingerprint());
    context.challenge(context.form().setAttribute("authorization", bean).createForm(PAGE));
  }

  /** Keycloak starts a sign-in anew when a page was open too long or another tab was finished; its message would be lost on a page that is not its own. */
  private static String interruption(RequiredActionContext context) {
    AuthenticationSessionModel login = context.getAuthenticationSession();
    boolean interrupted = INTERRUPTION_NOTES.stream().anyMatch(note -> login.getAuthNote(note) != null);
    INTERRUPTION_NOTES.forEach(login::removeAuthNote);
    return interrupted ? "started-again" : "";
  }

  /** The same form posted twice: the first answer stands, and the member is told so. */
  private static void alreadyAnswered(RequiredActionContext context) {
    context.getEvent().error("already_answered");
    context.challenge(ErrorPage.error(context.getSession(), context.getAuthenticationSession(), Response.Status.CONFLICT, "memberAuthorizationAlreadyAnswered"));
  }

  /** Sends the app back with {@code access_denied} and its {@code state}; the reason, when it is not the member's no, is for the log: it would tell the app of the member. */
  private static void refuse(RequiredActionContext context, String reason) {
    AuthenticationSessionModel login = context.getAuthenticationSession();
    if (reason != null) LOG.warnf("client %s: no authorization: %s", login.getClient().getClientId(), reason);
    Response response =
        context
            .getSession()
            .getProvider(LoginProtocol.class, login.getProtocol())
            .setRealm(context.getRealm())
            .setHttpHeaders(context.getHttpRequest().getHttpHeaders())
            .setUriInfo(context.getUriInfo())
            .setEventBuilder(context.getEvent())
            .sendError(login, LoginProtocol.Error.CONSENT_DENIED, null);
    context.getEvent().error(reason == null ? "rejected_by_user" : "not_allowed");
    context.challenge(response);
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
