/** Words of the authorization page: who asks, how much, how long, the decision. */
import type { OwnerType, SharingMode } from "@member-exchange/sharing-policy";

const ownerTypes: Record<OwnerType, { name: string; body: string }> = {
  developer: { name: "Independent app", body: "Made by {owner}. It is not a doctor or a health plan." },
  "health-plan": { name: "Another health plan", body: "{owner} is a health plan, as we are. It may be your new or second plan." },
  "covered-entity": { name: "Doctor’s office or hospital", body: "{owner} gives care. It must keep your records private by law." },
};

const modes: Record<SharingMode, { name: string; body: string }> = {
  "all-but-sensitive": {
    name: "Share everything except sensitive information",
    body: "All the records it asks for and your personal details. These sensitive topics stay private:",
  },
  everything: {
    name: "Share everything",
    body: "All the records it asks for and your personal details. All sensitive topics too.",
  },
  chosen: { name: "Let me choose", body: "Pick each kind of record and each sensitive topic." },
};

export const authorization = {
  authTitle: "Share your health records with {app}?",
  authTitleOther: "Share {person}’s health records with {app}?",
  authLead: "{app} asks {plan} for a copy of your records. You decide what it gets. It can read your records, but it can’t change them.",
  returningNote: "You allowed {app} before. The answer you give now takes the place of the earlier one.",
  whoTitle: "Who is asking",
  ownerTypes,
  ownerUnknown: { name: "We don’t know what it is", body: "We don’t know who made it." },
  ownerNameless: "its maker",
  verified: "We checked who it is",
  verifiedNote: "This does not mean that we recommend it.",
  unverified: "We have not checked who it is",
  website: "Website",
  privacyPolicy: "Privacy policy",
  terms: "Terms of use",
  aboutWho: "Whose records:",
  aboutYou: "{name} (you)",
  aboutOther: "{name}, {role}",
  someoneElse: "Someone else’s records",
  actFor: "You act for {person}. Where this page says “your records” or “your details”, it means those of {person}.",
  asksTitle: "What it asks for",
  asksLead: "{app} asks for these kinds of records:",
  modeLegend: "How much do you want to share?",
  modes,
  modeWithoutDetails: "All the records it asks for. These topics stay private, and so do your personal details:",
  modeClosed: "Only {person} can share these topics, so they stay private: {topics}.",
  durationLegend: "For how long?",
  durationOnce: "Only this time",
  durationOnceBody: "It can get your records now, for a short time.",
  durationUntil: "Until {date}",
  durationUntilBody: "It can also get new records until then.",
  durationFor: "For {length}",
  durationOpen: "Until I stop it",
  durationOpenBody: "It can get new records until you stop it.",
  durationClosed: "You can’t pick this while you share this topic: {topics}. By law, it needs an end date.",
  lengths: { D: ["1 day", "{n} days"], M: ["1 month", "{n} months"], Y: ["1 year", "{n} years"] },
  decideTitle: "Your decision",
  allow: "Allow",
  deny: "Don’t allow",
  decideNote: "Either way, you go back to {app}. You share because you asked to. Pressing Allow signs this form for you today, {today}.",
  print: "Print this page",
  problemTitle: "Please look at this again",
  problems: {
    "nothing-chosen": "You share no records yet. Tick at least one kind of record, or press Don’t allow.",
    "needs-end": "By law, this topic needs an end date: {topics}. Pick how long again.",
    "not-understood": "We could not read your answer, so it did not count. Look at your choices and answer again.",
    changed: "The choices on this page changed while it was open, so your answer did not count. Look at them and answer again.",
    "started-again":
      "This page was open too long, or you answered in another tab, so your last answer here did not count. Please answer again.",
  },
  problemToRecords: "Go to the kinds of records",
  problemToDurations: "Go to “For how long?”",
};
