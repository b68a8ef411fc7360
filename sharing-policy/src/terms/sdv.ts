/** Violence and abuse in words: sexual assault, partner, child and elder abuse, trafficking, and what is asked and done about them. `Abuse` alone says too little. */
import { CARE, INSTRUMENTS, SOCIAL, USAGE } from "./sources.ts";
import { phrases, type TermList } from "./term-list.ts";

const KINDS =
  "domestic, spousal, spouse, partner, intimate partner, marital, dating, physical, sexual, child, childhood, adult, elder, elderly, emotional, psychological, verbal, family, financial, parental, adolescent, infant, ritual, wife, husband";
const HARMS = ["abuse*", "violence", "assault*", "maltreatment", "violent"];
const PEOPLE = ["partner", "boyfriend", "girlfriend", "husband", "wife", "spouse", "ex", "fiance"];
const DEEDS = ["punched", "kicked", "slapped", "pushed", "beaten", "choked", "strangled", "hit"];
/** Who did it, in either order; one order of `hit` stands among the words below. */
const DONE = PEOPLE.flatMap((who) => DEEDS.flatMap((deed) => [`${deed} by ${who}`, `${who} ${deed}`]));
const PAIRS = phrases(KINDS).flatMap((kind) => HARMS.map((harm) => `${kind} ${harm}`));

export const SDV: TermList = {
  name: "terms-sdv",
  date: "2026-11-27",
  rules: [
    {
      category: "SDV",
      tier: "definite",
      source: USAGE,
      terms: [
        ...PAIRS,
        ...DONE,
        ...phrases(`
          ipv safety, ipv victim, ipv survivor, ipv concern*, ipv disclos*, ipv counsel*
          rape, raped, rapist, rapes, date rape, statutory rape, sexually assaulted, sexually abused, sexually molested
          sexual molestation, sexual exploitation, sexually exploited, sexual trauma, sexual coercion, sexual harassment, molest*
          incest*, physically abused, emotionally abused, verbally abused, abused by, abused child, abused as a child, abused as child
          was abused, been abused, being abused, history of abuse, abuse in childhood, neglect in childhood, hx of abuse, h o abuse
          survivor of abuse, victim of abuse, suspected abuse, abuse suspected, confirmed abuse, abuse confirmed, alleged abuse
          abuse or neglect, abuse and neglect, abuse neglect, abusive relationship*, abusive partner*, abusive husband, abusive wife
          abusive boyfriend, abusive spouse, abusive girlfriend, abusive parent*, abusive father, abusive mother, abusive home
          abusive marriage, abuser by, perpetrator of, intimate partner, domestic dispute, domestic conflict, domestic altercation
          battered, battering, batterer*, maltreat*, child neglect, neglect of child, elder neglect, neglect or abandonment
          abandonment or neglect, physical neglect, medical neglect, neglect of infant, parental neglect, emotional neglect
          neglected child, adult neglect, self neglect elder, human trafficking, sex trafficking, sexually trafficked
          trafficking victim*, victim of trafficking, partner hits, husband hits, boyfriend hits, threatened to kill, trafficked
          labor trafficking, labor exploitation, forced labor, forced sexual, forced prostitution, nonaccidental trauma
          non accidental trauma, nonaccidental injur*, non accidental injur*, inflicted trauma, shaken baby, shaken infant
          abusive head trauma, strangled by, strangulation by, choked by, military sexual trauma, female genital mutilation
          female genital cutting, genital mutilation, torture, tortured, honor violence, adverse childhood experience*
          afraid of partner, afraid of your partner, afraid of her partner, afraid of his partner, afraid of her husband
          afraid of husband, afraid of boyfriend, fear of partner, threatened by partner, hit by her, hit by his, punched by her, kicked by her, unsafe at home, does not feel safe at home
          not feel safe at home, doesnt feel safe at home, violence in the environment, reports of violence, victim of violence
          exposure to violence, witnessed violence, stalking, stalked by, victim of crime, victim of terrorism, peer violence
          gang violence, community violence, gun violence
        `),
      ],
      except: phrases(""),
    },
    {
      category: "SDV",
      tier: "definite",
      source: INSTRUMENTS,
      evenNegative: true,
      terms: phrases(`
        hark, hark questionnaire, humiliation afraid rape, hurt insult threaten, hits score, hits screen*, hits tool, e hits
        women abuse screening, woman abuse screening, wast screen*, abuse assessment screen, partner violence screen, danger assessment
        elder abuse suspicion index, elder assessment instrument, childhood trauma questionnaire, ace score, aces score
        screening for domestic, screening for intimate, screening for abuse, domestic violence screen*
        intimate partner violence screen*, ipv screen*, abuse screen*, safe at home, feel safe at home, feels safe at home
        feel physically and emotionally safe, physically and emotionally safe, safe in your relationship, feels safe in relationship
        conflict tactics scale, trauma history questionnaire
      `),
      except: phrases(`
        drug abuse screen*, alcohol abuse screen*, substance abuse screen*, safe at home with walker, safe at home alone
        safe at home independently
      `),
    },
    {
      category: "SDV",
      tier: "definite",
      source: CARE,
      terms: phrases(`
        womens shelter*, shelter for women, shelter for battered, battered womens, domestic violence shelter, dv shelter, dv advocate
        dv counsel*, dv screen*, sexual assault nurse, sexual assault forensic, sane exam*, sane nurse, rape kit, rape crisis
        rape exam*, forensic exam*, forensic evidence collection, sexual assault response, sart team, child protective, child protection
        adult protective, protective services, cps report*, aps report*, cps referral, cps case, dcf report*, dcfs report*
        restraining order*, order of protection, protective order*, protection order*, mandated report*, child advocacy center
        victim advoca*, victim services, safe house, domestic violence hotline, crime victim*
      `),
      except: phrases(""),
    },
    {
      category: "SDV",
      tier: "definite",
      source: CARE,
      caseSensitive: true,
      terms: phrases("SANE, CPS, DV, MST, ACEs, FGM, HITS"),
      except: phrases(""),
    },
    {
      category: "SDV",
      tier: "indicative",
      source: SOCIAL,
      terms: phrases(`
        assault*, assaulted, assaults, violence, violently attacked, victim of, strangulation, strangled, bullying, bullied
        cyberbullying, physical altercation, physical fight, victimization, victimized, threatened with, homicide attempt, stabbed by
        shot by, beaten by, beaten up, attacked by another, abusive, abuse history, trauma history, childhood trauma
      `),
      except: phrases(`
        victim of motor vehicle, victim of mva, victim of fire, victim of fall, victim of identity theft, victim of flood
        victim of earthquake, head trauma history, trauma history negative, victim of burn*, drug abuse history, alcohol abuse history
        substance abuse history, strangulation of bowel, strangulation of hernia, hernia strangulation, bowel strangulation
        strangulation obstruction, without obstruction or strangulation, strangulation of intestine
      `),
    },
    {
      category: "SDV",
      tier: "weak",
      source: SOCIAL,
      terms: phrases(`
        abuse, abused, unsafe, safety concerns, bruising pattern, foster care, history of trauma, neglect, gunshot wound*, stab wound*
        afraid, black eye
      `),
      except: phrases(`
        drug abuse, alcohol abuse, substance abuse, opioid abuse, cannabis abuse, cocaine abuse, tobacco abuse, laxative abuse
        nicotine abuse, polysubstance abuse, marijuana abuse, etoh abuse, steroid abuse, stimulant abuse, sedative abuse
        amphetamine abuse
      `),
    },
  ],
};
