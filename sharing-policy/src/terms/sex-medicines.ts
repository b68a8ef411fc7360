/** Medicines of reproductive and sexual health; weak: hormones and others with common other uses. */
import { MEDICINES } from "./sources.ts";
import { phrases, type TermList } from "./term-list.ts";

/** Brands of contraceptives that are names of people as well: the strength, the form or the pack must stand behind them. */
const NAMES = phrases(`
  amethia, amethyst, apri, camila, daysee, errin, gianvi, hailey, heather, jolessa, juleber, junel, kariva, larin, larissia, lessina
  levora, loryna, lutera, lyza, mili, nikki, ocella, portia, syeda, tarina, tilia, wera, yaz, zarah
`);
const BEHIND_NAMES = phrases("0, 1, 20, 21, 24, 28, 84, 90, 91, fe, lo, tablet*, tab, tabs, pill*, oral, pack, birth control, ocp");
const NAMED = NAMES.flatMap((name) => BEHIND_NAMES.map((behind) => `${name} ${behind}`));

export const SEX_MEDICINES: TermList = {
  name: "terms-sex-medicines",
  date: "2026-11-27",
  rules: [
    { category: "SEX", tier: "definite", source: MEDICINES, terms: NAMED },
    {
      category: "SEX",
      tier: "definite",
      source: MEDICINES,
      // abortion, contraception by substance and by brand, fertility and pregnancy, sexual function
      terms: phrases(`
        mifepristone, mifeprex, korlym, ru486, ru 486, levonorgestrel, plan b one step, ella ulipristal, ulipristal, aftera
        ethinyl estradiol, ethinylestradiol, ethynyl estradiol, mestranol, estetrol, norgestrel, desogestrel, etonogestrel, drospirenone
        norgestimate, norelgestromin, segesterone, ethynodiol, norethindrone, norethisterone, dienogest, nonoxynol, mirena, skyla
        kyleena, liletta, paragard, nexplanon, implanon, norplant, depo provera, depo subq provera, nuvaring, annovera, eluryng, xulane
        ortho evra, zafemy, twirla, phexxi, opill, slynd, nextstellis, natazia, yasmin, beyaz, safyral, vestura, loestrin, lo loestrin
        minastrin, microgestin, blisovi, aurovela, taytulla, estrostep, ortho tri cyclen, ortho cyclen, ortho novum, ortho micronor
        tri sprintec, sprintec, tri lo sprintec, tri lo marzia, trinessa, tri previfem, previfem, mononessa, estarylla, tri estarylla
        tri mili, femynor, nymyo, reclipsen, enskyce, isibloom, kalliga, desogen, emoquette, cyclessa, velivet, mircette, azurette
        viorele, pimtrea, volnea, aviane, sronyx, vienva, orsythia, falmina, afirmelle, altavera, marlissa, kurvelo, chateal, lillow
        nordette, trivora, enpresse, levonest, myzilra, seasonale, seasonique, loseasonique, camrese, ashlyna, simpesse, introvale
        setlakin, quartette, rivelsa, lybrel, dolishale, zovia, kelnor, necon, nortrel, balziva, briellyn, philith, vyfemla, ovcon
        zenchent, wymzya, femcon, generess, kaitlib, layolis, cryselle, elinest, low ogestrel, ogestrel, jolivette, nora be, norlyda
        norlyroc, deblitane, sharobel, lyleq, incassia, tulana, clomiphene, clomid, serophene, milophene, menotropins, menopur
        follitropin, gonal f, follistim, urofollitropin, bravelle, ovidrel, novarel, pregnyl, ganirelix, cetrorelix, cetrotide
        choriogonadotropin, crinone, endometrin, makena, hydroxyprogesterone caproate, prenatal vitamin*, prenatal multivitamin*
        prenatal tablet*, doxylamine pyridoxine, diclegis, bonjesta, oxytocin, pitocin, dinoprostone, cervidil, prepidil, carboprost
        hemabate, methylergonovine, methergine, sildenafil 50, sildenafil 100, viagra, levitra, vardenafil, staxyn, avanafil, stendra
        alprostadil, caverject, edex, flibanserin, addyi, bremelanotide, vyleesi
      `),
    },
    {
      category: "SEX",
      tier: "indicative",
      source: MEDICINES,
      terms: phrases(`
        cialis, medroxyprogesterone, provera, progesterone, prometrium, conjugated estrogens, premarin, prempro, ospemifene, osphena
        elagolix, orilissa, oriahnn, relugolix estradiol, myfembree, megestrol contraceptive, histrelin implant, supprelin, intrarosa
        estradiol vaginal, vaginal estradiol, vagifem, yuvafem, estring, imvexxy, fezolinetant, veozah
      `),
      except: phrases("progesterone receptor*, anti progesterone receptor*"),
    },
    {
      category: "SEX",
      tier: "weak",
      source: MEDICINES,
      terms: phrases(`
        misoprostol, cytotec, sildenafil, revatio, tadalafil, adcirca, testosterone, androgel, depo testosterone, testim, axiron
        xyosted, jatenzo, estradiol, estrace, climara, vivelle, minivelle, estradiol valerate, delestrogen, leuprolide, lupron
        letrozole fertility, bromocriptine, cabergoline, tranexamic acid, lysteda, terconazole, clotrimazole vaginal, miconazole vaginal
        methotrexate ectopic
      `),
      except: phrases("misoprostol diclofenac, diclofenac misoprostol, diclofenac sodium misoprostol"),
    },
  ],
};
