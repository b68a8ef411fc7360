package org.memberexchange.keycloak.page;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.OAuth2Constants;
import org.memberexchange.keycloak.policy.Durations;
import org.memberexchange.keycloak.policy.RecordRow;
import org.memberexchange.keycloak.policy.RequestedScopes;
import org.memberexchange.keycloak.policy.SharingPolicy;
import org.memberexchange.keycloak.record.AnsweredScopes;
import org.memberexchange.keycloak.record.MemberAuthorizationEntity;

/**
 * What a member answered, or would answer by default: the state of the page's form. Nothing in it widens what was asked: scopes and categories that
 * are not on the page do not survive {@link #posted}.
 */
public record AuthorizationAnswer(String mode, Set<String> scopes, Set<String> categories, String duration) {
  public static final String EVERYTHING = "everything";
  public static final String ALL_BUT_SENSITIVE = "all-but-sensitive";
  public static final String CHOSEN = "chosen";
  private static final List<String> MODES = List.of(ALL_BUT_SENSITIVE, EVERYTHING, CHOSEN);

  /** The page as a member first meets it: all but sensitive, and the shortest duration that gives the app the access that it asks for. */
  static AuthorizationAnswer preselected(RequestedScopes asked, SharingPolicy policy, List<String> durations) {
    boolean lasting = asked.all().contains(OAuth2Constants.OFFLINE_ACCESS);
    String duration = durations.stream().filter(one -> !lasting || !one.equals(Durations.ONCE)).findFirst().orElse(durations.get(0));
    return new AuthorizationAnswer(ALL_BUT_SENSITIVE, allParts(asked), policy.allButSensitive(), duration);
  }

  /** The page as a member who answered before meets it again: the earlier answer. What is new has no tick for who chose each thing, because nobody chose it yet. */
  static AuthorizationAnswer earlier(MemberAuthorizationEntity before, RequestedScopes asked, SharingPolicy policy, List<String> durations) {
    AnsweredScopes then = new AnsweredScopes(before);
    Set<String> scopes = allParts(asked);
    scopes.removeIf(name -> !then.wasAllowed(name) && (before.mode.equals(CHOSEN) || then.wasAsked(name)));
    // a category starts ticked only when the member once ticked that very one, in the meaning that it has (R4, D2)
    Set<String> categories = before.mode.equals(CHOSEN) ? new LinkedHashSet<>(before.sharedCategories()) : policy.allButSensitive();
    categories.retainAll(policy.everything());
    if (before.mode.equals(CHOSEN)) categories.removeIf(code -> policy.isNewer(code, before.categoriesVersion));
    return new AuthorizationAnswer(before.mode, scopes, categories, durations.contains(before.duration) ? before.duration : durations.get(0));
  }

  /** What was posted, or empty when mode or duration is not one of those offered. An absent duration is the shortest. */
  static Optional<AuthorizationAnswer> posted(
      MultivaluedMap<String, String> form, RequestedScopes asked, SharingPolicy policy, List<String> durations) {
    String mode = form.getFirst("mode");
    String duration = form.getFirst("duration") == null ? durations.get(0) : form.getFirst("duration");
    if (mode == null || !MODES.contains(mode) || !durations.contains(duration)) return Optional.empty();
    Set<String> scopes = allParts(asked);
    Set<String> categories =
        switch (mode) {
          case EVERYTHING -> policy.everything();
          case ALL_BUT_SENSITIVE -> policy.allButSensitive();
          default -> {
            scopes = new LinkedHashSet<>();
            for (RecordRow row : asked.rows().values()) scopes.addAll(row.ticked(words(form.get("scope")), words(form.get("part"))));
            Set<String> ticked = words(form.get("category"));
            ticked.retainAll(policy.everything());
            yield ticked;
          }
        };
    return Optional.of(new AuthorizationAnswer(mode, scopes, categories, duration));
  }

  /** The same without what is closed to the member, whatever the way. */
  AuthorizationAnswer without(Set<String> closed) {
    Set<String> open = new LinkedHashSet<>(categories);
    open.removeAll(closed);
    return new AuthorizationAnswer(mode, scopes, open, duration);
  }

  boolean isOnce() {
    return Durations.ONCE.equals(duration);
  }

  private static Set<String> allParts(RequestedScopes asked) {
    return new LinkedHashSet<>(asked.partNames());
  }

  private static Set<String> words(List<String> values) {
    Set<String> words = new LinkedHashSet<>();
    if (values != null) for (String value : values) words.addAll(MemberAuthorizationEntity.words(value));
    return words;
  }
}
