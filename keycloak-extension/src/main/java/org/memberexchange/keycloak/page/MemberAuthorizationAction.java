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
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.memberexchange.keycloak.policy.AppRules;
import org.memberexchange.keycloak.record.MemberAuthorizationEntity;
import org.memberexchange.keycloak.token.AuthorizationBinding;

/**
 * The authorization screen: asks the member when the record does not answer already, shows the page, and stores the answer. Runs for every sign-in to
 * an app's client; other clients are left alone.
 */
public class MemberAuthorizationAction implements RequiredActionProvider, RequiredActionFactory {
  public static final String ID = "member-authorization";
  static final String PAGE = "member-authorization.ftl";
  private static final String ANSWERED_NOTE = "member-authorization-answered";
  /** Fingerprint of the question that the page shows. */
  private static final String SHOWN_NOTE = "member-authorization-shown";
  private static final Logger LOG = Logger.getLogger(MemberAuthorizationAction.class);

  @Override
  public void evaluateTriggers(RequiredActionContext context) {
    AuthenticationSessionModel login = context.getAuthenticationSession();
    if (!AppRules.isApp(login.getClient()) || login.getAuthNote(ANSWERED_NOTE) != null) return;
    Question question = Question.of(context);
    Optional<MemberAuthorizationEntity> remembered = asksAgain(login) ? Optional.empty() : question.answeredBefore();
    if (remembered.isPresent()) {
      AuthorizationBinding.bind(context, remembered.get(), question.grantedBefore(remembered.get()));
      login.removeRequiredAction(ID);
    } else login.addRequiredAction(ID);
  }

  @Override
  public void requiredActionChallenge(RequiredActionContext context) {
    Question question = Question.of(context);
    if (question.refusal().isPresent()) refuse(context, question.refusal().get());
    else show(context, question, question.startingAnswer(), "");
  }

  @Override
  public void processAction(RequiredActionContext context) {
    Question question = Question.of(context);
    if (question.refusal().isPresent()) {
      refuse(context, question.refusal().get());
      return;
    }
    MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
    List<String> decisions = form.getOrDefault("decision", List.of());
    if (decisions.equals(List.of("deny"))) {
      refuse(context, null);
      return;
    }
    if (!question.fingerprint().equals(context.getAuthenticationSession().getAuthNote(SHOWN_NOTE))) {
      show(context, question, question.startingAnswer(), "not-understood");
      return;
    }
    Optional<AuthorizationAnswer> posted = AuthorizationAnswer.posted(form, question.asked(), question.policy(), question.durations());
    if (posted.isEmpty()) {
      show(context, question, question.startingAnswer(), "not-understood");
      return;
    }
    AuthorizationAnswer answer = posted.get();
    Set<String> granted = new HashSet<>(question.asked().chosen(answer.scopes()));
    if (!decisions.equals(List.of("allow"))) show(context, question, answer, "");
    else if (granted.isEmpty()) show(context, question, answer, "nothing-chosen");
    else if (AuthorizationAnswer.UNTIL_STOPPED.equals(answer.duration()) && question.policy().needsEnd(answer.categories()))
      show(context, question, answer, "needs-end");
    else allow(context, question, answer, granted);
  }

  private static void allow(RequiredActionContext context, Question question, AuthorizationAnswer answer, Set<String> granted) {
    if (answer.isOnce()) granted.remove("offline_access");
    // may take a second: before anything is written, so that nothing waits uncommitted
    AuthorizationBinding.detachAll(context);
    MemberAuthorizationEntity authorization =
        new AuthorizationDecision(context).store(question.person(), question.asked(), granted, answer, question.policy());
    AuthorizationBinding.bind(context, authorization, granted);
    AuthenticationSessionModel login = context.getAuthenticationSession();
    login.setAuthNote(ANSWERED_NOTE, authorization.id);
    login.removeRequiredAction(ID);
    context.success();
  }

  private static void show(RequiredActionContext context, Question question, AuthorizationAnswer answer, String problem) {
    AuthenticationSessionModel login = context.getAuthenticationSession();
    AuthorizationBean bean =
        new AuthorizationBean(
            login.getClient(), question.person(), question.asked(), question.policy(), answer, problem, question.earlier().isPresent());
    login.setAuthNote(SHOWN_NOTE, question.fingerprint());
    context.challenge(context.form().setAttribute("authorization", bean).createForm(PAGE));
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

  /** {@code prompt=consent} asks again whatever is remembered. */
  private static boolean asksAgain(AuthenticationSessionModel login) {
    String prompt = login.getClientNote(OIDCLoginProtocol.PROMPT_PARAM);
    return prompt != null && MemberAuthorizationEntity.words(prompt).contains(OIDCLoginProtocol.PROMPT_VALUE_CONSENT);
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
