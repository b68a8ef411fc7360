package org.memberexchange.keycloak.policy;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;

/** Addresses that an app may have: https, or http on the machine of the person who uses it. */
public final class AppUris {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private AppUris() {}

  /** Exact: one address and no pattern. */
  static boolean isRedirect(String text) {
    return !text.contains("*") && !text.contains("#") && isLink(text);
  }

  /** Whether the machine of whoever follows the address is meant; false for what is no address. */
  public static boolean isLoopback(String text) {
    return host(text).filter(LOOPBACK::contains).isPresent();
  }

  /** Whether Keycloak may fetch it for an app that the plan did not register: https, and not from its own machine. */
  public static boolean isFetched(String text) {
    Optional<String> host = host(text).map(name -> name.endsWith(".") ? name.substring(0, name.length() - 1) : name);
    boolean own = host.filter(name -> name.equals("localhost") || name.endsWith(".localhost") || name.startsWith("127.") || name.startsWith("[") || name.equals("0.0.0.0")).isPresent();
    return host.isPresent() && !own && isLink(text) && text.toLowerCase(Locale.ROOT).startsWith("https:");
  }

  /** In lower case; empty for what is no address with a host. */
  public static Optional<String> host(String text) {
    try {
      return Optional.ofNullable(new URI(text).getHost()).map(name -> name.toLowerCase(Locale.ROOT));
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  static boolean isLink(String text) {
    try {
      URI uri = new URI(text);
      if (uri.getHost() == null || uri.getRawUserInfo() != null) return false;
      return "https".equalsIgnoreCase(uri.getScheme()) || ("http".equalsIgnoreCase(uri.getScheme()) && LOOPBACK.contains(uri.getHost()));
    } catch (URISyntaxException notAnAddress) {
      return false;
    }
  }

  /** What a member can open, and where Keycloak fetches the app's keys. */
  static Stream<String> of(ClientModel app) {
    return Stream.of(app.getBaseUrl(), app.getAttribute("logoUri"), app.getAttribute("policyUri"), app.getAttribute("tosUri"), app.getAttribute("jwks.url"))
        .filter(address -> address != null && !address.isEmpty());
  }
}
