package org.memberexchange.keycloak.page;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.memberexchange.keycloak.session.SignInRequest;

/** What the browser gets from the authorization screen: one of its pages, or the way back to the app without a code. */
final class Challenges {
  private static final String PAGE = "member-authorization.ftl";
  private static final String PERSON_PAGE = "choose-person.ftl";
  private static final String NO_RECORD_PAGE = "no-record.ftl";
  /** Id of the authorization that the page offers. */
  static final String OFFER_NOTE = "member-authorization-offer";
  /** Fingerprint of the question that the page shows. */
  static final String SHOWN_NOTE = "member-authorization-shown";
  /** Where Keycloak keeps the message for its own sign-in form. */
  private static final List<String> INTERRUPTION_NOTES = List.of(LoginActionsService.FORWARDED_ERROR_MESSAGE_NOTE, "fwMessageError");
  private static final Logger LOG = Logger.getLogger(Challenges.class);

  private Challenges() {}

  /** Whatever is posted from this page, the app is refused. */
  static void sayNoRecord(RequiredActionContext context) {
    ClientBean client = new ClientBean(context.getAuthenticationSession().getClient());
    context.challenge(context.form().setAttribute("authorization", new NoRecordBean(client)).createForm(NO_RECORD_PAGE));
  }

  static void askWho(RequiredActionContext context, SignIn signIn, String problem) {
    AuthenticationSessionModel login = context.getAuthenticationSession();
    login.removeAuthNote(SignIn.PERSON_NOTE);
    PersonChoiceBean bean = new PersonChoiceBean(login.getClient(), signIn.questions(), problem);
    context.challenge(context.form().setAttribute("authorization", bean).createForm(PERSON_PAGE));
  }

  static void show(RequiredActionContext context, SignIn signIn, AuthorizationAnswer answer, String problem) {
    Question question = signIn.chosen().orElseThrow();
    AuthenticationSessionModel login = context.getAuthenticationSession();
    String language = context.getSession().getContext().resolveLocale(context.getUser()).getLanguage();
    boolean asksAll = new SignInRequest(login).hasPrompt(OIDCLoginProtocol.PROMPT_VALUE_CONSENT);
    AuthorizationBean bean = new AuthorizationBean(login.getClient(), question, answer, language, problem, asksAll, signIn.choosesPerson());
    AuthorizationDecision decision = new AuthorizationDecision(context);
    boolean sameQuestion = question.fingerprint().equals(login.getAuthNote(SHOWN_NOTE));
    if (!sameQuestion || decision.openOffer(login.getAuthNote(OFFER_NOTE)).isEmpty()) login.setAuthNote(OFFER_NOTE, decision.offer(question));
    login.setAuthNote(SHOWN_NOTE, question.fingerprint());
    context.challenge(context.form().setAttribute("authorization", bean).createForm(PAGE));
  }

  /** Keycloak starts a sign-in anew when a page was open too long or another tab was finished; its message would be lost on a page that is not its own. */
  static String interruption(RequiredActionContext context) {
    AuthenticationSessionModel login = context.getAuthenticationSession();
    boolean interrupted = INTERRUPTION_NOTES.stream().anyMatch(note -> login.getAuthNote(note) != null);
    INTERRUPTION_NOTES.forEach(login::removeAuthNote);
    return interrupted ? "started-again" : "";
  }

  /** The same form posted twice: the first answer stands, and the member is told so. */
  static void alreadyAnswered(RequiredActionContext context) {
    context.getEvent().error("already_answered");
    context.challenge(ErrorPage.error(context.getSession(), context.getAuthenticationSession(), Response.Status.CONFLICT, "memberAuthorizationAlreadyAnswered"));
  }

  /** Sends the app back with {@code access_denied} and its {@code state}; the reason, when it is not the member's no, is for the log: it would tell the app of the member. */
  static void refuse(RequiredActionContext context, String reason) {
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
}
