/** Connections as the server would list them, and a server that answers as told; made-up names. */
import { CATEGORIES, RESOURCE_TYPES, SHAREABLE_CATEGORIES } from "@member-exchange/sharing-policy";
import type { Change, Connection, Connections, Outcome, Trouble } from "../connections";
import type { Environment } from "../environment";

export const NOW = Date.UTC(2026, 10, 23, 15);
const DAY_MS = 24 * 60 * 60 * 1000;
const ALL_TYPES = Object.keys(RESOURCE_TYPES);

export const ENVIRONMENT: Environment = {
  serverUrl: "http://localhost:8080",
  accountUrl: "http://localhost:8080/realms/health-plan/account/",
  apiUrl: "http://localhost:8080/realms/health-plan/member-authorizations",
  realm: "health-plan",
  displayName: "Evergreen Health Plan",
  clientId: "account-console",
  properties: {},
  locale: "en",
  locales: ["en", "es"],
  policy: {
    categories: CATEGORIES.map(({ code, default: byDefault, needsEnd, texts: { en, es } }) => {
      const textOf = ({ name, covers, sharing }: typeof en) => ({ name, body: `${covers} ${sharing}` });
      return { code, default: byDefault, needsEnd, texts: { en: textOf(en), es: textOf(es) } };
    }),
    resourceTypes: Object.entries(RESOURCE_TYPES).map(([type, group]) => ({ type, group })),
  },
};

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

export function connectionOf(number: number, overrides: Partial<Connection> = {}): Connection {
  return {
    id: id(number),
    revision: 2,
    client: {
      clientId: "willow-diary",
      name: "Willow Diary",
      ownerType: "developer",
      ownerName: "Willow Diary Company",
      verified: true,
      website: "https://app.example/",
    },
    person: "Maria Gomez",
    relationship: "self",
    state: "current",
    scope: ALL_TYPES.map((type) => `patient/${type}.rs`).join(" "),
    resourceTypes: ALL_TYPES,
    narrowedTypes: [],
    offeredTypes: ALL_TYPES,
    mode: "all-but-sensitive",
    sharedToday: ["DEMO"],
    closed: [],
    duration: "P1Y",
    created: NOW - 200 * DAY_MS,
    until: NOW + 165 * DAY_MS,
    lastUsed: "2026-11-23",
    at: NOW - 200 * DAY_MS,
    by: null,
    stoppedBy: "",
    mayStop: true,
    ...overrides,
  };
}

const CLINIC = {
  clientId: "cedar-lane",
  name: "Cedar Lane Family Clinic",
  ownerType: "covered-entity",
  ownerName: "Cedar Lane Family Clinic",
  verified: true,
  website: "",
};
const LONG = "Community Wellness Companion for Families and Caregivers of the Greater River Valley Areas";

/** Names as an attacker, or a person with a long or right-to-left name, may have registered them. */
export const HOSTILE: readonly Connection[] = [
  connectionOf(9, {
    client: {
      clientId: "x",
      name: "<img src=x onerror=alert(1)> & {app} $& \u202Eشركة",
      ownerType: "constructor",
      ownerName: "<script>alert(1)</script>{owner}",
      verified: false,
      website: "javascript:alert(1)",
    },
    person: "<b>Mallory</b> {role}",
    relationship: "toString",
    sharedToday: ["DEMO", "<i>NEW</i>", "__proto__"],
  }),
];

export const SOME: readonly Connection[] = [
  connectionOf(1),
  connectionOf(2, {
    client: CLINIC,
    mode: "chosen",
    sharedToday: SHAREABLE_CATEGORIES.filter((code) => code !== "SUD"),
    duration: "until-stopped",
    until: null,
    lastUsed: "2026-11-02",
  }),
  connectionOf(3, {
    client: { clientId: "companion", name: LONG, ownerType: "developer", ownerName: "", verified: false, website: "" },
    person: "Leo Gomez",
    relationship: "parent",
    resourceTypes: ["MedicationRequest", "MedicationDispense", "AllergyIntolerance", "Observation"],
    mode: "chosen",
    sharedToday: ["DEMO", "GDIS"],
    closed: ["SEX"],
    duration: "P3M",
    created: Date.UTC(2026, 8, 2, 15),
    until: Date.UTC(2026, 11, 2, 15),
    lastUsed: null,
  }),
  connectionOf(4, {
    client: { ...CLINIC, clientId: "paused", name: "Paused Clinic", ownerName: "Paused Clinic" },
    state: "app-suspended",
    lastUsed: "2026-10-12",
    at: NOW - 30 * DAY_MS,
  }),
  connectionOf(5, {
    client: { ...CLINIC, ownerType: "health-plan", name: "Larkfield Health Plan", ownerName: "Larkfield Health Plan" },
    state: "stopped-by-member",
    stoppedBy: "you",
    at: NOW - 20 * DAY_MS,
  }),
  // before the connection that runs
  connectionOf(6, { state: "expired", duration: "P3M", created: Date.UTC(2026, 0, 30, 15), until: Date.UTC(2026, 3, 30, 15) }),
  connectionOf(7, { state: "relationship-ended", person: "", relationship: "guardian", at: NOW - 60 * DAY_MS }),
];

/** What others allowed for Maria's record. */
export const BY_OTHERS: readonly Connection[] = [
  connectionOf(11, { by: { name: "Rosa Gomez", relationship: "parent" }, relationship: "parent" }),
  connectionOf(12, { client: CLINIC, by: { name: "Luis Vega", relationship: "guardian" }, mayStop: false, relationship: "guardian" }),
  connectionOf(13, { state: "stopped-by-member", stoppedBy: "representative", by: { name: "Rosa Gomez", relationship: "parent" } }),
];

/** @param troubles what the next calls answer with, by method, in order; then everything works */
export function pretend(list: readonly Connection[], troubles: Partial<Record<keyof Connections, Trouble[]>> = {}) {
  let kept = [...list];
  const calls: { readonly method: string; readonly id?: string; readonly change?: Change }[] = [];
  const answer = <Value>(method: keyof Connections, value: () => Value): Outcome<Value> => {
    const trouble = troubles[method]?.shift();
    return trouble ? { trouble } : { value: value() };
  };
  const put = (at: string, part: Partial<Connection>) => {
    kept = kept.map((one) => (one.id === at ? { ...one, ...part, revision: one.revision + 1, at: NOW } : one));
    return kept.find((one) => one.id === at) as Connection;
  };
  const connections: Connections = {
    list: async () => {
      calls.push({ method: "list" });
      return answer("list", () => kept);
    },
    change: async (at, change) => {
      calls.push({ method: "change", id: at, change });
      return answer("change", () => put(at, { mode: change.mode, sharedToday: change.shared }));
    },
    stop: async ({ id: at }) => {
      calls.push({ method: "stop", id: at });
      return answer("stop", () => void put(at, { state: "stopped-by-member", stoppedBy: "you" }));
    },
  };
  return { connections, calls, put };
}
