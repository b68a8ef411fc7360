/** Words around a mention: negation, what only looks like it, relatives, and what is said to the reader. */
import { explain, table, told } from "./support/told.ts";

describe("D10 what is denied or not found is not told", () => {
  test.each(
    table(`
    Denies depression =>
    Patient denies anxiety, depression, SI =>
    Pt denies suicidal ideation or homicidal ideation =>
    Denied alcohol use =>
    No history of depression =>
    No h/o substance abuse =>
    No evidence of dementia =>
    No signs of psychosis =>
    No depression or anxiety =>
    No fever, chills, depression =>
    Never used illicit drugs =>
    Without suicidal ideation =>
    Negative for depression =>
    Patient is not depressed =>
    Does not use illicit drugs =>
    No illicit drugs =>
    Depression: denied =>
    Depression: no =>
    Depression: denies =>
    Alcohol use: none =>
    Alcohol use: No =>
    Alcohol: never =>
    Illicit drugs - none =>
    Drug use (never) =>
    Suicidal ideation: absent =>
    Dementia was ruled out =>
    Bipolar disorder has been ruled out =>
    Psychosis not present =>
    Suicidal ideation (SI): denied =>
    Denies any significant past history of depression =>
    Denies history of physical abuse =>
    No known genetic disorders =>
    Patient denies any history of memory problems, domestic violence, or drug use =>
    No family history of alcoholism =>
    Denies depression: yes => `),
  )("D10: %s => %s", (text, expected) => expect(told(text)).toBe(expected));
});

describe("D10 a negation reaches as far as its clause", () => {
  test.each(
    table(`
    Denies chest pain but has depression => PSY
    Denies chest pain. Depression. => PSY
    Denies chest pain; depression stable => PSY
    No complaints, depression stable on sertraline => PSY
    No acute distress. History of bipolar disorder. => PSY
    No fever except with cocaine => SUD
    No chest pain, however reports daily marijuana => SUD
    Denies chest pain, history of schizophrenia => PSY
    Allergies: no\\nDepression: yes => PSY
    No known drug allergies. PMH: depression => PSY
    No headache or cough since she last saw the clinic about her heroin use => SUD
    Bipolar disorder without psychotic features => PSY
    Depression, denies SI => PSY
    No one at home knows that the patient was admitted for opioid overdose => SUD`),
  )("D10: %s => %s", (text, expected) => expect(told(text.replaceAll("\\n", "\n"))).toBe(expected));

  test("D10: a line that was only wrapped goes on, a short line ends", () => {
    expect(told("Patient was seen today and she again denies any past history of\nalcohol abuse.")).toBe("");
    expect(told("Denies\ndepression")).toBe("PSY");
    expect(told("Denies:\n- alcohol abuse")).toBe("SUD");
  });
});

describe("D10 what only looks like a negation", () => {
  test.each(
    table(`
    No change in depression => PSY
    No improvement in anxiety => PSY
    No longer drinks alcohol => SUD
    Not only depression but also anxiety => PSY
    No doubt this is schizophrenia => PSY
    Alcohol use: stopped => SUD
    Depression: no change => PSY
    Depression not well controlled => PSY
    Cannot rule out dementia => COGN
    No worsening of depression => PSY
    Without improvement in depression => PSY
    Non-compliant with lithium => PSY
    Not taking Zoloft => PSY
    No recurrence of mania => PSY
    Never misses his methadone => SUD
    Rule out dementia => COGN
    No show for psychiatry appointment => PSY`),
  )("D10: %s => %s", (text, expected) => expect(told(text)).toBe(expected));
});

describe("D10 a negative test tells that there was a test; only a denial or a history that is not there takes it back", () => {
  test.each(
    table(`
    HIV negative => HIV
    HIV: negative => HIV
    HIV Ab non-reactive => HIV
    HIV was ruled out => HIV
    No evidence of HIV => HIV
    Negative for chlamydia and gonorrhea => STD
    RPR: negative => STD
    Not pregnant => SEX
    hCG: negative => SEX
    Urine drug screen: negative => SUD
    PHQ-2: negative => PSY
    Not sexually active => SEX
    No history of HIV =>
    Denies HIV =>
    HIV: denies =>
    Denies history of STDs =>
    No known history of syphilis =>
    Denies pregnancy =>`),
  )("D10: %s => %s", (text, expected) => expect(told(text)).toBe(expected));
});

describe("D10 family history counts (ICD-10-CM Z81, Z83.0), and as no more than indicative", () => {
  test.each(
    table(`
    Family history of alcoholism => SUD
    Mother has bipolar disorder => PSY
    FH: depression, father => PSY
    Father with Alzheimer's => COGN
    Maternal aunt BRCA1+ => GDIS
    Family hx of HIV => HIV
    No family history of depression =>`),
  )("D10: %s => %s", (text, expected) => expect(told(text)).toBe(expected));

  test("D10: the tier is the patient's own only when it is said about the patient", () => {
    const tiers = (text: string): readonly string[] => explain(text).map(({ tier }) => tier);
    expect(tiers("Mother has schizophrenia.")).toEqual(["indicative"]);
    expect(tiers("Schizophrenia.")).toEqual(["definite"]);
    expect(tiers("Mother has schizophrenia. Schizophrenia.")).toEqual(["definite"]);
    expect(tiers("Mother is well, patient has schizophrenia.")).toEqual(["definite"]);
  });
});

describe("D10 what is put to the reader as a condition is not said about the patient", () => {
  test.each(
    table(`
    If you feel suicidal call 988 =>
    If you are pregnant or breastfeeding, ask your doctor =>
    Tell your doctor if you have a history of alcohol abuse =>
    Return if confusion, suicidal thoughts or fever =>
    This medicine may cause depression =>
    Side effects include anxiety and insomnia =>
    Do not drink alcohol while taking this medicine =>
    Call the National Suicide Prevention Lifeline =>
    If your depression gets worse, call us => PSY
    Consider an SSRI if depression persists => PSY
    If you have fever, call. Continue sertraline. => PSY
    Risk of HIV exposure counselling => HIV
    At risk of suicide => PSY`),
  )("D10: %s => %s", (text, expected) => expect(told(text)).toBe(expected));
});
