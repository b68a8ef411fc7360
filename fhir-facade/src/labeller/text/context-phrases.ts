/** Words around a mention that change what it says: facts of clinical English in the manner of NegEx and ConText, with lists of our own. */
import { phrases } from "@member-exchange/sharing-policy/terms";

/**
 * `denied`: what follows is denied, or its history; takes back every mention. `negated`: what follows was not found; a test is still told.
 * `hypothetical`: said to the reader, not about the patient. `relative`: said about somebody else in the family. `patient`: about the patient again.
 * `end`: what was negated ends here. `history`: the same, unless it stands near and so belongs to the negation itself (`denies any past history of`).
 * `join`: the list of what is negated goes on. `nothing`: looks like one of these, and is none.
 */
export type Effect = "denied" | "negated" | "hypothetical" | "relative" | "patient" | "end" | "history" | "join" | "nothing";

export const BEFORE: Readonly<Record<Effect, readonly string[]>> = {
  denied: phrases(`
    denies, denied, denying, deny, never, never had, never used, no history of, no hx of, no h o, no prior history of
    no past history of, no previous history of, no known history of, no personal history of, no family history of, no family hx of
    no fh of, no prior, no past, no previous, no known, without history of, without a history of, without any history of, without known
    negative history of, history negative for, history is negative for, hx negative for, no personal or family history of, does not use
    doesnt use, did not use, has not used, not using, does not abuse, no lifetime history of, no significant history of
  `),
  negated: phrases(`
    no, not, without, w o, non, none, neither, nor, cannot see, absence of, lack of, free of, negative for, neg for, is negative for
    no evidence of, no sign of, no signs of, no signs or symptoms of, no symptoms of, no indication of, no suspicion of
    no suggestion of, no findings of, no complaints of, no mention of, no current, no active, no concern for, no concerns for
    no concerns about, rules out, ruled out for, has been ruled out for, resolved without, fails to reveal, did not show, does not show
    doesnt have, does not have, did not have, dont have, do not have, isnt, arent, wasnt, unremarkable for
  `),
  hypothetical: phrases(`
    if you, if the patient, if patient, if pt, if he, if she, if they, if someone, if anyone, should you, in case of, in the event of
    call if, return if, return to the ed if, return to the ed for, may cause, can cause, might cause, could cause
    side effects include, side effects may include, side effects such as, possible side effects, adverse effects include, women who are
    women who may be, when to seek, tell your doctor if, do not take if, do not use if
  `),
  relative: phrases(`
    family history, family hx, family h o, fam hx, famhx, fhx, fh, fmhx, mother, mom, mothers, father, dad, fathers, brother, brothers
    sister, sisters, sibling, siblings, parent, parents, maternal, paternal, aunt, aunts, uncle, uncles, grandmother, grandfather
    grandparent, grandparents, cousin, cousins, son, daughter, relative, relatives, first degree relative, first degree relatives
    husband, wife
  `),
  patient: phrases("patient, pt, she, he, patients, personal history"),
  end: phrases(`
    but, however, except, except for, although, though, yet, still, nevertheless, aside from, apart from, other than, besides, until
    since, unless, because, because of, due to, secondary to, positive for, pos for, diagnosed with, dx with, known, s p, status post
    reports, reported, reporting, endorses, endorsed, admits, admits to, admitted, complains of, presents with, presenting with
    treated for, treated with, started on, currently, on, takes, taking, continue, continues, continued, has, remains, which, who, now
    then, recommend, recommended, start, started, prescribed, refer, referred
  `),
  history: phrases("history of, hx of, h o, past history of, pmh of"),
  join: phrases("or, nor, or history of, or a history of, or any history of, or hx of, nor history of"),
  nothing: phrases(`
    no missed, no side effects, no adverse effects, no issues, no problems, denies missed, denies any problems, denies side effects
    denies any side effects, denies issues, not suicidal with
    no change, no changes, no significant change, no significant changes, no improvement, no significant improvement, no further
    no longer, no doubt, no better, no worse, no worsening, no increase, no decrease, no new, no recurrence of, no recurrent, no relapse
    no more, no reason to doubt, no response to, no relief, no refills, no difficulty, no show, no known allergies
    no known drug allergies, no acute change, no acute changes, no interval change, not only, not just, not sure, not certain, not clear
    not known, not well controlled, not controlled, not adequately controlled, not at goal, not improved, not improving, not resolved
    not adherent, not compliant, not tolerating, not tolerate, not taking, not been taking, not responding, not responded, not drain
    not cause, not rule out, cannot rule out, can not rule out, cannot exclude, not excluded, not ruled out, not been ruled out
    not necessarily, not yet, not otherwise specified, not elsewhere classified, not specified, not intractable, not previously
    not ready to, without change, without improvement, without difficulty, without relief, without response, without further
    without success, without complication, without complications, without benefit, without insurance, non specific, non compliant
    non compliance with, non adherent, non adherence to, non suicidal self, gram negative, double negative, nor epinephrine
    never stopped, never misses, never missed, never without, never fully, deny coverage, denied coverage, claim denied, claims denied
    denied claim, not limited to, currently not, on examination, on exam, on admission, on file, on presentation, on review, on ros
    mother tongue, mother baby, patients mother, patients father, patient denies mother, parent reports, father of baby, mother to be
    if you need help with, if you are struggling with your
  `),
};

/**
 * Words behind a mention, in the same line. `last`: they count when nothing but a sign follows them (`alcohol: no`), since `depression: no change` says another thing.
 */
export interface After {
  readonly isDenial: boolean;
  readonly isLast: boolean;
}

export const AFTER: readonly (readonly [After, readonly string[]])[] = [
  [
    { isDenial: true, isLast: true },
    phrases(`
      denied, denies, denied by patient, not on file, not asked, not assessed, not documented, not recorded, no history reported
      patient denies, pt denies, never, never used, none reported, never had, no history, is denied, was denied
    `),
  ],
  [
    { isDenial: false, isLast: true },
    phrases(`
      no, none, negative, neg, absent, n, not applicable, n a, none known, unlikely, none noted, not endorsed, screen negative
      is negative, was negative
    `),
  ],
  [
    { isDenial: false, isLast: false },
    phrases(`
      was ruled out, were ruled out, is ruled out, has been ruled out, have been ruled out, ruled out, is absent, are absent, was absent
      were absent, not present, is not present, was not present, are not present, not found, not seen, not detected, not identified
      not noted, not evident, not observed, no evidence, not appreciated
    `),
  ],
];

/** Words behind a trigger over which it reaches. */
export const REACH = 6;
/** Words behind a mention among which one that takes it back is looked for. */
export const LOOK_AHEAD = 4;
/** A `history` this near behind the trigger belongs to it. */
export const NEAR = 4;
