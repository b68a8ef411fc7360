/** Codes that say a category, and codes that say nothing sensitive, from the code systems' own publications; not from the lists that the facade judges by. */

export interface Coding {
  readonly system: string;
  readonly code: string;
}

/** What a resource may be about. */
export type CodeKind = "diagnosis" | "lab" | "drug" | "procedure" | "specialty";

const icd = (code: string): Coding => ({ system: "http://hl7.org/fhir/sid/icd-10-cm", code });
const loinc = (code: string): Coding => ({ system: "http://loinc.org", code });
const rxnorm = (code: string): Coding => ({ system: "http://www.nlm.nih.gov/research/umls/rxnorm", code });
const hcpcs = (code: string): Coding => ({ system: "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", code });
const nucc = (code: string): Coding => ({ system: "http://nucc.org/provider-taxonomy", code });

/** A category without a code of a kind is told by the diagnosis or by what the resource refers to. */
export const SENSITIVE: Readonly<Record<string, Partial<Record<CodeKind, readonly Coding[]>>>> = {
  PSY: {
    diagnosis: [icd("F32.9"), icd("F33.1")],
    lab: [loinc("44249-1")],
    drug: [rxnorm("4493"), rxnorm("36437")],
    procedure: [hcpcs("H0031"), hcpcs("H2010")],
    specialty: [nucc("2084P0800X")],
  },
  SUD: {
    diagnosis: [icd("F11.20"), icd("F10.20")],
    lab: [loinc("82666-9")],
    drug: [rxnorm("1819"), rxnorm("7243")],
    procedure: [hcpcs("H0001"), hcpcs("H0004"), hcpcs("G0396")],
    specialty: [nucc("2084A0401X"), nucc("101YA0400X")],
  },
  HIV: {
    diagnosis: [icd("B20")],
    lab: [loinc("20447-9"), loinc("75622-1")],
    drug: [rxnorm("1433868"), rxnorm("1433873")],
    procedure: [hcpcs("G0432"), hcpcs("G0475")],
  },
  STD: { diagnosis: [icd("A56.02"), icd("A54.9")], lab: [loinc("21613-5"), loinc("43304-5")] },
  SEX: { diagnosis: [icd("Z33.2"), icd("O04.5")], lab: [loinc("19080-1"), loinc("2106-3")], procedure: [hcpcs("S0190")] },
  SDV: { diagnosis: [icd("T74.11XA")], lab: [loinc("76499-3")] },
  GDIS: { diagnosis: [icd("Z15.01"), icd("Q90.9")], lab: [loinc("38404-0")], procedure: [hcpcs("S3840")], specialty: [nucc("207SG0201X")] },
  COGN: { diagnosis: [icd("G30.9"), icd("F03.90")], lab: [loinc("72172-0"), loinc("72106-8")] },
  /** Psychotherapy notes are known by their label alone. */
  PSYTHPN: {},
};

/** HL7 code system of the labels in `meta.security`. */
export const ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

export const ORDINARY: Readonly<Record<CodeKind, readonly Coding[]>> = {
  diagnosis: [icd("J20.9"), icd("I10"), icd("E11.9"), icd("M54.5"), icd("H52.4")],
  lab: [loinc("8302-2"), loinc("2345-7"), loinc("4548-4"), loinc("718-7"), loinc("2093-3")],
  drug: [rxnorm("17767"), rxnorm("5640"), rxnorm("6809"), rxnorm("161")],
  procedure: [hcpcs("T1013"), hcpcs("A9270"), hcpcs("Q3014")],
  specialty: [nucc("207Q00000X"), nucc("208D00000X")],
};

export const VACCINE: Coding = { system: "http://hl7.org/fhir/sid/cvx", code: "140" };
