/** Behavioural and mental health in words: conditions, signs, instruments, therapies, professions and places. Plain `stress` is everyday speech and is not here. */
import { CARE, INSTRUMENTS, LAY, USAGE } from "./sources.ts";
import { phrases, type TermList } from "./term-list.ts";

/** Headings of a review of systems or an examination, with what stands under them when there is nothing to tell. */
const HEADINGS = phrases("psych, psychiatric, psychiatric behavioral, psychiatry");
const NOTHING_TO_TELL = phrases(`
  no, not, normal, neg, negative, denies, denied, mood, affect, alert, appropriate, cooperative, oriented, wnl, calm, pleasant, insight
  judgment, unremarkable, behavior
`);
const EMPTY_SECTIONS = HEADINGS.flatMap((heading) => NOTHING_TO_TELL.map((nothing) => `${heading} ${nothing}`));

export const PSY: TermList = {
  name: "terms-psy",
  date: "2026-11-27",
  rules: [
    {
      category: "PSY",
      tier: "definite",
      source: USAGE,
      terms: phrases(`
        depression, depressions, depressive, depressed, mdd, dysthymi*, melancholia, antidepress*, anti depress*, bipolar, manic, mania
        hypomani*, cyclothymi*, mixed affective, affective disorder*, affective psychos*, schizo*, psychosis, psychoses, psychotic*
        antipsychotic*, anti psychotic*, delusion*, hallucinat*, paranoi*, catatoni*, first episode psychosis, anxiety, anxieties
        anxious, anxiousness, anxiolytic*, panic disorder*, panic attack*, panic anxiety, agoraphobi*, claustrophobi*, phobia, phobias
        phobic, social phobia, obsessive compulsive, obsessional, ocd, hoarding, trichotillomania, dermatillomania, excoriation disorder
        body dysmorphi*, ptsd, cptsd, post traumatic stress, posttraumatic stress, traumatic stress, acute stress disorder*
        acute stress reaction*, stress disorder*, stress related disorder*, adjustment disorder*, adjustment reaction*
        reactive attachment, attachment disorder*, dissociative, dissociation disorder*, depersonalization, derealization
        multiple personality, somatoform, somatization, somatic symptom disorder*, conversion disorder*, conversion reaction*
        factitious, munchausen*, hypochondri*, pseudobulbar affect, arachnophobia, acrophobia, zoophobia, specific phobia
        reaction to severe stress, reactions to severe stress, impulse disorder*, pica, antisocial behavior, fetishis*, exhibitionis*
        voyeuris*, sadomasochis*, frotteuris*, disorder of psychological development, disorders of psychological development
        adult personality and behavior, behavioral syndrome*, psychological and behavioral factors, combat and operational stress
        emotional shock, illness anxiety, psychogenic, psychosomatic, functional neurological disorder*, nonepileptic attack*
        pseudoseizure*, anorexia nervosa, bulimi*, binge eating, binge purge, purging disorder*, eating disorder*, disordered eating
        arfid, avoidant restrictive food, rumination disorder*, personality disorder*, personality change*, disorders of personality
        disorder of personality, borderline personality, antisocial personality, narcissistic, histrionic personality, schizoid
        avoidant personality, adhd, attention deficit, attention deficits, hyperactivity disorder*, hyperkinetic disorder*
        oppositional defiant, oppositional disorder*, conduct disorder*, disruptive behavior disorder*, disruptive mood dysregulation
        dmdd, intermittent explosive, kleptomania, pyromania, impulse control disorder*, tourette*, tic disorder*, selective mutism
        separation anxiety, encopresis, night terrors, sleep terrors, nightmare disorder*, paraphili*, pedophili*, suicid*, parasuicid*
        self harm*, selfharm*, self injur*, self mutilat*, homicidal, self cutting, cutting herself
        cutting himself, cutting themselves, cutting behavior, better off dead, hurting yourself, hurt yourself, harming yourself
        hurting herself, hurting himself, wish to be dead, wishes to be dead, hears voices, hearing voices, gambling
        intentional self poisoning, intentional self, mood disorder*, mood affective, mood dysregulation, mood swings
        emotional disturbance*, emotional disorder*, emotional dysregulation, seriously emotionally disturbed, severe emotional
        behavioral disorder*, behavioural disorder*, behavioral and emotional disorder*, neurosis, neurotic*, nervous breakdown
        anhedonia, thought disorder*, formal thought disorder, mental illness*, mental disorder*, mental health, mental hygiene
        mentally ill, behavioral health, behavioural health, behavioral care, emotional health, emotional and behavioral
        emotional behavioral, serious mental illness, severe mental illness, premenstrual dysphoric, pmdd, puerperal psychosis
        baby blues, tardive dyskinesia, neuroleptic*, psychiatr*, neuropsychiatr*, psychopath*, psychotropic*, psychoactive medication*
        ssri, ssris, snri, snris, mood stabili*, benzodiazepine anxiolytic, gender dysphoria, gender identity disorder*, delirium due to
        contracts for safety, contract for safety, cutting scars, self inflicted, cuts herself, cuts himself, excited delirium, alcohol induced mood, postpartum mood
      `),
      except: phrases(`
        st depression*, st segment depression*, st t depression*, st and t wave depression*, pr depression, pr segment depression
        j point depression, segment depression, horizontal depression, downsloping depression, upsloping depression, mm depression
        mm st depression, mm of depression, depression of the st, depression of st, depression in st, depressions in leads
        depression in leads, respiratory depression, ventilatory depression, cns depression, central nervous system depression
        bone marrow depression, marrow depression, myocardial depression, cardiac depression, circulatory depression
        neonatal depression, perinatal depression of, depression of the skull, skull depression, plateau depression, joint depression
        articular depression, depression fracture*, depression type, depressed skull, depressed fracture*, depressed calvarial
        depressed skull fracture*, depressed bone marrow, depressed ejection, depressed lv, depressed left ventricular, depressed rv
        depressed right ventricular, depressed ef, depressed systolic, depressed lvef, depressed cardiac
        depressed level of consciousness, depressed consciousness, depressed reflex*, depressed deep tendon, depressed gag
        depressed sensorium, depressed mental status, depressed respirations, depressed scar*, depressed nasal bridge
        depressed nasal root, depressed anterior fontanel*, depressed fragment*, depressed immune, depressed t waves, depressed nipple
        depressed area, depressed lesion, spreading depression, cortical spreading depression, sternal depression
        depression of the chest, bladder depression, tongue depression, temporal depression, immune depression, adrenal depression
        depressed nasal, nasal depression, depression of nasal, depression of the nasal, endplate depression, depression of superior
        depression of inferior, depression of the superior, depression of the inferior, depressed l, depressed r, depressed left
        depressed right, depressed patellar, depressed achilles, depressed ankle, depressed knee, reflexes depressed
        depressed bilaterally, lvef depressed, ef depressed, st t wave depression*, t wave depression*, scalp depression
        great depression, anxious to, cerebral depression, anxiolytic abuse, anxiolytic dependence, anxiolytic use, anxiolytic induced*
        anxiolytic withdrawal, anxiolytic intoxication, anxiolytic related, suicide bomber, suicide bombing, ocd lesion*, ocd of, gad 65
        gad antibod*, gad ab, gad abs, anti gad, gad autoantibod*, gad glutamic, bipolar hip, bipolar prosthe*, bipolar hemiarthroplast*
        bipolar hemi, bipolar arthroplast*, bipolar electrode*, bipolar electrocauter*, bipolar electrosurg*, bipolar electrocoagulat*
        bipolar cauter*, bipolar coagulat*, bipolar diatherm*, bipolar forceps, bipolar device, bipolar lead*, bipolar pacing
        bipolar pacemaker*, bipolar sensing, bipolar probe, bipolar shoulder, bipolar radiofrequency, bipolar resection, bipolar turp
        bipolar transurethral, bipolar vaporization, bipolar implant, bipolar component, bipolar endoprosthe*, bipolar femoral
        bipolar cell*, bipolar sealer, bipolar loop, bipolar montage, bipolar configuration, bipolar recording*, bipolar energy
        bipolar gold probe, pre operative anxiety, preoperative anxiety, pre procedural anxiety, anxiety before procedure
        claustrophobia in mri, claustrophobia during mri, schizonych*, schizont*, schizogon*, psychopathology committee
        stress disorder of bone, suicide and crisis lifeline, suicide and crisis hotline, suicide prevention lifeline, suicide hotline
        suicide prevention hotline, national suicide*, suicide gene, suicide inhibitor, suicide substrate, mental health parity
        self injurious to staff, hydro phobia, photo phobia, photo phobic, hydro phobic
        medicine or any health care medical dental mental health vision, medical dental mental health vision
      `),
    },
    {
      category: "PSY",
      tier: "definite",
      source: INSTRUMENTS,
      evenNegative: true,
      terms: phrases(`
        phq 2, phq 4, phq 8, phq 9, phq 15, phq a, phq 9a, phq 9m, phq, phq2, phq4, phq8, phq9, patient health questionnaire, gad 2
        gad 7, gad2, gad7, gad, depression screen*, screening for depression, anxiety screen*, suicide screen*, suicide risk
        columbia suicide, c ssrs, cssrs, asq suicide, ask suicide screening, edinburgh postnatal, edinburgh depression, epds, mdq
        mood disorder questionnaire, beck depression, beck anxiety, bdi ii, bdi 2, hamilton depression, hamilton rating scale, hamd
        ham d, hdrs, hamilton anxiety, ham a, madrs, montgomery asberg, geriatric depression scale, gds 15, gds 30, ces d, cesd
        center for epidemiologic studies depression, zung, pcl 5, pcl c, pc ptsd, ptsd checklist, caps 5, life events checklist, ybocs
        y bocs, yale brown, panss, positive and negative syndrome scale, brief psychiatric rating, bprs, young mania, ymrs
        scared questionnaire, screen for child anxiety, vanderbilt assessment, vanderbilt adhd, vanderbilt parent, vanderbilt teacher
        vanderbilt rating, vanderbilt scale*, vanderbilt follow up, nichq vanderbilt, conners rating, conners 3, conners adhd
        conners scale*, asrs, adult adhd self report, pediatric symptom checklist, psc 17, psc 35, strengths and difficulties
        child behavior checklist, cbcl, basc 3, basc 2, mmpi, minnesota multiphasic, rorschach, k10 score, kessler psychological
        global assessment of functioning, gaf score, gaf, aims exam, abnormal involuntary movement scale, insomnia severity index
        brief emotional behavioral assessment, emotional behavioral assessment, promis depression, promis anxiety
        mental status exam for psychiatric, penn state worry, social phobia inventory, qids, quick inventory of depressive
      `),
    },
    {
      category: "PSY",
      tier: "definite",
      source: CARE,
      terms: phrases(`
        psychotherap*, psychoanaly*, psychodrama, psychoeducation*, cognitive behavioral therap*, cognitive behavioural therap*
        cognitive behavior therap*, cognitive therap*, cbt, dialectical behavior*, dbt skill*, dbt group*, dbt therap*, dbt program*
        dbt session*, emdr, eye movement desensitization, exposure therapy, prolonged exposure therap*, exposure and response prevention
        acceptance and commitment therap*, interpersonal psychotherap*, motivational enhancement, electroconvulsive, electroshock
        transcranial magnetic, vagus nerve stimulation for depression, esketamine treatment, psychologist*, psychological test*
        psychological evaluation*, psychological assessment*, psychological counsel*, psychological disorder*, psychological distress
        psychological trauma, psychological therap*, psychologic disorder*, mental status examination psychiatric
        psychiatric nurse practitioner, inpatient psych, psych ward, psych unit, psych hospital*, psych admission*, psych eval*
        psych consult*, psych history, psych hx, psych med*, psych follow up, psych np, involuntary commitment, involuntary hold
        5150 hold, baker act, section 12 hold, crisis stabilization, crisis intervention, mobile crisis, assertive community treatment
        community mental health, clubhouse program, mental hospital, applied psychology, geropsych*, anger management
        biofeedback for anxiety, grief counsel*, bereavement counsel*, therapeutic behavioral services, family therapy, couples therapy
        marriage counsel*, marital counsel*, marriage and family therap*, play therapy, art therapy, group therapy, individual therapy
        talk therapy, counseling for stress, lmft, licensed professional counselor*, licensed clinical social worker*, lcsw
        clinical social worker*, licensed mental health
      `),
      except: phrases("group therapy pool, group therapy swallow, cognitive therapy for aphasia"),
    },
    {
      category: "PSY",
      tier: "definite",
      source: CARE,
      caseSensitive: true,
      terms: phrases("ECT, TMS, rTMS, SI, NSSI, SPMI, ODD, ASPD, PMHNP"),
      except: phrases("si joint*, si units, si unit"),
    },
    {
      category: "PSY",
      tier: "indicative",
      source: USAGE,
      terms: phrases(`
        panic, delirium, delirious, behavioral disturbance*, skin picking, unhappiness, social functioning disorder*, primary insomnia
        agitation, agitated, irritability and anger, emotional lability, emotionally labile, labile mood, flat affect, blunted affect
        tearful, crying spells, hopeless*, worthless*, helplessness, low mood, depressed mood, irritable mood, loss of interest
        little interest or pleasure, feeling down, nervousness, rumination, excessive worry, worries excessively, compulsive behavior*
        compulsion*, obsession*, obsessive thoughts, intrusive thoughts, racing thoughts, flashbacks, hypervigilan*, grandios*
        disorganized thinking, disorganized speech, mutism, self esteem, low self esteem, overdose attempt, behavioral problem*
        behavioral concern*, behavior problem*, behavior concern*, behavioral symptom*, behavioral issue*, aggressive behavior*
        violent behavior*, self destructive, tantrum*, school refusal, adjustment issue*, grief, grieving, bereavement, bereaved
        emotional distress, emotional problem*, emotional state, emotional stress, psychological stress, psychological factor*
        sleep terror*, nervous disorder*, nonorganic insomnia, psychophysiological insomnia, insomnia due to mental
        premenstrual tension, postpartum blues, conversion symptoms, tic, tics, vocal tic*, motor tic*, thumb sucking disorder
        nail biting disorder, bruxism psychogenic, burnout, unresponsive psychogenic
      `),
      except: phrases(`
        panic value*, panic level*, panic range*, panic result*, panic call*, panic button, panic lab*, agitation of specimen
        agitated specimen, agitated saline, tic tac, tic douloureux, esr agitation, rumination syndrome, speed agitation
        food rumination, rumination of newborn, emergence delirium score, delirium precaution*, radiotherapy tic
      `),
    },
    {
      category: "PSY",
      tier: "indicative",
      source: CARE,
      terms: phrases(`
        psychology, neuropsychology, neuropsychological, counseling session*, counselling session*, individual counseling
        family counseling, group counseling, outpatient counseling, therapy session*, counseling center, counseling service*
        mental status change due to psychiatric, partial hospitalization, intensive outpatient, day treatment program
        residential treatment, wraparound service*, behavioral therap*, behavior therap*, behavioural therap*, behavior modification
        behavioral medicine, behavioral science*, behavioral analyst, behavioral assessment*, behavioral screening
        behavioral evaluation*, behavior management, sees a therapist, seeing a therapist, her therapist, his therapist, their therapist
        my therapist, coping skills, safety plan, crisis line, crisis plan, relaxation therap*, meditation therapy
        support group for depression, psychosocial rehabilitation, child and family services, counselor, counselors
        therapeutic foster care, school counselor
      `),
      except: phrases(`
        genetic counselor*, lactation counselor, genetics counselor, financial counselor*, insurance counselor*, nutrition counselor
        pelvic floor behavior therapy, behavioral therapy for obesity, intensive behavioral therapy for obesity
        intensive behavioral therapy for cardiovascular, intensive behavioral therapy to reduce cardiovascular, asthma safety plan, dv safety plan*, ipv safety plan*, domestic violence safety plan*, fall safety plan*
        drug counselor*, addiction counselor*, substance abuse counselor*, alcohol counselor*
        diabetes counseling session, physical therapy session*, occupational therapy session*, speech therapy session*
        radiation therapy session*, nutrition counseling session*, home safety plan
      `),
    },
    {
      category: "PSY",
      tier: "weak",
      source: LAY,
      terms: phrases(`
        sleep disorder*, enuresis, sleepwalking, postconcussional, insomnia, sleeplessness, trouble sleeping, difficulty sleeping
        sleep disturbance*, nightmare*, stressed, feeling stressed, stressed out, chronic stress, moody, moodiness, irritable
        irritability, psychosocial, sad, sadness, social withdrawal, apathy, apathetic, poor concentration, emotional support
        disorientation, disoriented
      `),
      except: phrases("irritable bowel"),
    },
    { category: "PSY", tier: "indicative", source: USAGE, terms: ["psych"], except: EMPTY_SECTIONS },
  ],
};
