/** Codes of HL7's and others' administrative systems that tell all the same: kinds of service, clinics, programmes, where somebody came from or went. */
import { type CodeList, type CodeRule, words } from "./code-list.ts";

const HL7 = "HL7 FHIR R4 and v3 terminology (CC0), titles of the codes";
const KNOWN = "Titles of the code set as widely published";

/** Most codes of these systems say nothing, so that each list is partial and the system stays administrative. */
function few(name: string, systems: readonly string[], source: string, told: Readonly<Record<string, string>>): CodeList {
  const rules = Object.entries(told).map(([category, codes]): CodeRule => ({ category, tier: "definite", source, codes: words(codes) }));
  return { name, optional: false, partial: true, date: "2026-11-27", systems, rules };
}

export const HL7_ADMINISTRATIVE: readonly CodeList[] = [
  few("hl7-service-type", ["http://terminology.hl7.org/CodeSystem/service-type"], HL7, {
    PSY: "69 70 71 74 78 81 134 135 136 137 138 139 140 141 142 239 242 243 244 259 260 346 352 414 417 418 419 420 421 422 423 490 541 564 610",
    SUD: "105 106 108 111 247 317 455 552",
    HIV: "245",
    STD: "441",
    SEX: "67 185 186 187 188 213 301 410 411 440 481 482 582",
    SDV: "46 72 80 82 233 439 467 485 543",
    GDIS: "75 160 166 191",
    COGN: "550",
  }),
  few("hl7-service-category", ["http://terminology.hl7.org/CodeSystem/service-category"], HL7, {
    PSY: "22",
    SUD: "12",
    SEX: "28",
    COGN: "5",
  }),
  few(
    "hl7-role-code",
    ["http://terminology.hl7.org/CodeSystem/v3-RoleCode", "http://hl7.org/fhir/v3/RoleCode", "urn:oid:2.16.840.1.113883.5.111"],
    HL7,
    {
      PSY: "PSYCHF PHU CAPC PSI PSY",
      SUD: "RHAT SURF",
      SEX: "GYN INV OB",
      GDIS: "MGEN",
    },
  ),
  few(
    "hl7-act-code",
    ["http://terminology.hl7.org/CodeSystem/v3-ActCode", "http://hl7.org/fhir/v3/ActCode", "urn:oid:2.16.840.1.113883.5.4"],
    HL7,
    {
      PSY: "CPYC ABHC PSYCH MENTPRG MENTPOL ACMEN MENCAT",
      SUD: "DRGRHB SUBPRG SUBPOL ACSUBSTAB",
      HIV: "HIVAIDS",
      SEX: "COGC CHRO OBS",
      GDIS: "CBGC CCCC CCGC CMGC CPGC",
    },
  ),
  few("hl7-admit-source", ["http://terminology.hl7.org/CodeSystem/admit-source"], HL7, { PSY: "PSYCH" }),
  few("hl7-discharge-disposition", ["http://terminology.hl7.org/CodeSystem/discharge-disposition"], HL7, { PSY: "PSY" }),
  few("patient-discharge", ["http://www.nubc.org/patient-discharge", "https://www.nubc.org/CodeSystem/PatDischargeStatus"], KNOWN, {
    PSY: "65 93",
  }),
  few("hl7-v2-0074", ["http://terminology.hl7.org/CodeSystem/v2-0074"], HL7, { GDIS: "CG GE" }),
  few("hl7-program", ["http://terminology.hl7.org/CodeSystem/ex-programcode"], HL7, { COGN: "AUSCR" }),
  few("x12-service-type", ["https://x12.org/codes/service-type-codes"], KNOWN, {
    PSY: "A4 A5 A6 A7 A8 CE CF CG CH MH",
    SUD: "AI AJ AK CI CJ",
    SEX: "69 82 83 84 BT BU",
  }),
];
