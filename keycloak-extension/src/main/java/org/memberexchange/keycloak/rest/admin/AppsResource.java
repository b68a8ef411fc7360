package org.memberexchange.keycloak.rest.admin;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;
import org.keycloak.services.ErrorResponseException;
import org.keycloak.services.managers.ClientManager;
import org.keycloak.services.managers.RealmManager;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.memberexchange.keycloak.app.AppDecisionEntity;
import org.memberexchange.keycloak.app.AppLedger;
import org.memberexchange.keycloak.app.AppRow;
import org.memberexchange.keycloak.policy.AppRules;
import org.memberexchange.keycloak.policy.SharingPolicy;

/** Apps, the rules that they break, and what was decided about them: the switch and its row in the ledger are one transaction. */
@Produces(MediaType.APPLICATION_JSON)
public class AppsResource {
  private static final int MOST = 1000;
  private final KeycloakSession session;
  private final RealmModel realm;
  private final AdminPermissionEvaluator auth;
  private final AdminEventBuilder adminEvent;
  private final AppLedger ledger;

  AppsResource(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
    this.session = session;
    this.realm = realm;
    this.auth = auth;
    this.adminEvent = adminEvent.resource(ResourceType.CLIENT);
    ledger = new AppLedger(session, realm);
  }

  @GET
  public List<AppView> apps() {
    auth.clients().requireView();
    SharingPolicy policy = policy();
    return realm.getClientsStream().filter(AppRules::isApp).sorted(Comparator.comparing(ClientModel::getClientId)).map(app -> AppView.of(app, policy, ledger)).toList();
  }

  @GET
  @Path("ledger")
  public List<DecisionView> ledger(@QueryParam("client") String clientId, @QueryParam("first") Integer first, @QueryParam("max") Integer max) {
    auth.clients().requireView();
    int most = max == null || max < 1 || max > MOST ? MOST : max;
    return ledger.all(Optional.ofNullable(clientId), first == null || first < 0 ? 0 : first, most).stream().map(DecisionView::of).toList();
  }

  @POST
  @Path("{id}/suspend")
  @Consumes(MediaType.APPLICATION_JSON)
  public DecisionView suspend(@PathParam("id") String id, Map<String, String> body) {
    ClientModel app = app(id);
    String reason = required(body, "reason");
    String note = required(body, "note");
    requireListed(reason);
    Optional<AppDecisionEntity> before = lock(app) ? Optional.empty() : ledger.newestSwitch(app);
    if (before.filter(row -> AppLedger.SUSPEND.equals(row.decision) && reason.equals(row.reason) && note.equals(row.note)).isPresent()) return DecisionView.of(before.get());
    app.setEnabled(false);
    return written(app, AppLedger.SUSPEND, reason, note, OperationType.UPDATE);
  }

  /** Refused while the app breaks a rule: it would get no data, and nobody would be told why. */
  @POST
  @Path("{id}/resume")
  @Consumes(MediaType.APPLICATION_JSON)
  public DecisionView resume(@PathParam("id") String id, Map<String, String> body) {
    ClientModel app = app(id);
    String note = required(body, "note");
    if (lock(app)) throw refusal(409, "conflict", "The app is not suspended.");
    String broken = AppRules.allBrokenBy(app, policy()).stream().map(AppRules.Broken::sentence).collect(Collectors.joining("; "));
    if (!broken.isEmpty()) throw refusal(409, "conflict", "Mend the app first: " + broken + ".");
    app.setEnabled(true);
    return written(app, AppLedger.RESUME, null, note, OperationType.UPDATE);
  }

  @POST
  @Path("{id}/remove")
  @Consumes(MediaType.APPLICATION_JSON)
  public DecisionView remove(@PathParam("id") String id, Map<String, String> body) {
    ClientModel app = app(id);
    String reason = body == null ? null : text(body.get("reason"));
    if (reason != null) requireListed(reason);
    lock(app);
    DecisionView row = written(app, AppLedger.REMOVE, reason, body == null ? null : text(body.get("note")), OperationType.DELETE);
    if (!new ClientManager(new RealmManager(session)).removeClient(realm, app)) throw refusal(409, "conflict", "The app could not be removed.");
    return row;
  }

  private DecisionView written(ClientModel app, String decision, String reason, String note, OperationType operation) {
    AppDecisionEntity row = ledger.append(app, decision, reason, note, AppLedger.Actor.of(auth.adminAuth().getUser()));
    DecisionView view = DecisionView.of(row);
    adminEvent.operation(operation).resourcePath(session.getContext().getUri()).representation(view).success();
    return view;
  }

  private ClientModel app(String id) {
    auth.clients().requireManage();
    ClientModel client = realm.getClientById(id);
    if (client == null || !AppRules.isApp(client)) throw refusal(404, "not_found", "There is no such app.");
    return client;
  }

  /** Whether it is enabled, as nobody else can change until this is written. */
  private boolean lock(ClientModel app) {
    return AppRow.lock(session, app).orElseThrow(() -> refusal(404, "not_found", "There is no such app."));
  }

  private SharingPolicy policy() {
    return SharingPolicy.of(realm).orElseThrow(() -> refusal(503, "temporarily_unavailable", "The plan's sharing policy is missing: run npm run realm -- apply."));
  }

  private void requireListed(String reason) {
    Set<String> listed = policy().suspensionReasons();
    if (!listed.contains(reason)) throw refusal(400, "invalid_request", "The reason must be one of " + String.join(", ", listed.stream().sorted().toList()) + ".");
  }

  private static String required(Map<String, String> body, String name) {
    String value = body == null ? null : text(body.get(name));
    if (value == null) throw refusal(400, "invalid_request", name + " is missing.");
    return value;
  }

  /** One line of up to 1,000 characters; null when empty. */
  private static String text(String value) {
    if (value == null || value.isBlank()) return null;
    if (value.length() > 1000 || value.chars().anyMatch(Character::isISOControl)) throw refusal(400, "invalid_request", "Texts are one line of up to 1,000 characters.");
    return value.strip();
  }

  private static ErrorResponseException refusal(int status, String error, String description) {
    return new ErrorResponseException(Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(new OAuth2ErrorRepresentation(error, description)).build());
  }
}
