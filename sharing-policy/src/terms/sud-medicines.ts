/** Medicines of substance-use treatment; weak: opioids, which are mostly given against pain, and what eases a withdrawal among other things. */
import { MEDICINES } from "./sources.ts";
import { phrases, type TermList } from "./term-list.ts";

export const SUD_MEDICINES: TermList = {
  name: "terms-sud-medicines",
  date: "2026-11-27",
  rules: [
    {
      category: "SUD",
      tier: "definite",
      source: MEDICINES,
      terms: phrases(`
        buprenorphine, suboxone, subutex, zubsolv, bunavail, sublocade, brixadi, probuphine, naltrexone, vivitrol, revia, depade
        acamprosate, campral, disulfiram, antabuse, lofexidine, lucemyra, methadose, diskets, levomethadyl
      `),
      except: phrases(`
        naltrexone bupropion, naltrexone hydrochloride and bupropion, naltrexone and bupropion, bupropion naltrexone
        bupropion hydrochloride and naltrexone, low dose naltrexone, buprenorphine transdermal, buprenorphine patch*
        transdermal buprenorphine
      `),
    },
    {
      category: "SUD",
      tier: "indicative",
      source: MEDICINES,
      terms: phrases("methadone, dolophine, naloxone, narcan, kloxxado, zimhi, evzio, nalmefene, opvee, revex"),
      except: phrases("pentazocine naloxone, pentazocine and naloxone, oxycodone naloxone"),
    },
    {
      category: "SUD",
      tier: "weak",
      source: MEDICINES,
      terms: phrases(`
        butrans, belbuca, buprenorphine transdermal, buprenorphine patch*, oxycodone, oxycontin, roxicodone, percocet, endocet, xtampza
        hydrocodone, vicodin, norco, lortab, hysingla, zohydro, morphine, ms contin, kadian, hydromorphone, dilaudid, exalgo, fentanyl
        duragesic, actiq, codeine, tramadol, ultram, ultracet, tapentadol, nucynta, oxymorphone, opana, meperidine, demerol, levorphanol
        pentazocine, butorphanol, nalbuphine, chlordiazepoxide, librium, low dose naltrexone, contrave, ketamine
        phenobarbital, dronabinol, marinol, nabilone, cannabidiol, epidiolex, amphetamine
      `),
    },
  ],
};
