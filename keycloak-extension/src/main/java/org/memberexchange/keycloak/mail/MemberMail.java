package org.memberexchange.keycloak.mail;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.memberexchange.keycloak.record.MemberAuthorizationEntity;

/**
 * E-mails that tell the member what became of a connection. They name neither app nor person nor category, and are sent in the background after the
 * transaction that they tell of: a mail server that is down costs the member nothing.
 */
public final class MemberMail {
  private static final Logger LOG = Logger.getLogger(MemberMail.class);
  private static final String TEMPLATE = "member-authorization.ftl";

  /** What a mail tells; the name is the middle of the theme's message keys. */
  public enum News {
    CONNECTED("Connected"),
    CHANGED("Changed"),
    STOPPED("Stopped"),
    ENDING("Ending");

    private final String key;

    News(String key) {
      this.key = key;
    }
  }

  private MemberMail() {}

  /** To be called within the request that decides; sends nothing when the transaction fails. */
  public static void afterCommit(KeycloakSession session, MemberAuthorizationEntity record, News news) {
    afterCommit(session, record, news, PageAddress.ofRequest(session));
  }

  static void afterCommit(KeycloakSession session, MemberAuthorizationEntity record, News news, URI page) {
    ExecutorService executor = session.getProvider(ExecutorsProvider.class).getExecutor("member-mail");
    KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
    session
        .getTransactionManager()
        .enlistAfterCompletion(
            new AbstractKeycloakTransaction() {
              @Override
              protected void commitImpl() {
                try {
                  executor.execute(() -> send(factory, record, news, page));
                } catch (RejectedExecutionException ending) {
                  LOG.warnf("authorization %s: no e-mail, the server is ending", record.id);
                }
              }

              @Override
              protected void rollbackImpl() {}
            });
  }

  private static void send(KeycloakSessionFactory factory, MemberAuthorizationEntity record, News news, URI page) {
    try {
      KeycloakModelUtils.runJobInTransaction(factory, session -> {
        RealmModel realm = session.realms().getRealm(record.realmId);
        if (realm == null || realm.getSmtpConfig().isEmpty()) return;
        session.getContext().setRealm(realm);
        UserModel user = session.users().getUserById(realm, record.userId);
        if (mayBeWritten(user)) send(session, realm, user, record, news, page);
      });
    } catch (RuntimeException failed) {
      LOG.warnf("authorization %s: an e-mail could not be sent (%s)", record.id, failed.getClass().getSimpleName());
    }
  }

  /** An address that nobody verified may be somebody else's. */
  private static boolean mayBeWritten(UserModel user) {
    return user != null && user.isEnabled() && user.isEmailVerified() && user.getEmail() != null && !user.getEmail().isBlank();
  }

  private static void send(KeycloakSession session, RealmModel realm, UserModel user, MemberAuthorizationEntity record, News news, URI page) {
    // in the member's language, else in that of the page on which they decided
    if (user.getFirstAttribute(UserModel.LOCALE) == null) session.setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, record.language);
    Map<String, Object> attributes = new HashMap<>();
    attributes.put("news", news.key);
    attributes.put("link", page.toString());
    attributes.put(Constants.IGNORE_ACCEPT_LANGUAGE_HEADER, true);
    try {
      session
          .getProvider(EmailTemplateProvider.class)
          .setRealm(realm)
          .setUser(user)
          .send("memberAuthorization" + news.key + "Subject", List.of(planName(realm)), TEMPLATE, attributes);
    } catch (EmailException failed) {
      // its message may hold the address
      LOG.warnf("authorization %s: an e-mail could not be sent (%s)", record.id, cause(failed).getClass().getSimpleName());
    }
  }

  private static String planName(RealmModel realm) {
    return Optional.ofNullable(realm.getDisplayName()).filter(name -> !name.isBlank()).orElse(realm.getName());
  }

  private static Throwable cause(EmailException failed) {
    return failed.getCause() == null ? failed : failed.getCause();
  }
}
