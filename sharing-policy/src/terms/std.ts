/** Sexually transmitted infections in words: infections, tests, contacts, care; weak: the antibiotics and antivirals that treat them among much else. */
import { CARE, LAY, MEDICINES, TESTS, USAGE } from "./sources.ts";
import { phrases, type TermList } from "./term-list.ts";

export const STD: TermList = {
  name: "terms-std",
  date: "2026-11-27",
  rules: [
    {
      category: "STD",
      tier: "definite",
      source: USAGE,
      evenNegative: true,
      terms: phrases(`
        sexually transmitted, sexually transmissible, sexual transmission, venereal, venereal disease*, chlamydia*, gonorrh*, gonococc*
        syphil*, neurosyphilis, luetic, treponem*, trich, chancroid, chancre, haemophilus ducreyi, lymphogranuloma, granuloma inguinale
        donovanosis, trichomon*, genital herpes, herpes genital*, herpetic vulvovaginitis, herpes simplex of genital
        genital herpes simplex, genital hsv, hsv genital, anogenital herp*, herpesviral infection of genital
        herpesviral infection of uro*, herpesviral infection of perianal, genital wart*, anogenital wart*, venereal wart*, condylom*
        mycoplasma genitalium, nongonococcal, non gonococcal, pelvic inflammatory disease, acute salpingitis, fitz hugh curtis
        pubic lice, pediculosis pubis, phthirus pubis, phthiriasis, reiter*, general paresis, tabes dorsalis, tabetic
        herpesviral infection of penis, herpesviral infection of other male, herpesviral cervicitis, herpesviral vulvovaginitis
        herpesviral vulvitis, sti screen*, std screen*, sti test*, std test*, sti panel, std panel, sti check, std check, sti clinic
        std clinic, sti evaluation, std evaluation, sti exposure, std exposure, sti counseling, std counseling, sti visit, std visit
        sti treatment, std treatment, sti prophylaxis, hx of sti*, hx of std*, history of sti*, history of std*, sti risk, std risk
        sti s, std s, std sti, sti std, stis, venereal disease screening, exposure to std
        contact with and exposure to infections with a predominantly sexual, predominantly sexual mode
      `),
      except: phrases(`
        chlamydia pneumoniae, chlamydia psittaci, c pneumoniae chlamydia, chlamydial pneumonia, chlamydia pneumonia
        chlamydial conjunctivitis neonatal, std dev*, std deviation*, std error, std dose, std view*, std precaution*, std protocol
        std of care, std diet, std form, std claim, std paperwork, std benefits, std benefit, std disability, short term disability std
        std insurance, std leave, std policy, std walker, std 2 view*, std ltd, ltd std, std bed, std size, std wheelchair, std length
        std tube*, std curve, std solution, std conc*, std units, std precautions, yaws treponema, std chart*
      `),
    },
    {
      category: "STD",
      tier: "definite",
      source: TESTS,
      caseSensitive: true,
      evenNegative: true,
      terms: phrases("STI, STIs, STD, STDs, RPR, VDRL, PID, NGU, FTA, LGV, GC, TPPA, TP-PA"),
      except: phrases(`
        pid controller*, pid segment*, pid number, pid 3, gc ms, gc fid, gas chromatography gc, gc mass, patient id pid, rpr device
        fta card*
      `),
    },
    {
      category: "STD",
      tier: "definite",
      source: TESTS,
      evenNegative: true,
      terms: phrases(`
        rapid plasma reagin, reagin ab*, reagin, rpr titer, rpr test, rpr qual*, rpr quant*, vdrl, fta abs, tppa, tp pa, t pallidum
        ct ng, ct gc, gc ct, gc chlamydia, gc chlam, gc culture, ng ct, c trachomatis, trachomatis, n gonorrhoeae, c trach, ct plus ng
        ct and ng, ct ng tv, gc and ct, gc and chlamydia, hsv 2, hsv2, hsv type 2, herpes simplex virus 2, herpes simplex virus type 2
        herpes simplex type 2, tv naat, tv dna, t vaginalis
      `),
    },
    {
      category: "STD",
      tier: "indicative",
      source: TESTS,
      evenNegative: true,
      terms: phrases(`
        hpv, human papilloma virus*, human papillomavirus*, hpv dna, high risk hpv, hpv 16, hpv positive, papillomavirus*, hpv 16 18
        anal pap, anal cytology, urethritis, urethral discharge, penile discharge, genital ulcer*, genital sore*, genital lesion*
        penile lesion*, genital rash, genital discharge, proctitis sexually, hsv 1 and 2, hsv 1 2, hsv igg, herpes simplex virus 1 and 2
        herpes simplex virus 1 2
      `),
      except: phrases(`
        hpv vaccin*, hpv vaccine*, hpv immuniz*, hpv quadrivalent, hpv bivalent, hpv nonavalent, hpv 9 valent, hpv 9valent, hpv 4 valent
        hpv 2 valent, hpv unspecified formulation, hpv shot*, hpv series, hpv dose*, hpv 1st, hpv 2nd, hpv 3rd, hpv 1, hpv 2, hpv 3
        human papillomavirus vaccin*, human papilloma virus vaccin*, papillomavirus vaccin*, human papillomavirus 9*
        human papillomavirus quadrivalent, human papilloma virus 9*, papillomavirus 9 valent, human papillomavirus nonavalent
        human papillomavirus immuniz*, human papillomavirus types 6 11, papillomavirus types, vaccine hpv, vaccination hpv
        hpv human papillomavirus vaccine, need for hpv, immunization hpv, human papillomavirus hpv vaccine
        human papillomavirus 9 valent vaccine, against hpv, against human papillomavirus, against human papilloma virus
        for hpv vaccination
      `),
    },
    {
      category: "STD",
      tier: "definite",
      source: CARE,
      terms: phrases(`
        expedited partner therapy, partner notification, partner treatment for, sexual health clinic, sexual health screening
        contact tracing for syphilis, doxy pep, doxypep, doxycycline post exposure, unprotected sex*, unsafe sex*, condomless*
        high risk sexual, risky sexual, multiple partners sexual, multiple sexual partners, multiple sex partners, new sex partner*
        new sexual partner*
      `),
    },
    {
      category: "STD",
      tier: "weak",
      source: LAY,
      terms: phrases(`
        herpes, herpes simplex, hsv, hsv 1, cervicitis, epididymitis, molluscum, proctitis, vaginal discharge, dysuria and discharge
        naat, safe sex
      `),
      except: phrases(`
        herpes zoster, herpes labialis, covid naat, sars cov 2 naat, influenza naat, covid 19 naat, tb naat radiation proctitis, ulcerative proctitis
      `),
    },
    {
      category: "STD",
      tier: "weak",
      source: MEDICINES,
      terms: phrases(`
        azithromycin, zithromax, ceftriaxone, rocephin, cefixime, suprax, doxycycline, penicillin g benzathine, benzathine penicillin
        bicillin, metronidazole, flagyl, tinidazole, tindamax, acyclovir, zovirax, valacyclovir, valtrex, famciclovir, famvir, imiquimod
        aldara, podofilox, condylox, podophyll*, sinecatechins, moxifloxacin
      `),
    },
  ],
};
