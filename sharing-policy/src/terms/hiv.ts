/** HIV in words: infection, tests, prevention, medicines and care. A negative test tells that the person was tested; CD4 counts and viral loads have other uses. */
import { CARE, MEDICINES, TESTS, USAGE } from "./sources.ts";
import { phrases, type TermList } from "./term-list.ts";

export const HIV: TermList = {
  name: "terms-hiv",
  date: "2026-11-27",
  rules: [
    {
      category: "HIV",
      tier: "definite",
      source: USAGE,
      evenNegative: true,
      terms: phrases(`
        hiv, hiv1, hiv2, hiv12, hivp24, hivab, hivag, plwh, human immunodeficiency virus*, human immune deficiency virus*
        human immuno deficiency virus*, human immunodeficiency viral, acquired immunodeficiency, acquired immune deficiency
        acquired immuno deficiency, aids related, aids defining, aids dementia, aids wasting, full blown aids, has aids
        diagnosed with aids, aids diagnosis, dx of aids, advanced aids, aids clinic, aids service*, aids care, aids patient*, aids virus
        aids risk, aids counseling, aids education, aids foundation, serodiscordant, sero discordant, serodifferent
        seroconversion illness
      `),
      except: phrases("aids care bathing"),
    },
    {
      category: "HIV",
      tier: "definite",
      source: USAGE,
      caseSensitive: true,
      evenNegative: true,
      terms: phrases("on ART, ART adherence, ART regimen, ART naive, AIDS, PrEP, nPEP, oPEP, ARV, ARVs, HAART, cART, PLWHA"),
      except: phrases(`
        hearing aids, walking aids, visual aids, mobility aids, ambulation aids, ambulatory aids, sleep aids, sleeping aids
        decision aids, communication aids, low vision aids, daily living aids, bath aids, dressing aids, memory aids, teaching aids
        first aids, aids in, aids to, aids for, aids digestion, aids with, assistive aids, bathroom aids, dental aids, vision aids
        positioning aids, fitting of hearing aids, prep kit, nurse aids, home health aids, health aids, teachers aids, educational aids
      `),
    },
    {
      category: "HIV",
      tier: "definite",
      source: CARE,
      evenNegative: true,
      terms: phrases(`
        antiretroviral*, anti retroviral*, haart, pre exposure prophylaxis, preexposure prophylaxis, non occupational post exposure
        nonoccupational post exposure, nonoccupational postexposure, prep for prevention, on prep for, prep clinic, ryan white
        undetectable equals untransmittable, kaposi*, p24 antigen, p24 ag, cd4 count*, cd4 cell*, absolute cd4, cd4 absolute, cd4 helper
        cd4 percent*, cd4 t cell*, t4 helper
      `),
      except: phrases(`
        rabies pre exposure prophylaxis, pre exposure prophylaxis rabies, pre exposure prophylaxis for rabies
        malaria pre exposure prophylaxis, pre exposure prophylaxis of covid, pre exposure prophylaxis for covid
        covid 19 pre exposure prophylaxis, covid pre exposure prophylaxis, kaposiform*
      `),
    },
    {
      category: "HIV",
      tier: "indicative",
      source: TESTS,
      evenNegative: true,
      terms: phrases(`
        cd4, cd4 cd8, cd4 cd8 ratio, cd3 cd4, opportunistic infection*, retrovirus*, retroviral, t helper cells
        post exposure prophylaxis, postexposure prophylaxis, pneumocystis jirovecii, pneumocystis carinii, pneumocystis pneumonia
      `),
      except: phrases(`
        rabies post exposure prophylaxis, rabies postexposure prophylaxis, post exposure prophylaxis rabies
        post exposure prophylaxis for rabies, postexposure prophylaxis for rabies, rabies exposure post exposure prophylaxis
        anthrax post exposure prophylaxis, influenza post exposure prophylaxis, hepatitis b post exposure prophylaxis
        hepatitis a post exposure prophylaxis, post exposure prophylaxis for hepatitis, post exposure prophylaxis for influenza
        post exposure prophylaxis for covid, varicella post exposure prophylaxis, lyme post exposure prophylaxis
        lyme disease post exposure prophylaxis, measles post exposure prophylaxis, pertussis post exposure prophylaxis
      `),
    },
    {
      category: "HIV",
      tier: "weak",
      source: TESTS,
      evenNegative: true,
      terms: phrases(`
        viral load, viral suppression, virally suppressed, virologic suppression, undetectable viral load, lymphocyte subset*
        t cell subset*, mycobacterium avium, cryptococcal meningitis, cmv retinitis, oral hairy leukoplakia
        progressive multifocal leukoencephalopathy, wasting syndrome, toxoplasma gondii antibody positive, pjp prophylaxis
        pcp prophylaxis
      `),
    },
    {
      category: "HIV",
      tier: "definite",
      source: MEDICINES,
      terms: phrases(`
        abacavir, ziagen, epzicom, trizivir, triumeq, lamivudine zidovudine, combivir, zidovudine, retrovir, azt, didanosine, videx
        stavudine, zerit, zalcitabine, emtricitabine, emtriva, truvada, descovy, efavirenz, sustiva, atripla, symfi, rilpivirine
        edurant, complera, odefsey, juluca, nevirapine, viramune, delavirdine, etravirine, intelence, doravirine, pifeltro, delstrigo
        cimduo, temixys, atazanavir, reyataz, evotaz, darunavir, prezista, prezcobix, symtuza, fosamprenavir, lexiva, amprenavir
        lopinavir, kaletra, nelfinavir, viracept, saquinavir, invirase, tipranavir, aptivus, indinavir, crixivan, raltegravir, isentress
        dolutegravir, tivicay, dovato, bictegravir, biktarvy, elvitegravir, stribild, genvoya, cobicistat, tybost, cabotegravir
        cabenuva, apretude, vocabria, maraviroc, selzentry, enfuvirtide, fuzeon, ibalizumab, trogarzo, fostemsavir, rukobia, lenacapavir
        sunlenca, yeztugo
      `),
    },
    {
      category: "HIV",
      tier: "indicative",
      source: MEDICINES,
      terms: phrases(`
        ritonavir, norvir, tenofovir disoproxil fumarate emtricitabine, lamivudine 150, lamivudine 300, epivir, tesamorelin, egrifta
        lamivudine tenofovir
      `),
      except: phrases(`
        nirmatrelvir ritonavir, nirmatrelvir and ritonavir, nirmatrelvir 150 mg ritonavir, nirmatrelvir 300 mg ritonavir
        ritonavir boosted nirmatrelvir, paritaprevir ritonavir, ombitasvir paritaprevir ritonavir, epivir hbv, paxlovid ritonavir
      `),
    },
    {
      category: "HIV",
      tier: "weak",
      source: MEDICINES,
      terms: phrases(`
        tenofovir*, viread, lamivudine, vemlidy, epivir hbv, trimethoprim sulfamethoxazole ds prophylaxis, atovaquone, pentamidine
        dapsone
      `),
    },
  ],
};
