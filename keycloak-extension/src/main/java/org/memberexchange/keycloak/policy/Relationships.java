package org.memberexchange.keycloak.policy;

import java.util.List;
import org.keycloak.models.UserModel;

/** Whose records a signed-in user may decide about, from data that only the plan can write; asked again at each introspection. */
public final class Relationships {
  /** User attribute with the logical id of the member's FHIR Patient. */
  public static final String FHIR_PATIENT = "fhir_patient";
  public static final String SELF = "self";

  /** {@code kind} is {@value #SELF} for the member's own record. */
  public record Relationship(String patientId, String kind, String personName) {}

  private Relationships() {}

  /** Empty when no record is linked, when the id is not a FHIR id, or when more than one is linked and none can be told to be the member's own. */
  public static List<Relationship> of(UserModel user) {
    List<String> ids = user.getAttributeStream(FHIR_PATIENT).toList();
    if (ids.size() != 1 || !ids.get(0).matches("[A-Za-z0-9.-]{1,64}")) return List.of();
    return List.of(new Relationship(ids.get(0), SELF, personName(user)));
  }

  public static boolean holds(UserModel user, String patientId) {
    return of(user).stream().anyMatch(relationship -> relationship.patientId().equals(patientId));
  }

  private static String personName(UserModel user) {
    String name = ((user.getFirstName() == null ? "" : user.getFirstName()) + " " + (user.getLastName() == null ? "" : user.getLastName())).trim();
    return name.isEmpty() ? user.getUsername() : name;
  }
}
