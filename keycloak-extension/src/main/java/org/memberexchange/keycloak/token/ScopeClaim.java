package org.memberexchange.keycloak.token;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.representations.AccessToken;
import org.memberexchange.keycloak.record.MemberAuthorizationEntity;

/**
 * The scope inside an access token. A hundred names would make it too long for a header, so a long scope leaves out the resource scopes that its
 * authorization grants anyway, and names those that this token lacks. The token response and introspection say it whole.
 */
final class ScopeClaim {
  /** Claim with the granted resource scopes that the token does not have; where it is missing, {@code scope} is whole. */
  static final String WITHOUT = "member_authorization_without";
  private static final int LONG = 1_000;

  private ScopeClaim() {}

  /** @param granted scope names of the authorization */
  static void shorten(AccessToken token, Set<String> granted) {
    token.getOtherClaims().remove(WITHOUT);
    Set<String> words = literal(token);
    if (String.join(" ", words).length() <= LONG) return;
    Set<String> lacking = resources(granted);
    lacking.removeAll(words);
    words.removeAll(resources(granted));
    if (words.size() + lacking.size() >= literal(token).size()) return;
    token.setScope(String.join(" ", words));
    token.getOtherClaims().put(WITHOUT, String.join(" ", lacking));
  }

  /** The token's scope names, whole; of those that it leaves out only what is granted. */
  static Set<String> words(AccessToken token, Set<String> granted) {
    Set<String> words = literal(token);
    if (!(token.getOtherClaims().get(WITHOUT) instanceof String without)) return words;
    words.addAll(resources(granted));
    words.removeAll(MemberAuthorizationEntity.words(without));
    return words;
  }

  private static Set<String> literal(AccessToken token) {
    return MemberAuthorizationEntity.words(token.getScope() == null ? "" : token.getScope());
  }

  private static Set<String> resources(Set<String> names) {
    return names.stream().filter(name -> name.startsWith("patient/")).collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
