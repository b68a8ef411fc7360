/* One line of text for a FHIR resource: its name, or its code's display, and its date. */

const coded = (concept) => concept?.text ?? concept?.coding?.find(({ display }) => display)?.display ?? concept?.coding?.[0]?.code;
const first = (value) => (Array.isArray(value) ? value[0] : value);

export function title(resource) {
  const name = first(resource.name);
  const person = typeof name === "string" ? name : (name?.text ?? [name?.given?.join(" "), name?.family].filter(Boolean).join(" "));
  const what =
    person ||
    coded(first(resource.code)) ||
    coded(resource.medicationCodeableConcept) ||
    coded(resource.vaccineCode) ||
    coded(first(resource.type)) ||
    coded(first(resource.category)) ||
    resource.title ||
    resource.description ||
    resource.id;
  const when = resource.effectiveDateTime ?? resource.onsetDateTime ?? resource.occurrenceDateTime ?? resource.authoredOn ?? resource.date;
  const from = when ?? resource.period?.start ?? resource.performedPeriod?.start ?? resource.created;
  return from ? `${what} · ${String(from).slice(0, 10)}` : String(what);
}
