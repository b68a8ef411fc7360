/** Codes for substance use, mental health and HIV that the synthetic members in `demo/members` contain: read out of the files, judged by eye, not by our code lists. */

export interface SensitiveCode {
  readonly category: "SUD" | "PSY" | "HIV";
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

const SNOMED = "http://snomed.info/sct";
const LOINC = "http://loinc.org";
const RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";

const of =
  (category: SensitiveCode["category"], system: string) =>
  (code: string, display: string): SensitiveCode => ({ category, system, code, display });

const substanceUse = of("SUD", SNOMED);
const substanceUseSurvey = of("SUD", LOINC);
const mentalHealth = of("PSY", SNOMED);
const mentalHealthSurvey = of("PSY", LOINC);
const hiv = of("HIV", SNOMED);
const hivResult = of("HIV", LOINC);
const hivMedicine = of("HIV", RXNORM);

export const SENSITIVE_CODES: readonly SensitiveCode[] = [
  substanceUse("6525002", "Dependent drug abuse (disorder)"),
  substanceUse("55680006", "Drug overdose"),
  substanceUse("56876005", "Drug rehabilitation and detoxification"),
  substanceUse("60112009", "Drug addiction counseling"),
  substanceUse("61480009", "Drug detoxification"),
  substanceUse("266707007", "Drug addiction therapy"),
  substanceUse("713106006", "Screening for drug abuse (procedure)"),
  substanceUse("428211000124100", "Assessment of substance use (procedure)"),
  substanceUse("763302001", "Assessment using Alcohol Use Disorders Identification Test - Consumption (procedure)"),
  substanceUse("413473000", "Counseling about alcohol consumption"),
  substanceUse("10939881000119105", "Unhealthy alcohol drinking behavior (finding)"),
  substanceUseSurvey("72109-2", "Alcohol Use Disorder Identification Test - Consumption [AUDIT-C]"),
  substanceUseSurvey("75626-2", "Total score [AUDIT-C]"),
  substanceUseSurvey("82666-9", "Drug Abuse Screening Test-10 [DAST-10]"),
  substanceUseSurvey("82667-7", "Total score [DAST-10]"),
  mentalHealth("171207006", "Depression screening (procedure)"),
  mentalHealth("454711000124102", "Depression screening using Patient Health Questionnaire Two-Item score (procedure)"),
  mentalHealth("715252007", "Depression screening using Patient Health Questionnaire Nine Item score (procedure)"),
  mentalHealth("710841007", "Assessment of anxiety (procedure)"),
  mentalHealth("80583007", "Severe anxiety (panic) (finding)"),
  mentalHealthSurvey("44249-1", "PHQ-9 quick depression assessment panel [Reported.PHQ]"),
  mentalHealthSurvey("44261-6", "Patient Health Questionnaire 9 item (PHQ-9) total score [Reported]"),
  mentalHealthSurvey("55757-9", "Patient Health Questionnaire 2 item (PHQ-2) [Reported]"),
  mentalHealthSurvey("55758-7", "Patient Health Questionnaire 2 item (PHQ-2) total score [Reported]"),
  mentalHealthSurvey("69737-5", "Generalized anxiety disorder 7 item (GAD-7)"),
  mentalHealthSurvey("70274-6", "Generalized anxiety disorder 7 item (GAD-7) total score [Reported.PHQ]"),
  hiv("86406008", "Human immunodeficiency virus infection (disorder)"),
  hiv("165816005", "Human immunodeficiency virus positive (finding)"),
  hiv("171121004", "Human immunodeficiency virus screening (procedure)"),
  hiv("313077009", "Human immunodeficiency virus counseling (procedure)"),
  hiv("315124004", "Human immunodeficiency virus viral load (procedure)"),
  hiv("31676001", "Human immunodeficiency virus antigen test"),
  hiv(
    "446987006",
    "Determination of susceptibility of Human immunodeficiency virus 1 to panel of antiretroviral drugs using genotypic technique (procedure)",
  ),
  hivResult("20447-9", "HIV 1 RNA [#/volume] (viral load) in Serum or Plasma by NAA with probe detection"),
  hivResult("75622-1", "HIV 1 and 2 tests - Meaningful Use set"),
  hivResult("7917-8", "HIV 1 Ab [Presence] in Serum"),
  hivMedicine("1359269", "darunavir 800 MG Oral Tablet"),
  hivMedicine("1433873", "dolutegravir 50 MG Oral Tablet"),
  hivMedicine("1999667", "bictegravir 50 MG / emtricitabine 200 MG / tenofovir alafenamide 25 MG Oral Tablet"),
  hivMedicine("2003249", "lamivudine 300 MG / tenofovir disoproxil fumarate 300 MG Oral Tablet"),
  hivMedicine("317150", "ritonavir 100 MG Oral Capsule"),
  hivMedicine("476556", "emtricitabine 200 MG / tenofovir disoproxil fumarate 300 MG Oral Tablet"),
];
