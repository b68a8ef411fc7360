package org.memberexchange.keycloak.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.account.AccountConsole;
import org.keycloak.theme.FreeMarkerException;
import org.keycloak.theme.Theme;
import org.keycloak.theme.freemarker.FreeMarkerProvider;
import org.keycloak.util.JsonSerialization;
import org.memberexchange.keycloak.policy.SharingPolicy;
import org.memberexchange.keycloak.rest.MemberAuthorizationsResourceFactory;

/** Keycloak's account console, where {@code /applications} is the theme's own page of connected apps. */
class MemberAccountConsole extends AccountConsole {
  private static final String PATH = "applications";
  private static final String TEMPLATE = "connected-apps.ftl";
  private final Theme theme;

  MemberAccountConsole(KeycloakSession session, ClientModel client, Theme theme) {
    super(session, client, theme);
    this.theme = theme;
  }

  @Override
  protected String renderAccountConsole(FreeMarkerProvider freeMarker, Map<String, Object> attributes) throws FreeMarkerException {
    if (!isConnectedApps()) return super.renderAccountConsole(freeMarker, attributes);
    attributes.put("environment", escaped(environment(attributes)));
    return freeMarker.processTemplate(attributes, TEMPLATE, theme);
  }

  private boolean isConnectedApps() {
    String account = "/" + Constants.ACCOUNT_MANAGEMENT_CLIENT_ID + "/" + PATH;
    return session.getContext().getUri().getPath().replaceFirst("/+$", "").endsWith(account);
  }

  /** What the page must know before it can ask: `Environment` in the theme's `src/account/environment.ts`. */
  private ObjectNode environment(Map<String, Object> attributes) {
    RealmModel realm = session.getContext().getRealm();
    ObjectNode environment = JsonSerialization.mapper.createObjectNode();
    environment.put("serverUrl", String.valueOf(attributes.get("serverBaseUrl")));
    environment.put("accountUrl", String.valueOf(attributes.get("baseUrl")));
    environment.put("apiUrl", attributes.get("serverBaseUrl") + "/realms/" + realm.getName() + "/" + MemberAuthorizationsResourceFactory.ID);
    environment.put("realm", realm.getName());
    environment.put("displayName", realm.getDisplayName() == null ? "" : realm.getDisplayName());
    environment.set("properties", planSettings((Properties) attributes.get("properties")));
    environment.put("clientId", Constants.ACCOUNT_CONSOLE_CLIENT_ID);
    environment.put("locale", String.valueOf(attributes.get("locale")));
    environment.set("locales", JsonSerialization.mapper.valueToTree(realm.getSupportedLocalesStream().sorted().toList()));
    environment.set("policy", policy(realm));
    return environment;
  }

  /** How the plan brands its pages: settings of Keycloak's environment, by the theme's properties. */
  private static ObjectNode planSettings(Properties theme) {
    ObjectNode settings = JsonSerialization.mapper.createObjectNode();
    theme.stringPropertyNames().stream().filter(name -> name.startsWith("PLAN_")).sorted().forEach(name -> settings.put(name, theme.getProperty(name)));
    return settings;
  }

  /** As realm-config wrote it; null when the extension cannot use it either. */
  private static JsonNode policy(RealmModel realm) {
    try {
      if (SharingPolicy.of(realm).isPresent()) return JsonSerialization.mapper.readTree(realm.getAttribute(SharingPolicy.ATTRIBUTE));
    } catch (IOException malformed) {
      // told to the log by the policy itself
    }
    return JsonSerialization.mapper.nullNode();
  }

  /** JSON that no text in it can end, inside a script element. */
  private static String escaped(ObjectNode json) {
    try {
      return JsonSerialization.mapper.writeValueAsString(json).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
