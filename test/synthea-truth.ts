/** What the generator of `demo/members` knew: every code there that a person reads as sensitive, and those of which people would not agree. */
import { SENSITIVE_CODES } from "./synthea-sensitive-codes.ts";

export interface TruthCode {
  readonly category: string;
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

const SNOMED = "http://snomed.info/sct";
const LOINC = "http://loinc.org";
const RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";

const all = (category: string, system: string, codes: Readonly<Record<string, string>>): readonly TruthCode[] =>
  Object.entries(codes).map(([code, display]) => ({ category, system, code, display }));

/**
 * All distinct codes of the members were gone through with their displays; what is neither here nor in {@link AMBIGUOUS} is ordinary: dental care, tobacco,
 * work, schooling, stress of daily life, heart, kidneys, infections that are not passed on by sex.
 */
export const SENSITIVE: readonly TruthCode[] = [
  ...SENSITIVE_CODES,
  ...all("HIV", SNOMED, { "313660005": "Absolute CD4 count procedure (procedure)" }),
  ...all("HIV", LOINC, { "24467-3": "CD3+CD4+ (T4 helper) cells [#/volume] in Blood" }),
  ...all("STD", SNOMED, {
    "171128005": "Venereal disease screening (procedure)",
    "165829005": "Gonorrhea infection titer test (procedure)",
    "269828009": "Syphilis infectious titer test (procedure)",
    "310861008": "Chlamydia antigen test",
  }),
  ...all("SEX", SNOMED, {
    "72892002": "Normal pregnancy",
    "252160004": "Standard pregnancy test",
    "424441002": "Prenatal initial visit",
    "424619006": "Prenatal visit",
    "134435003": "Routine antenatal care",
    "135892000": "Antenatal education",
    "713076009": "Antenatal risk assessment",
    "312404004": "Antenatal blood tests",
    "275833003": "AFP test - antenatal",
    "169230002": "Ultrasound scan for fetal viability",
    "271442007": "Fetal anatomy study",
    "274804006": "Evaluation of uterine fundal height",
    "225158009": "Auscultation of the fetal heart",
    "443529005":
      "Detection of chromosomal aneuploidy in prenatal amniotic fluid specimen using fluorescence in situ hybridization screening technique (procedure)",
    "183460006": "Obstetric emergency hospital admission",
    "66348005": "Childbirth",
    "85548006": "Episiotomy",
    "169762003": "Postnatal visit",
    "156073000": "Complete miscarriage (disorder)",
    "161744009": "Past pregnancy history of miscarriage (situation)",
    "389095005": "Contraception care (regime/therapy)",
    "65200003": "Insertion of intrauterine contraceptive device",
    "46706006": "Replacement of contraceptive intrauterine device",
    "68254000": "Removal of intrauterine device",
    "183996000": "Sterilization requested (situation)",
    "267020005": "History of tubal ligation (situation)",
  }),
  ...all("SEX", RXNORM, {
    "1367439": "NuvaRing 0.12/0.015 MG per 24HR 21 Day Vaginal System",
    "1856546": "Kyleena 19.5 MG Intrauterine System",
    "807283": "Mirena 52 MG Intrauterine System",
    "757594": "Jolivette 28 Day Pack",
    "831533": "Errin 28 Day Pack",
  }),
  ...all("GDIS", SNOMED, {
    "443529005":
      "Detection of chromosomal aneuploidy in prenatal amniotic fluid specimen using fluorescence in situ hybridization screening technique (procedure)",
  }),
  ...all("SDV", SNOMED, {
    "706893006": "Victim of intimate partner abuse (finding)",
    "424393004": "Reports of violence in the environment (finding)",
    "866148006": "Screening for domestic abuse (procedure)",
  }),
  ...all("SDV", LOINC, {
    "76499-3": "Humiliation, Afraid, Rape, and Kick questionnaire [HARK]",
    "76504-0": "Total score [HARK]",
    "76501-6": "Within the last year, have you been afraid of your partner or ex-partner?",
  }),
];

/** Codes of which people would not agree: hidden or not, neither is counted as wrong. */
export const AMBIGUOUS: readonly TruthCode[] = [
  ...all("SUD", SNOMED, { "226138001": "Alcohol-free diet" }),
  ...all("SUD", RXNORM, {
    "1728805": "2 ML morphine sulfate 1 MG/ML Injection",
    "857005": "Acetaminophen 325 MG / HYDROcodone Bitartrate 7.5 MG Oral Tablet",
  }),
  ...all("PSY", SNOMED, {
    "73595000": "Stress (finding)",
    "422650009": "Social isolation (finding)",
    "423315002": "Limited social contact (finding)",
  }),
  ...all("PSY", LOINC, { "93038-8": "Stress level" }),
  ...all("HIV", SNOMED, {
    "709506004": "Assessment of readiness for disclosure of health status (procedure)",
    "736376001": "Infectious disease care plan (record artifact)",
    "104308009": "Serologic test for Toxoplasma gondii (procedure)",
    "428915008": "Toxoplasma gondii antibody positive (finding)",
  }),
  ...all("HIV", LOINC, { "22577-1": "Toxoplasma gondii Ab [Presence] in Serum" }),
  ...all("STD", SNOMED, {
    "128302006": "Chronic hepatitis C (disorder)",
    "171122006": "Hepatitis B screening (procedure)",
    "47758006": "Hepatitis B Surface Antigen Measurement",
    "413107006": "Hepatitis C screening (procedure)",
    "104375008": "Hepatitis C antibody, confirmatory test",
    "412809002": "Viral hepatitis screening test (procedure)",
    "160968000": "Risk activity involvement (finding)",
  }),
  ...all("STD", RXNORM, { "1649987": "doxycycline hyclate 100 MG" }),
  ...all("SEX", SNOMED, {
    "90226004": "Cytopathology procedure, preparation of smear, genital source",
    "169690007": "Rubella screening",
    "160968000": "Risk activity involvement (finding)",
  }),
  ...all("GDIS", SNOMED, { "275833003": "AFP test - antenatal" }),
  ...all("SDV", LOINC, { "93026-3": "Do you feel physically and emotionally safe where you currently live?" }),
  ...all("COGN", SNOMED, { "47387005": "Head injury rehabilitation" }),
];

/** What notes say beside the displays; the generator writes the first of them into most notes, whoever it is. */
export const SENSITIVE_WORDS: Readonly<Record<string, readonly string[]>> = {
  SUD: ["documented history of opioid addiction"],
  SEX: ["identifies as homosexual", "identifies as bisexual"],
};

/** What stands in nearly every note, and of which people would not agree. */
export const AMBIGUOUS_WORDS: Readonly<Record<string, readonly string[]>> = { SEX: ["identifies as heterosexual"] };
