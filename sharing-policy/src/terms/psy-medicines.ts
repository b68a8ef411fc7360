/** Medicines of behavioural and mental health; weak: those that are as common against pain, seizures, itch, nausea or sleeplessness. */
import { MEDICINES } from "./sources.ts";
import { phrases, type TermList } from "./term-list.ts";

export const PSY_MEDICINES: TermList = {
  name: "terms-psy-medicines",
  date: "2026-11-27",
  rules: [
    {
      category: "PSY",
      tier: "definite",
      source: MEDICINES,
      // antidepressants, then antipsychotics and what treats their effects, mood stabilisers, stimulants and their like
      terms: phrases(`
        fluoxetine, prozac, sarafem, sertraline, zoloft, citalopram, celexa, escitalopram, lexapro, paroxetine, paxil, pexeva
        fluvoxamine, luvox, vilazodone, viibryd, vortioxetine, trintellix, venlafaxine, effexor, desvenlafaxine, pristiq, khedezla
        levomilnacipran, fetzima, mirtazapine, remeron, nefazodone, phenelzine, nardil, tranylcypromine, parnate, isocarboxazid, marplan
        emsam, imipramine, tofranil, desipramine, norpramin, clomipramine, anafranil, trimipramine, surmontil, protriptyline, vivactil
        amoxapine, maprotiline, esketamine, spravato, brexanolone, zulresso, zuranolone, zurzuvae, gepirone, exxua
        dextromethorphan bupropion, auvelity, olanzapine fluoxetine, symbyax, perphenazine amitriptyline, chlordiazepoxide amitriptyline
        aripiprazole, abilify, aristada, olanzapine, zyprexa, samidorphan, lybalvi, quetiapine, seroquel, risperidone, risperdal
        perseris, uzedy, paliperidone, invega, ziprasidone, geodon, lurasidone, latuda, asenapine, saphris, secuado, iloperidone, fanapt
        brexpiprazole, rexulti, cariprazine, vraylar, lumateperone, caplyta, pimavanserin, nuplazid, clozapine, clozaril, fazaclo
        versacloz, haloperidol decanoate, fluphenazine, prolixin, perphenazine, trilafon, thioridazine, mesoridazine, triflupromazine
        chlorprothixene, moban, pemoline, lithane, mellaril, thiothixene, navane, trifluoperazine, stelazine, loxapine, loxitane
        adasuve, molindone, pimozide, orap, xanomeline, cobenfy, valbenazine, ingrezza, deutetrabenazine, austedo, lithium, lithobid
        eskalith, methylphenidate, ritalin, concerta, metadate, methylin, quillivant, quillichew, aptensio, cotempla, daytrana, jornay
        dexmethylphenidate, focalin, serdexmethylphenidate, azstarys, lisdexamfetamine, vyvanse, adderall, mydayis, dextroamphetamine
        dexedrine, zenzedi, evekeo, adzenys, dyanavel, amphetamine aspartate, amphetamine sulfate, atomoxetine, strattera, viloxazine
        qelbree, intuniv, kapvay
      `),
      except: phrases(`
        lithium battery, lithium batteries, lithium ion, lithium heparin*, lithium hep, lithium heparinate, heparin lithium
        lithium grease, lithium disilicate, lithium iodine, lithium citrate tube
      `),
    },
    {
      category: "PSY",
      tier: "indicative",
      source: MEDICINES,
      terms: phrases(`
        bupropion, wellbutrin, budeprion, aplenzin, forfivo, duloxetine, cymbalta, drizalma, trazodone, desyrel, oleptro, haloperidol
        haldol, chlorpromazine, thorazine, buspirone, buspar, alprazolam, xanax, lorazepam, ativan, loreev, clonazepam, klonopin
        chlordiazepoxide, librium, clorazepate, tranxene, oxazepam, serax, bromazepam, halazepam, prazepam, librax, meprobamate
        divalproex, depakote, st johns wort
      `),
      except: phrases(`
        naltrexone bupropion, bupropion naltrexone, naltrexone hydrochloride and bupropion, naltrexone and bupropion
        bupropion for smoking, bupropion for tobacco, bupropion sr zyban, bupropion zyban
      `),
    },
    {
      category: "PSY",
      tier: "weak",
      source: MEDICINES,
      terms: phrases(`
        amitriptyline, elavil, nortriptyline, pamelor, doxepin, silenor, sinequan, hydroxyzine, vistaril, atarax, prochlorperazine
        compazine, diazepam, valium, temazepam, restoril, zolpidem, ambien, edluar, intermezzo, eszopiclone, lunesta, zaleplon, sonata
        triazolam, halcion, estazolam, flurazepam, suvorexant, belsomra, lemborexant, dayvigo, daridorexant, quviviq, ramelteon, rozerem
        lamotrigine, lamictal, valproate, valproic acid, depakene, valproate sodium, carbamazepine, tegretol, equetro, oxcarbazepine
        trileptal, prazosin, minipress, guanfacine, tenex, benztropine
        cogentin, trihexyphenidyl, modafinil, provigil, armodafinil, nuvigil, benzodiazepine*, sedative*, hypnotic*
        methamphetamine hydrochloride, desoxyn, amphetamine
      `),
    },
  ],
};
