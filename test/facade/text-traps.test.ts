/** Words that look like sensitive ones and are none: whole words, exceptions, abbreviations in their own letters. */
import { table, told } from "./support/told.ts";

describe("D10 known traps tell nothing", () => {
  test.each(
    table(`
    Hives =>
    Psych: normal mood and affect =>
    Psychiatric: Denies depression, anxiety, hallucinations =>
    Psychiatric/Behavioral: Negative for agitation and suicidal ideas =>
    Psych: mood depressed => PSY
    ROS Psych: no depression, anxiety, sleep problems =>
    Cognition: intact =>
    Works in labor relations =>
    Anxious to return to work =>
    Sexual activity: Not on file =>
    Alcohol Use: No. Drug Use: No. =>
    He does not smoke, drink alcohol or use illicit drugs =>
    Denies tobacco, alcohol, or illicit drug use =>
    Advised to limit alcohol and sodium =>
    The skin was prepped with alcohol =>
    Claim denied for lack of medical necessity =>
    Vitamin D & C supplements =>
    Overdose of radiation given during therapy =>
    Brucellosis due to Brucella abortus =>
    Niemann-Pick disease type A => GDIS
    Sedative, hypnotic or anxiolytic dependence => SUD ~PSY
    Urticaria (hives) after amoxicillin =>
    ST depression in leads V4-V6 =>
    1 mm ST-segment depression =>
    Respiratory depression =>
    CNS depression =>
    Bone marrow depression =>
    Depressed skull fracture =>
    Depressed ejection fraction 30% =>
    Tibial plateau depression =>
    Tongue depressor =>
    Bipolar hip prosthesis =>
    Bipolar hemiarthroplasty, left =>
    Bipolar cautery was used =>
    Bipolar electrode =>
    Photophobia =>
    Hydrophobic dressing =>
    Panic value called to floor =>
    GAD65 antibody =>
    GAD-65 Ab =>
    OCD lesion of the medial femoral condyle =>
    SI joint injection =>
    Lithium heparin tube =>
    Lithium-ion battery =>
    Anorexia =>
    Alcohol swab =>
    Alcohol prep pads =>
    Isopropyl alcohol 70 % =>
    Benzyl alcohol 0.9 % =>
    Cetyl alcohol cream =>
    Rubbing alcohol =>
    Nonalcoholic steatohepatitis =>
    Non-alcoholic fatty liver disease =>
    Alcohol-free diet =>
    Drug allergy =>
    Adverse drug reaction =>
    Allergy to substance =>
    Solution (substance) =>
    Bilateral crackles =>
    Cracked tooth =>
    Potassium chloride 20 mEq =>
    Gait speed 0.8 m/s =>
    Opioid-sparing analgesia =>
    DWI hyperintensity on MRI brain =>
    Rib cage normal =>
    Audit log of record access =>
    Hearing aids =>
    Bilateral hearing aid fitting =>
    WALKING AIDS =>
    Protein aids in healing =>
    Prep for colonoscopy =>
    Bowel prep =>
    Rabies post-exposure prophylaxis =>
    Nirmatrelvir / ritonavir (Paxlovid) =>
    Hepatitis B vaccine =>
    Std deviation 1.2 =>
    Std. precautions =>
    Short-term disability (STD benefits) form =>
    Chlamydia pneumoniae IgG =>
    HPV vaccine =>
    HPV, quadrivalent =>
    Human papillomavirus 9-valent vaccine =>
    PID controller =>
    Gender: male =>
    Sex: female =>
    Sex assigned at birth =>
    Body mass index (BMI) [Percentile] Per age and sex =>
    Sexually transmitted infection => STD
    Manual labor =>
    Not in labor force =>
    Labored breathing =>
    Home oxygen delivery =>
    Drug delivery system =>
    Grace period of 30 days =>
    Migraine, abortive therapy =>
    Take 1 tab by mouth daily =>
    AROM of the shoulder full, PROM painful =>
    Ectopic atrial beats =>
    Fetal hemoglobin [Mass fraction] =>
    Condom catheter => 
    IPV (polio vaccine) =>
    Left-sided neglect after stroke => ~SDV
    Rapeseed oil =>
    Tobacco abuse =>
    MRSA carrier =>
    Haemophilus influenzae type b =>
    EGFR mutation in lung tumor =>
    HCV genotype 1a =>
    Stool DNA test =>
    Senile purpura =>
    Nuclear senile cataract =>
    Developmental dysplasia of hip =>
    Camila came with her brother =>
    Hailey is a 6 y/o =>
    Nursing home =>
    Cardiac rehab =>
    Physical therapy =>
    Rehabilitation therapy (regime/therapy) =>
    Urine leukocyte test negative =>
    National Suicide Prevention Lifeline 988 =>
    Medicine or any health care (medical, dental, mental health, vision) =>
    ASD closure device =>
    Speed bump injury =>
    Diet coke =>
    Clap of thunder =>
    Water pill =>`),
  )("D10: %s => %s", (text, expected) => expect(told(text)).toBe(expected));

  test("D10: an exception belongs to its own words, and the same word elsewhere in the sentence still tells", () => {
    expect(told("ST depression on ECG and major depression")).toBe("PSY");
    expect(told("hives after PrEP, HIV negative")).toBe("HIV");
    expect(told("alcohol swab; alcohol abuse")).toBe("SUD");
  });

  test("D10: an abbreviation that is also a word counts in its own letters only", () => {
    for (const [abbreviation, word, category] of [
      ["AIDS", "aids", "HIV"],
      ["PrEP", "prep", "HIV"],
      ["SI", "si", "PSY"],
      ["CAGE", "cage", "SUD"],
      ["PID", "pid", "STD"],
    ] as const)
      expect([told(abbreviation), told(word)]).toEqual([category, ""]);
  });
});
