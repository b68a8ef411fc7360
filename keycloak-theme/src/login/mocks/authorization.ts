/** An app that asks for everything, as the server would describe it; made-up names. */
import {
  CATEGORIES,
  type Category,
  granularScope,
  type Language,
  OWNER_TYPES,
  type OwnerType,
  partsOf,
  partToken,
  RESOURCE_TYPES,
} from "@member-exchange/sharing-policy";
import type { AuthorizationBean, ChoosePersonBean, Topic } from "../KcContext";

const UNTIL: Readonly<Record<string, string>> = { P3M: "2027-02-23", P1Y: "2027-11-23" };

export const APPS: Readonly<Record<OwnerType, AuthorizationBean["client"]>> = {
  developer: {
    clientId: "willow-diary",
    name: "Willow Diary",
    ownerType: "developer",
    ownerName: "Willow Diary Company",
    verified: true,
    logoUri: "https://app.example/logo.png",
    policyUri: "https://app.example/privacy",
    tosUri: "https://app.example/terms",
    website: "https://app.example/",
  },
  "health-plan": {
    clientId: "larkfield",
    name: "Larkfield Health Plan",
    ownerType: "health-plan",
    ownerName: "Larkfield Health Plan",
    verified: true,
    logoUri: "",
    policyUri: "https://plan.example/privacy",
    tosUri: "",
    website: "https://plan.example/",
  },
  "covered-entity": {
    clientId: "cedar-lane",
    name: "Cedar Lane Family Clinic",
    ownerType: "covered-entity",
    ownerName: "Cedar Lane Family Clinic",
    verified: true,
    logoUri: "",
    policyUri: "",
    tosUri: "",
    website: "https://clinic.example/",
  },
};

const topicIn =
  (language: Language) =>
  ({ code, texts }: Category): Topic => {
    const { name, covers, sharing } = texts[language];
    return { code, name, body: `${covers} ${sharing}` };
  };

/** What the server sends for an app of this owner type that asks for `patient/*.rs`. */
export function authorizationOf(ownerType: OwnerType, language: Language = "en"): AuthorizationBean {
  const topic = topicIn(language);
  return {
    client: APPS[ownerType],
    person: { name: "Maria Gomez", relationship: "self" },
    types: Object.entries(RESOURCE_TYPES).map(([type, group]) => ({
      type,
      group,
      scope: `patient/${type}.rs`,
      chosen: true,
      whole: true,
      added: false,
      parts: partsOf(type).map((part) => ({
        category: partToken(part),
        scope: granularScope(type, "rs", partToken(part)),
        chosen: true,
        added: false,
      })),
    })),
    categories: CATEGORIES.filter((category) => category.default !== "always-withheld").map((category) => ({
      ...topic(category),
      chosen: category.default === "shared",
      needsEnd: category.needsEnd,
      sensitive: category.default !== "shared",
      closed: false,
      added: false,
    })),
    neverShared: CATEGORIES.filter((category) => category.default === "always-withheld").map(topic),
    mode: "all-but-sensitive",
    durations: OWNER_TYPES[ownerType].durations.map((value, index) => ({
      value,
      chosen: index === 0,
      open: value === "until-stopped",
      until: UNTIL[value] ?? "",
    })),
    problem: "",
    returning: false,
    news: false,
    choosesPerson: false,
  };
}

/** A parent who is her uncle's guardian too. */
export const PEOPLE: ChoosePersonBean["people"] = [
  { value: "0", name: "Maria Gomez", relationship: "self", connected: true },
  { value: "1", name: "Leo Gomez", relationship: "parent", connected: false },
  { value: "2", name: "Hector Alvarez", relationship: "guardian", connected: false },
];

/** Names as an attacker, or a person with a long or right-to-left name, may have registered them. */
export const HOSTILE: AuthorizationBean["client"] = {
  ...APPS.developer,
  name: "Community Wellness Companion for Families and Caregivers of the Greater River Valley Areas",
  ownerName: "<script>alert(1)</script> & {app} $& \u202Eشركة",
  verified: false,
  website: "javascript:alert(1)",
  policyUri: "data:text/html,hello",
  tosUri: "https://app.example/terms",
};
