package org.memberexchange.keycloak.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.UserModel;
import org.keycloak.util.JsonSerialization;

/** Whose records a signed-in user may decide about, from data that only the plan can write; asked again at each introspection. */
public final class Relationships {
  /** User attribute with the logical id of the member's own FHIR Patient. */
  public static final String FHIR_PATIENT = "fhir_patient";
  /** User attribute with the last day (ISO date, UTC) on which {@value #FHIR_PATIENT} counts; absent for a link without an end. */
  public static final String FHIR_PATIENT_UNTIL = "fhir_patient_until";
  /** User attribute, one value per represented person: a JSON text (docs/contracts.md, section 1). */
  public static final String REPRESENTED = "represented_patients";
  public static final String SELF = "self";
  private static final String FHIR_ID = "[A-Za-z0-9.-]{1,64}";
  private static final String KIND = "[a-z-]{1,32}";
  private static final int MAJORITY = 18;
  private static final Logger LOG = Logger.getLogger(Relationships.class);

  /**
   * {@code kind} is {@value #SELF} for the member's own record, otherwise the plan's word, for example {@code parent}.
   *
   * @param birthDate of the represented person; null when the plan did not say, and for the member's own record
   */
  public record Relationship(String patientId, String kind, String personName, LocalDate birthDate) {
    /** Whether the plan says that the person is not of age; somebody whose birth date it did not give is taken for an adult. */
    public boolean isOfMinor() {
      return birthDate != null && birthDate.plusYears(MAJORITY).isAfter(today());
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Represented(
      @JsonProperty("patient") String patient,
      @JsonProperty("relationship") String relationship,
      @JsonProperty("name") String name,
      @JsonProperty("birthDate") String birthDate,
      @JsonProperty("until") String until) {}

  private Relationships() {}

  /** The member first. Whatever is not understood, has ended, or names a person twice is left out. */
  public static List<Relationship> of(UserModel user) {
    List<Relationship> all = new ArrayList<>();
    ownPatient(user).map(patient -> new Relationship(patient, SELF, personName(user), null)).ifPresent(all::add);
    user.getAttributeStream(REPRESENTED).sorted().map(value -> represented(user, value)).flatMap(Optional::stream).forEach(all::add);
    Map<String, Integer> times = new HashMap<>();
    for (Relationship relationship : all) times.merge(relationship.patientId(), 1, Integer::sum);
    return all.stream().filter(relationship -> relationship.kind().equals(SELF) || times.get(relationship.patientId()) == 1).toList();
  }

  /** The member's own Patient, when the plan names exactly one and the link has not ended. */
  public static Optional<String> ownPatient(UserModel user) {
    List<String> own = user.getAttributeStream(FHIR_PATIENT).toList();
    boolean one = own.size() == 1 && own.get(0).matches(FHIR_ID);
    return one && user.getAttributeStream(FHIR_PATIENT_UNTIL).noneMatch(Relationships::hasPassed) ? Optional.of(own.get(0)) : Optional.empty();
  }

  /** Whether the plan says now that this user may decide about this patient in this way. */
  public static boolean holds(UserModel user, String patientId, String kind) {
    return find(user, patientId, kind).isPresent();
  }

  /** The relationship of this kind with this patient, when it holds now. */
  public static Optional<Relationship> find(UserModel user, String patientId, String kind) {
    return of(user).stream().filter(relationship -> relationship.patientId().equals(patientId) && relationship.kind().equals(kind)).findFirst();
  }

  private static Optional<Relationship> represented(UserModel user, String value) {
    try {
      Represented one = JsonSerialization.readValue(value, Represented.class);
      boolean complete = one.patient().matches(FHIR_ID) && one.relationship().matches(KIND) && !one.name().isBlank();
      if (!complete || one.relationship().equals(SELF)) throw new IllegalArgumentException("a part is missing or malformed");
      boolean ended = one.until() != null && today().isAfter(LocalDate.parse(one.until()));
      LocalDate birthDate = one.birthDate() == null ? null : LocalDate.parse(one.birthDate());
      return ended ? Optional.empty() : Optional.of(new Relationship(one.patient(), one.relationship(), one.name(), birthDate));
    } catch (IOException | RuntimeException malformed) {
      LOG.errorf("user %s: a value of %s is not understood and ignored (%s)", user.getId(), REPRESENTED, malformed.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  /** Also for a text that is no date: nobody knows how long such a link was meant to hold. */
  private static boolean hasPassed(String lastDay) {
    try {
      return today().isAfter(LocalDate.parse(lastDay));
    } catch (RuntimeException malformed) {
      return true;
    }
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  /** First and last name, else the user name. */
  public static String personName(UserModel user) {
    String name = fullName(user);
    return name.isEmpty() ? user.getUsername() : name;
  }

  /** First and last name, empty without: a user name is for nobody but its owner. */
  public static String fullName(UserModel user) {
    return ((user.getFirstName() == null ? "" : user.getFirstName()) + " " + (user.getLastName() == null ? "" : user.getLastName())).trim();
  }
}
