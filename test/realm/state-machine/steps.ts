/** What members, representatives, apps and administrators can do, and random sequences of it. */
import { SHAREABLE_CATEGORIES } from "@member-exchange/sharing-policy";
import fc from "fast-check";
import type { Answer, AppState, Choice, Person } from "./model.ts";

/** `which`: one of the codes or tokens that are there, counted round and round. `give-back` ends every suspension and gives back what was taken away. */
export type Step =
  | ({ readonly do: "ask"; readonly again: boolean; readonly late: boolean; readonly answer: Answer } & Request)
  | ({ readonly do: "deny" | "ask-silently" } & Request)
  | { readonly do: "redeem" | "redeem-twice" | "refresh" | "refresh-with-used" | "revoke"; readonly which: number }
  | { readonly do: "member-stops" | "admin-stops"; readonly app: number }
  | { readonly do: "change"; readonly which: number; readonly choice: Choice }
  | { readonly do: "stop-one"; readonly which: number }
  | { readonly do: "sign-out"; readonly browser: number }
  | { readonly do: "suspend"; readonly app: number; readonly to: AppState }
  | { readonly do: "take-away"; readonly person: Person }
  | { readonly do: "give-back" | "wait" };

/** An app asks in one of the member's browsers, and the member picks this person. */
export interface Request {
  readonly app: number;
  readonly browser: number;
  readonly person: Person;
  readonly scope: string;
}

const NAMES = ["patient/Condition.rs", "patient/Observation.rs", "patient/Goal.rs"];
const two = fc.nat(1);
const which = fc.nat(19);
const child = fc.constantFrom<Person>("tom", "lisa");
const request = {
  app: two,
  browser: two,
  person: fc.constantFrom<Person>("self", "tom", "tom", "lisa", "lisa"),
  scope: fc
    .tuple(fc.constantFrom(NAMES[0], NAMES.slice(0, 2).join(" "), NAMES.slice(1).join(" "), "patient/*.rs"), fc.boolean())
    .map(([names, offline]) => `launch/patient ${names}${offline ? " offline_access" : ""}`),
};
const choice = {
  mode: fc.constantFrom("everything" as const, "all-but-sensitive" as const, "chosen" as const, "chosen" as const),
  category: fc.subarray([...SHAREABLE_CATEGORIES]),
};
const answer: fc.Arbitrary<Answer> = fc.record({
  ...choice,
  scope: fc.oneof({ weight: 9, arbitrary: fc.subarray(NAMES, { minLength: 2 }) }, { weight: 1, arbitrary: fc.constant([]) }),
  duration: fc.constantFrom("once", "P1Y", "P1Y", "until-stopped", "PT2S"),
});
const step = fc.oneof(
  { weight: 24, arbitrary: fc.record({ do: fc.constant("ask" as const), ...request, again: fc.boolean(), late: fc.boolean(), answer }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("deny" as const), ...request }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("ask-silently" as const), ...request }) },
  { weight: 10, arbitrary: fc.record({ do: fc.constantFrom("redeem" as const), which }) },
  { weight: 10, arbitrary: fc.record({ do: fc.constantFrom("refresh" as const), which }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constantFrom("redeem-twice" as const, "refresh-with-used" as const, "revoke" as const), which }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("member-stops" as const, "admin-stops" as const), app: two }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("change" as const), which, choice: fc.record(choice) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("stop-one" as const), which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("sign-out" as const), browser: two }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("suspend" as const), app: two, to: fc.constantFrom("breaks-rule", "disabled") }) },
  { weight: 7, arbitrary: fc.record({ do: fc.constant("take-away" as const), person: child }) },
  { weight: 18, arbitrary: fc.record({ do: fc.constant("give-back" as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("wait" as const) }) },
) as fc.Arbitrary<Step>;

export const sequence = (length: number): fc.Arbitrary<Step[]> => fc.array(step, { minLength: length, maxLength: length });
