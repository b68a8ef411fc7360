/** What the server gives each page; `AuthorizationBean` and `ChoosePersonBean` are section 4 of docs/contracts.md. */
import type { ExtendKcContext } from "keycloakify/login";
import type { KcEnvName, ThemeName } from "../kc.gen";

/** A category in the member's language, as the plan's policy words it. */
export interface Topic {
  code: string;
  name: string;
  body: string;
}

/** A part of a kind of record; category: as the policy names it, `system|code`; scope: value for the form. */
export interface RecordPart {
  category: string;
  scope: string;
  chosen: boolean;
  added: boolean; // not asked for when the member last answered
}

export interface AuthorizationBean {
  client: {
    clientId: string;
    name: string;
    ownerType: string;
    ownerName: string;
    verified: boolean;
    logoUri: string;
    policyUri: string;
    tosUri: string;
    website: string;
  }; // "" when unknown
  person: { name: string; relationship: string }; // whose record; "self"
  /** one entry per resource type asked for, in the order of the policy; scope: value for the form; whole: there is more to it than its parts */
  types: { type: string; group: string; scope: string; chosen: boolean; whole: boolean; added: boolean; parts: RecordPart[] }[];
  /**
   * shareable categories only, DEMO among them; sensitive: private under all-but-sensitive; closed: this member cannot share it for this person; added:
   * newer than the member's last answer
   */
  categories: (Topic & { chosen: boolean; needsEnd: boolean; sensitive: boolean; closed: boolean; added: boolean })[];
  /** what no way shares (psychotherapy notes) */
  neverShared: Topic[];
  mode: string; // preselected: all-but-sensitive
  durations: { value: string; chosen: boolean; open: boolean; until: string }[]; // until: ISO date (YYYY-MM-DD) or ""; open: has no end
  problem: string; // "" | "nothing-chosen" | "needs-end" | "not-understood" | "changed" | "started-again"
  returning: boolean; // the member allowed this app before
  news: boolean; // asked only about what was added since
  choosesPerson: boolean; // the member came over `choose-person.ftl` and may go back to it
}

/** Shown first to a member who may decide for more than one person. */
export interface ChoosePersonBean {
  client: AuthorizationBean["client"];
  /** relationship: "self" or a word of the plan; connected: this app has a current authorization for that person */
  people: { value: string; name: string; relationship: string; connected: boolean }[];
  problem: string; // "" | "not-understood" | "started-again"
}

/** Shown to somebody who signed in and has no record of a member. */
export interface NoRecordBean {
  client: AuthorizationBean["client"];
}

export type KcContextExtension = {
  themeName: ThemeName;
  properties: Record<KcEnvName, string> & Record<never, never>;
  /** Keycloak gives every page the app's website; Keycloakify says so for some pages only. */
  client: { baseUrl?: string };
};

// `keycloakify build` finds own pages by their names here
export type KcContextExtensionPerPage = {
  "member-authorization.ftl": { authorization: AuthorizationBean };
  "choose-person.ftl": { authorization: ChoosePersonBean };
  "no-record.ftl": { authorization: NoRecordBean };
};

export type KcContext = ExtendKcContext<KcContextExtension, KcContextExtensionPerPage>;
