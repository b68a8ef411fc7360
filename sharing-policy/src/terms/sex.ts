/** Reproductive and sexual health in words: pregnancy, its end and its prevention, fertility, cycle, sexual life, orientation and gender identity. */
import { CARE, LAY, SOCIAL, TESTS, USAGE } from "./sources.ts";
import { phrases, type TermList } from "./term-list.ts";

const DIGITS = [..."0123456789"];
const TO_FIFTEEN = Array.from({ length: 16 }, (_, count) => String(count));

/** Gravida and para as they are noted: `G1P0010`, `G2 P1`, `G2, P1`. */
const OBSTETRIC_NOTATION = TO_FIFTEEN.flatMap((gravida) => DIGITS.flatMap((para) => [`g${gravida}p${para}*`, `g${gravida} p${para}*`]));

export const SEX: TermList = {
  name: "terms-sex",
  date: "2026-11-27",
  rules: [
    {
      category: "SEX",
      tier: "definite",
      source: USAGE,
      evenNegative: true,
      terms: phrases(`
        gaht, gender affirming hormone*, pregnan*, prenatal*, pre natal, antenatal*, ante natal, antepartum, intrapartum, postpartum, post partum, postnatal, puerper*
        obstetric*, obstetrician*, ob gyn, obgyn, ob gynecolog*, ob history, obhx, ob hx, ob visit, ob intake, new ob, ob ultrasound*
        ob us, gynecolog*, gynaecolog*, gyn visit, gyn exam, gyn history, gyn hx, gyn clinic, midwi*, gravid, gravida*, primigravid*
        multigravid*, primipar*, multipar*, nullipar*, nulligravid*, grand multip*, para 0, para 1, para 2, para 3, trimester*
        gestation*, weeks gestation, wks gestation, fetal, fetus, foetal, foetus, intrauterine pregnancy, iup, miscarriage*, miscarried
        abortion*, aborted pregnancy, aborted fetus, abortus, abortifacient*, termination of pregnancy, pregnancy termination
        terminate pregnancy, elective termination, therapeutic termination, elective ab, missed ab, stillb*, stillborn, fetal demise
        fetal death, intrauterine death, iufd, molar pregnancy, hydatidiform, childbirth, child birth, cesarean*, caesarean*, c section*
        csection*, vaginal birth*, vaginal delivery, vaginal deliveries, live birth, liveborn*, blighted ovum, maternal care
        cephalopelvic, trial of labor, long labor, during labor, stages of labor, forces of labor, of labor, pre term labor
        during delivery, following delivery, complicating delivery, delayed delivery, uncomplicated delivery
        term uncomplicated delivery, delivery of newborn, third stage hemorrhage, peripartum, agalactia, hypogalactia, ectopic pregnanc*
        tubal pregnanc*, normal delivery, spontaneous delivery, preterm delivery, premature delivery, term delivery, forceps delivery
        vacuum delivery, breech delivery, assisted delivery, instrumental delivery, delivery room, outcome of delivery
        obstetrical delivery, delivery of placenta, postpartum delivery, rh negative mother, vbac, tolac, nsvd, svd delivery
        labor and delivery, l and d, in labor, active labor, preterm labor, premature labor, false labor, labor pain*, labor onset
        induction of labor, labor induction, induced labor, obstructed labor, prolonged labor, spontaneous labor, labor check
        onset of labor, stage of labor, premature rupture of membranes, pprom, episiotomy, preeclampsia, pre eclampsia, eclampsia
        eclamptic, hellp syndrome, hyperemesis gravidarum, placenta*, abruptio, chorioamnionitis, oligohydramnios, polyhydramnios
        amniotic, cervical incompetence, incompetent cervix, cerclage, lochia, rhogam, rh immune globulin, rho d immune, fundal height
        quickening, edd by, edc by, estimated date of delivery, estimated date of confinement, expected date of delivery
        deliver of baby, number of live births, live births, number of abortions, number of births, number of preterm births
        number of live deliveries, parity, gravidity, lactation, lactating, breastfe*, breast fe*, breast pump*, mastitis lactational
        hyperprolactinemia lactation, preconception, pre conception, conception, conceive, conceiving, trying to conceive
        family planning, planned parenthood, reproductive health, reproductive medicine, reproductive endocrin*, reproductive service*
        reproductive genetic, maternal fetal, mfm, maternity, birthing, birth center, birth plan, doula, perinatal center, perinatolog*
      `),
      except: phrases(`
        in labor force, in labor relations, in labor union*, of labor department, department of labor, of labor statistics
        brucella abortus, fetal alcohol, persistent fetal circulation, fetal circulation, fetal hemoglobin, hemoglobin fetal
        hemoglobin f fetal, fetal bovine, foetal bovine, fetal calf, abortion of headache, abortion of migraine
      `),
    },
    {
      category: "SEX",
      tier: "definite",
      source: CARE,
      evenNegative: true,
      terms: phrases(`
        contracepti*, birth control*, iud, iuds, intrauterine device*, intrauterine contracept*, intrauterine system*
        intra uterine device*, copper iud, morning after pill, plan b one step, vasectom*, tubal ligation*, tubal sterilization
        tubal occlusion, bilateral tubal, tubes tied, btl procedure, sterilization requested, female sterilization, male sterilization
        surgical sterilization, elective sterilization, voluntary sterilization, sterilization status, sterilization procedure*
        encounter for sterilization, sterilization consult*, sterilization counsel*, salpingectom*, dilation and curettage
        dilatation and curettage, dilation and evacuation, dilatation and evacuation, d and c, d c procedure visit, suction curettage
        suction d and c, vacuum aspiration, uterine aspiration, curettage of uterus, uterine curettage, uterine evacuation
        menstrual extraction, infertil*, subfertil*, fertility, in vitro fertilization, in vitro fertilisation, ivf, icsi
        intrauterine insemination, artificial insemination, insemination, embryo transfer, embryo cryo*, egg retrieval, egg donor
        egg freezing, oocyte*, ovulation induction, ovulation, ovulat*, anovulat*, sperm, sperms, spermatozoa, sperm count
        semen analysis, semen, azoosperm*, oligosperm*, assisted reproduct*, artificial fertilization, hyperstimulation of ovar*
        ovarian hyperstimulation, procreative, reversal of previous sterilization, surrogacy, gestational carrier, nuchal translucency
        amniocentesis, chorionic villus, cvs prenatal, biophysical profile, nonstress test fetal, non stress test fetal
        fetal non stress, fetal nonstress, quad screen, quad maternal, maternal screen*, maternal serum, triple screen, first trimester
        afp test antenatal, glucose challenge pregnancy, group b strep screening
      `),
      except: phrases("vitamin d and c, vitamins d and c, chondroitin msm, glucosamine msm"),
    },
    {
      category: "SEX",
      tier: "definite",
      source: TESTS,
      evenNegative: true,
      terms: phrases(`
        hcg, bhcg, beta hcg, b hcg, choriogonadotropin*, chorionic gonadotropin*, upt, poc hcg, antimullerian hormone
        anti mullerian hormone, menstrua*, menstrual*, menses, menarche, menorrhag*, metrorrhag*, menometrorrhag*, amenorrh*
        oligomenorrh*, dysmenorrh*, last menstrual, lmp, irregular periods, heavy periods, painful periods, missed period, period late
        irregular menses, premenstrual, perimenopaus*
      `),
    },
    {
      category: "SEX",
      tier: "definite",
      source: SOCIAL,
      evenNegative: true,
      terms: phrases(`
        sexual orientation, gender identity, gender identities, sexual identity, sexually active, sexual activity, sexual history
        sexual behavior*, sexual intercourse, intercourse, sexual partner*, sex partner*, sexual health, sexual dysfunction*
        sexual function, sexual desire, sexual arousal, sexual disorder*, sexual problem*, sexual concern*, sexual preference
        sexual maturation disorder*, sexual development disorder*, sexuality, libido, hypersexual*, orgasm*, anorgasm*, ejaculat*
        erectile, impotence, impotent, dyspareunia, vaginismus, heterosexual*, homosexual*, bisexual*, asexual, pansexual, lesbian*, gay
        gays, lgbt*, queer, men who have sex with men, women who have sex with women, same sex partner, sex with men, sex with women
        sex with both, transgender*, transsexual*, transman, transwoman, trans man, trans woman, trans male, trans female
        transmasculine, transfeminine, non binary, nonbinary, genderqueer, gender queer, gender fluid, genderfluid, gender dysphoria
        gender incongruence, gender affirm*, gender confirm*, gender reassign*, gender transition*, gender diverse
        gender non conforming, gender nonconforming, gender expression, cisgender, female to male, male to female, ftm, mtf
        sex reassignment, sex change, top surgery, bottom surgery, vaginoplasty gender, phalloplasty, metoidioplasty, puberty blocker*
        cross sex hormone*, gender hormone*, intersex, hermaphrodit*, pseudohermaphrodit*, transvestism, transvestic*, fetishis*
        exhibitionis*, voyeuris*, sadomasochis*, paraphili*, sexual aversion, sex counseling, sexual attitude, postcoital, post coital
        ambiguous genitalia, preferred pronoun*, pronoun, pronouns, anal sex, oral sex, vaginal sex, receptive anal, sex work*
        prostitut*, pornograph*, masturbat*
      `),
      except: phrases("ejaculatory duct ultrasound, non binary outcome, male to female ratio, female to male ratio, ftm connector"),
    },
    {
      category: "SEX",
      tier: "definite",
      source: CARE,
      caseSensitive: true,
      evenNegative: true,
      terms: phrases("LMP, PMS, EDD, EGA, LEEP, MSM, IUI, TTC, IUGR, NSVD, OCP, OCPs, COC, COCs, LARC, HSDD, AUB, DUB, PCOS"),
    },
    { category: "SEX", tier: "definite", source: USAGE, evenNegative: true, terms: OBSTETRIC_NOTATION },
    {
      category: "SEX",
      tier: "indicative",
      source: USAGE,
      evenNegative: true,
      terms: phrases(`
        menopaus*, postmenopaus*, post menopaus*, premenopaus*, hot flashes, uterine bleeding, vaginal bleeding, abnormal uterine
        irregular bleeding uterine, endometrio*, endometri*, uterine fibroid*, fibroid uterus, uterine leiomyoma*, leiomyoma of uterus
        polycystic ovar*, pcos, ovarian failure, ovarian dysfunction, testicular dysfunction, testicular hyperfunction, mittelschmerz
        estrogen excess, androgen excess, ovarian insufficiency, premature ovarian, hysterectom*, oophorectom*, hysteroscop*
        hysterosalping*, myomectom*, pap smear*, pap test*, papanicolaou*, cervical cytolog*, cervicovaginal, cervical dysplasia
        cervical screening, cervical cancer screening, screening for cervical cancer, screening for malignant neoplasm of cervix
        colposcop*, ascus, ascus pap, lsil, hsil, cin 1, cin 2, cin 3, cervical intraepithelial, loop electrosurgical, genital source
        fallopian tube*, vas deferens, spermatic cord*, creation of vagina, creation of penis, vaginoplast*, transvaginal
        pelvic ultrasound*, us pelvis, well woman, womens health, women health, womens clinic, womens wellness, womens hospital
        hypogonad*, precocious puberty, delayed puberty, puberty, hirsutism pcos, testicular hypofunction, peyronie*, priapism
        hypospadias, reproductive, reproduction, hormone replacement, hrt, ovarian cyst*, newborn delivery, delivery of newborn
        delivered a baby, high risk ob, prepregnancy
      `),
      except: phrases(`
        endometrial cancer screening refused, maternal grandmother, maternal grandfather, maternal aunt, maternal uncle, maternal cousin
        maternal family, maternal side, maternal history, maternal great, maternal relative*, reproduction of chest pain
        reproduction of symptoms, reproduction of pain, reproduction of the, hrt rate
      `),
    },
    {
      category: "SEX",
      tier: "weak",
      source: LAY,
      terms: phrases(`
        vaginal, vaginitis, vaginosis, vulv*, vagina, maternal, perinatal, orchiectom*, tubal, uterus, uterine, genital organ*
        female genital, male genital, pelvic pain, pelvic exam*, pelvic floor, ovarian, ovary, ovaries, cervix, testicular, scrotal
        galactorrhea, prolactin, fsh, luteinizing hormone, follicle stimulating, estrogen, condom*, sterilization, urogenital
        urogynecolog*, incontinence stress postpartum
      `),
      except: phrases(`
        condom catheter*, condom cath, sterilization of equipment, sterilization of instruments, equipment sterilization
        instrument sterilization, steam sterilization
      `),
    },
  ],
};
