/** Substance use in words. Tobacco is no substance use in the sense of 42 CFR Part 2 and is not here; `abuse` and `substance` alone say too little. */
import { CARE, INSTRUMENTS, LAY, SOCIAL, TESTS, USAGE } from "./sources.ts";
import { phrases, type TermList } from "./term-list.ts";

/** Names of substances and what is said of them, every pair a term. */
const SUBSTANCES = [
  "alcohol",
  "ethanol",
  "etoh",
  "opioid",
  "opioids",
  "opiate",
  "opiates",
  "narcotic",
  "narcotics",
  "cannabis",
  "marijuana",
  "stimulant",
  "sedative",
  "hypnotic",
  "anxiolytic",
  "benzodiazepine",
  "amphetamine",
  "hallucinogen",
  "inhalant",
  "solvent",
  "barbiturate",
  "fentanyl",
  "oxycodone",
  "prescription drug",
  "prescription opioid",
  "drug",
  "drugs",
  "substance",
  "substances",
  "polysubstance",
  "psychoactive substance",
];
const SAID_OF_THEM = [
  "abuse*",
  "misuse*",
  "addict*",
  "dependence",
  "dependency",
  "dependent",
  "use disorder*",
  "intoxicat*",
  "withdrawal*",
  "related disorder*",
  "induced disorder*",
  "induced psycho*",
  "induced mood*",
  "craving*",
  "detox*",
  "rehab*",
  "overuse",
  "relapse*",
  "recovery",
  "treatment program*",
  "counsel*",
];
const PAIRS = SUBSTANCES.flatMap((substance) => SAID_OF_THEM.map((said) => `${substance} ${said}`));

export const SUD: TermList = {
  name: "terms-sud",
  date: "2026-11-27",
  rules: [
    {
      category: "SUD",
      tier: "definite",
      source: USAGE,
      terms: [
        ...PAIRS,
        ...phrases(`
          alcoholi*, alcohol related, alcohol induced, alcohol poisoning, alcohol liver, alcohol cirrhosis, alcohol problem*
          alcohol disorder*, alcohol hepatitis, alcohol amnestic, alcohol hallucinosis, alcohol seizure*, alcoholics anonymous
          binge drink*, heavy drink*, problem drink*, hazardous drinking, harmful drinking, excessive drinking, drinking problem*
          drinking disorder*, delirium tremens, drunk, drunken*, intoxicated, inebriat*, etohism, wernicke*, korsakoff*, fetal alcohol
          foetal alcohol, neonatal abstinence, neonatal opioid withdrawal, drug affected newborn, maternal use of alcohol
          maternal use of drugs, maternal use of drug, maternal use of opi*, maternal use of cocaine, maternal use of cannabis
          maternal use of amphetamine*, maternal use of hallucinogen*, damage to fetus by drugs, damage to fetus from alcohol
          addictive potential, drug in blood, drugs in blood, opiate drug in blood, abuse of laxative*, abuse of steroid*
          abuse of antacid*, abuse of herbal, abuse of vitamins, abuse of non psychoactive, nonpsychoactive substance*
          non psychoactive substance*, laxative abuse, steroid abuse, poisoning by opium, poisoning by other opioids
          poisoning by opioid*, poisoning by narcotic*, poisoning by other narcotics, poisoning by unspecified narcotics
          poisoning by synthetic narcotics, poisoning by other synthetic narcotics, poisoning by psychodysleptics
          opioid use unspecified, hallucinogen use, inhalant use, stimulant use, anxiolytic use, hypnotic or anxiolytic use, addict
          addicts, addiction, addictions, addicted, addictive disorder*, addictive disease*, addictology, addiction medicine
          addiction psychiatry, addictionolog*, substance use, substance abuser*, substance related, substance induced, drug seeking
          drug abuser*, drug user*, drug habit, drug habituat*, dependent drug abuse, illicit drug*, illicit substance*, illegal drug*
          street drug*, recreational drug*, recreational substance*, club drug*, injection drug*, injecting drug*, intravenous drug use*
          intravenous drug abuse*, iv drug*, ivdu, ivda, ivdus, pwid, people who inject, shooting up, skin popping, track marks
          needle exchange, syringe exchange, syringe service*, cocaine*, crack cocaine, heroin, methamphetamine*, crystal meth
          meth use*, meth abuse, meth addict*, uses meth, using meth, smokes meth, marijuana, marihuana, cannabis, cannabinoid use*
          cannabinoid abuse, cannabinoid hyperemesis, cannabinoid dependence, hashish, pot use, pot smok*, smokes pot, smoking pot
          smokes weed, smoking weed, weed use, thc, mdma, ecstasy use, ecstasy abuse, uses ecstasy, psilocybin, magic mushrooms, lsd use
          lsd abuse, uses lsd, phencyclidine, angel dust, ghb, kratom, bath salts, k2 spice, synthetic cannabinoid*, huffing
          glue sniffing, speedball*, oud, sud, opioid agonist therapy, opioid maintenance, opioid replacement, opioid substitution
          alcohol abstinence, abstinent from alcohol, sober, sobriety, medication assisted treatment, medication for opioid use
          medications for opioid use, moud, maud, co occurring disorder*, dual diagnosis, chemical dependenc*, chemically dependent
          chemical addiction
        `),
      ],
      except: phrases(`
        non alcoholic, non alcohol, alcoholic beverages are not, alcohol related hand, alcohol abuse prevention policy
        opioid dependent pain pump, drug dependent drug interaction, drug withdrawal period, drug dependence of dialysis
        drug withdrawal from market, substance withdrawal of blood, drug counseling by pharmacist
      `),
    },
    {
      category: "SUD",
      tier: "definite",
      source: TESTS,
      evenNegative: true,
      terms: phrases(`
        urine drug screen*, urine drug test*, drug screen*, drug of abuse, drugs of abuse, drug abuse panel, toxicology screen*
        tox screen*, urine tox, urine toxicology, utox, uds, blood alcohol, breath alcohol, breathalyzer, serum alcohol, alcohol level*
        ethanol level*, serum ethanol, ethyl glucuronide, ethyl sulfate, phosphatidylethanol, phosphatidyl ethanol, peth
        carbohydrate deficient transferrin, benzoylecgonine, tetrahydrocannabinol, cannabinoids, cannabinoid screen, opiates screen
        opiate screen, opiates in urine, amphetamines, amphetamine screen, barbiturates screen, benzodiazepines screen
        drug confirmation, drug monitoring panel, meconium drug*, cord drug*, hair drug*, ethanol mass volume, ethanol presence
        alcohol screening, screening for alcohol, screening for drug, screening for substance, assessment of substance
      `),
    },
    {
      category: "SUD",
      tier: "definite",
      source: INSTRUMENTS,
      evenNegative: true,
      terms: phrases(`
        audit c, auditc, audit 10, alcohol use disorder identification test*, alcohol use disorders identification test*, dast, dast 10
        dast 20, drug abuse screening test, cage aid, cage questionnaire, cage score, cage screen*, cage questions, crafft
        clinical opiate withdrawal, ciwa, ciwa ar, clinical institute withdrawal, cows score, cows scale, michigan alcohol screening
        mast g, smast, t ace, tweak alcohol, tweak score, single alcohol screening, nida quick, nida modified
        alcohol smoking and substance involvement, nm assist, sbirt, screening brief intervention, s2bi, bstad, taps tool
        opioid risk tool, screener and opioid assessment, soapp, current opioid misuse, comm opioid, brief addiction monitor
        addiction severity index, asam criteria, asam level, asam, finnegan score*, finnegan scale
      `),
    },
    {
      category: "SUD",
      tier: "definite",
      source: INSTRUMENTS,
      caseSensitive: true,
      evenNegative: true,
      terms: phrases("AUDIT, CAGE, COWS, CIWA, MAT, OTP, OBOT, MMT, SUDs, AUD"),
      except: phrases(`
        audit trail, audit log, audit report, rib cage, cage fusion, interbody cage, mat exercises, mat activities, eeg mat
        uds urodynamic*, urodynamics uds, urodynamic study uds
      `),
    },
    {
      category: "SUD",
      tier: "definite",
      source: CARE,
      terms: phrases(`
        methadone clinic*, methadone maintenance, methadone program*, methadone treatment, methadone dosing, opioid treatment
        suboxone clinic*, suboxone program*, narcotic treatment, narcotics anonymous, aa meeting*, na meeting*, al anon, alateen
        twelve step, 12 step, 12 steps, sober living, sober house, sober home, halfway house, recovery house, recovery home
        recovery coach*, peer recovery, detox, detoxed, detoxing, detoxification, detoxify, residential substance, substance treatment
        smart recovery meeting*, drunk driving, driving while intoxicated, driving under the influence, dui, dui arrest*, dwi arrest*
        dwi charge*, dwi conviction*, history of dwi, hx of dwi, drug court, drug rehabilitation, alcohol rehabilitation
        rehab for alcohol, rehab for drug*, rehab for substance, office based opioid, office based addiction, nonresidential opioid
        non residential opioid, non residential substance, residential addiction, behavioral health and addiction
      `),
      except: phrases("detoxification of heavy metals, hepatic detoxification, liver detoxification"),
    },
    {
      category: "SUD",
      tier: "indicative",
      source: SOCIAL,
      terms: phrases(`
        opioid use, opiate use, sedative use, alcohol use*, alcohol consum*, alcohol intake, alcohol drinking, alcohol history
        alcohol status, alcohol counseling, alcohol risk, alcohol daily, alcohol weekly, drinks alcohol, drinking alcohol, drank alcohol
        drink alcohol, uses alcohol, using alcohol, consumes alcohol, social drinker, alcohol socially, alcohol occasionally
        occasional alcohol, moderate alcohol, daily alcohol, quit alcohol, stopped alcohol, stopped drinking, quit drinking
        history of alcohol, hx of alcohol, h o alcohol, alcohol abstain*, no longer drinks, etoh, ethanol, drinks per day
        drinks per week, drinks day, drinks week, drinks beer, beers per day, beers a day, beers daily, beers week, six pack*
        pints of vodka, vodka daily, glasses of wine, glass of wine, drinker, unhealthy alcohol, at risk drinking, drug use, drugs use
        drug usage, uses drugs, using drugs, used drugs, history of drug use, other drug use, substance exposure, drug exposure in utero
        overdose*, overdosed, drug poisoning, opioid poisoning, heroin poisoning, drug toxicity illicit, blackouts from drinking
        alcohol
      `),
      except: phrases(`
        alcohol swab*, alcohol prep*, alcohol pad*, alcohol wipe*, alcohol sponge*, alcohol based, alcohol rub*, alcohol gel
        alcohol sanitizer, alcohol hand, alcohol free, alcohol topical, alcohol solution, alcohol antiseptic, alcohol lock*
        alcohol block, alcohol ablation, alcohol septal, alcohol injection, alcohol neurolysis, alcohol dehydrogenase, alcohol bath
        alcohol scrub*, alcohol cleans*, alcohol 70, alcohol denatured, denatured alcohol, isopropyl alcohol, isopropanol alcohol
        rubbing alcohol, benzyl alcohol, cetyl alcohol, stearyl alcohol, cetostearyl alcohol, polyvinyl alcohol, lanolin alcohol*
        wool alcohol*, phenethyl alcohol, phenylethyl alcohol, sd alcohol, sugar alcohol*, dehydrated alcohol, fatty alcohol*
        acid alcohol*, nicotinyl alcohol, dichlorobenzyl alcohol, perillyl alcohol, propyl alcohol, butyl alcohol, tert butyl alcohol
        methyl alcohol, ethyl alcohol 62, ethyl alcohol 70, cleaned with alcohol, cleansed with alcohol, prepped with alcohol
        wiped with alcohol, swabbed with alcohol, with alcohol and allowed, with alcohol prior, septal alcohol, avoid alcohol
        do not drink alcohol, avoid drinking alcohol, no alcohol for 24 hours, no alcohol while, limit alcohol, limit your alcohol
        alcohol while taking, overdose of radiation, long term opioid use, chronic opioid use, post operative opioid use
        postoperative opioid use, perioperative opioid use, opioid use for pain, opioid use for chronic pain, avoid alcohol use
        avoid alcohol consumption, avoid alcohol intake, avoiding alcohol, limit alcohol use, limit alcohol intake
        limit alcohol consumption, limiting alcohol, limiting alcohol intake, reduce alcohol, reduce alcohol intake
        limit your alcohol intake, smoking and alcohol can, do not use alcohol, drug use instructions, drug use evaluation
        drug use review, ethanol lock*, ethanol ablation, ethanol injection, ethanol block, ethanol sclero*, percutaneous ethanol
        ethanol topical, ethanol gel, ethanol 62, ethanol 70, alcohol use caution, tobacco and alcohol free, alcohol dehydrated
        anesthesia drug use, safe drug use, alcohol intolerance test, wax alcohol
      `),
    },
    {
      category: "SUD",
      tier: "indicative",
      source: CARE,
      terms: phrases(`
        recovery center*, recovery program*, recovery services, drug treatment, rehab program, went to rehab, in rehab, drug rehab
        alcohol rehab, substance rehab, naloxone rescue, harm reduction
      `),
      except: phrases(`
        surgical recovery center*, stroke recovery program*, cardiac recovery program*, surgery recovery center*
        enhanced recovery program*, antithyroid drug treatment, joint recovery center, drug treatment of tuberculosis
        cardiac rehab program, pulmonary rehab program
      `),
    },
    {
      category: "SUD",
      tier: "weak",
      source: LAY,
      terms: phrases(`
        opioid*, opiate*, narcotic*, barbiturate*, intoxication, wine, beer, liquor, whiskey, vodka, using again, relapse on
        drug interaction opioid, pain contract, pain agreement, controlled substance agreement
      `),
      except: phrases(`
        opioid sparing, opioid free, port wine, port wine stain, water intoxication, digoxin intoxication, beer potomania free
        root beer, wine colored
      `),
    },
  ],
};
