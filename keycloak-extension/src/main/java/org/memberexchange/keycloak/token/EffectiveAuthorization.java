package org.memberexchange.keycloak.token;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserConsentModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.UserConsentManager;
import org.keycloak.representations.AccessToken;
import org.memberexchange.keycloak.policy.AppRules;
import org.memberexchange.keycloak.policy.Relationships;
import org.memberexchange.keycloak.policy.RequestedScopes;
import org.memberexchange.keycloak.policy.ResourceScope;
import org.memberexchange.keycloak.policy.SharingPolicy;
import org.memberexchange.keycloak.record.AuthorizationRecords;
import org.memberexchange.keycloak.record.AuthorizationState;
import org.memberexchange.keycloak.record.MemberAuthorizationEntity;
import org.memberexchange.keycloak.session.AuthorizationSession;

/** What an authorization is worth now: record ∩ token ∩ native consent ∩ relationship ∩ not past its end. Whatever is missing makes it worth nothing. */
public final class EffectiveAuthorization {
  private final MemberAuthorizationEntity record;
  private final Set<String> scope;
  private final SharedNow shared;
  private final Set<String> tokenScope;

  private EffectiveAuthorization(MemberAuthorizationEntity record, Set<String> tokenScope, Set<String> scope, SharedNow shared) {
    this.record = record;
    this.tokenScope = tokenScope;
    this.scope = scope;
    this.shared = shared;
  }

  /** @param token null when only the authorization itself is asked about */
  public static Optional<EffectiveAuthorization> of(KeycloakSession session, UserSessionModel userSession, AuthenticatedClientSessionModel clientSession, AccessToken token) {
    if (userSession == null || clientSession == null) return Optional.empty();
    String id = clientSession.getNote(AuthorizationSession.ID_NOTE);
    RealmModel realm = userSession.getRealm();
    UserModel user = userSession.getUser();
    ClientModel client = clientSession.getClient();
    if (id == null || user == null || !user.isEnabled() || isImpersonated(userSession)) return Optional.empty();
    if (!AuthorizationSession.isAlive(session, userSession)) return Optional.empty();
    Optional<SharingPolicy> policy = SharingPolicy.of(realm);
    if (policy.isEmpty()) return Optional.empty();

    AuthorizationRecords records = new AuthorizationRecords(session);
    MemberAuthorizationEntity record = records.newestRevision(id).filter(found -> isOf(found, realm, user, client)).orElse(null);
    if (record == null || Condition.settled(session, realm, user, client, policy.get(), record) != AuthorizationState.CURRENT) return Optional.empty();
    Optional<MemberAuthorizationEntity> standing = records.standing(realm, user, client, record.patientId);
    if (standing.isEmpty() || !standing.get().id.equals(id)) return Optional.empty();

    UserConsentModel consent = UserConsentManager.getConsentByClient(session, realm, user, client.getId());
    Set<String> scope = new LinkedHashSet<>(record.granted());
    Set<String> tokenScope = token == null ? Set.of() : ScopeClaim.words(token, record.granted());
    if (token != null) scope.retainAll(tokenScope);
    scope.removeIf(name -> !name.startsWith("patient/") || !isConsented(client, consent, name));
    Set<String> opened = new RequestedScopes(scope, AppRules.registeredScopes(client), policy.get()).openedFor(record.types());
    return Relationships.find(user, record.patientId, record.relationship)
        .map(relationship -> new EffectiveAuthorization(record, tokenScope, opened, SharedNow.of(record, policy.get(), relationship)));
  }

  /** Whether an administrator holds this session in the member's name. */
  public static boolean isImpersonated(UserSessionModel userSession) {
    return userSession.getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString()) != null;
  }

  private static boolean isOf(MemberAuthorizationEntity record, RealmModel realm, UserModel user, ClientModel client) {
    return record.realmId.equals(realm.getId()) && record.userId.equals(user.getId()) && record.clientId.equals(client.getId());
  }

  private static boolean isConsented(ClientModel client, UserConsentModel consent, String name) {
    ClientScopeModel scope = client.getClientScopes(false).get(name);
    return scope != null && consent != null && consent.isClientScopeGranted(scope);
  }

  public String id() {
    return record.id;
  }

  public String patientId() {
    return record.patientId;
  }

  /** Whether the member shares their own record; a representative is not the patient. */
  public boolean isOwnRecord() {
    return Relationships.SELF.equals(record.relationship);
  }

  public boolean isOnce() {
    return record.isOnce();
  }

  /** The token's scope names, whole; none when it was asked for without a token. */
  public Set<String> tokenScope() {
    return tokenScope;
  }

  /** Scope names as they were granted. */
  Set<String> granted() {
    return record.granted();
  }

  /** The token's scope as its app was told it; where something has been taken away since, a word is the list of what is left of it. */
  Set<String> scopeAsGranted() {
    Set<String> told = new LinkedHashSet<>();
    for (String word : tokenScope) {
      if (!word.startsWith("patient/")) told.add(word);
      else ResourceScope.of(word).ifPresent(resource -> told.addAll(leftOf(resource)));
    }
    return told;
  }

  private Set<String> leftOf(ResourceScope word) {
    boolean whole = word.isWildcard() ? record.types().stream().allMatch(type -> scope.contains(word.ofType(type).name())) : scope.contains(word.name());
    if (whole) return Set.of(word.name());
    return scope.stream().filter(name -> ResourceScope.of(name).filter(word::covers).isPresent()).collect(Collectors.toSet());
  }

  /** When it ends, in seconds since the epoch; empty when it has no end. */
  public Optional<Long> end() {
    return Optional.ofNullable(record.until).map(until -> until / 1000);
  }

  /** Claim {@code member_authorization} (docs/contracts.md, section 5). */
  Map<String, Object> claim() {
    Map<String, Object> claim = new LinkedHashMap<>();
    claim.put("id", record.id);
    claim.put("patient", record.patientId);
    claim.put("scope", String.join(" ", scope));
    claim.put("mode", shared.mode());
    claim.put("shared", new ArrayList<>(shared.categories()));
    claim.put("categoriesVersion", shared.categoriesVersion());
    // a Java null would be left out of the answer; the facade wants it said
    claim.put("until", end().<Object>map(until -> until).orElseGet(NullNode::getInstance));
    return claim;
  }
}
