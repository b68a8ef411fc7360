/** R10: a stage takes what only the one before it can make. Each `@ts-expect-error` is a rule that the compiler checks: were the line to compile, `tsc` would fail. */
import { standardPolicy } from "@member-exchange/sharing-policy/policy";
import type { Resource } from "../../fhir-facade/src/compartment/resource.ts";
import { labeller } from "../../fhir-facade/src/labeller/label.ts";
import type { VerifiedToken } from "../../fhir-facade/src/pipeline/1-authn/authenticate.ts";
import type { Interaction, ReadRequest } from "../../fhir-facade/src/pipeline/2-parse/interaction.ts";
import { type AuthorizedInteraction, authorize } from "../../fhir-facade/src/pipeline/3-authz/authorize.ts";
import type { Sight } from "../../fhir-facade/src/pipeline/3-authz/sight.ts";
import { type Forward, forwarder, type StoreAnswer } from "../../fhir-facade/src/pipeline/4-forward/forward.ts";
import { entriesOf, SEARCH } from "../../fhir-facade/src/pipeline/4-forward/stored-entry.ts";
import { searchset } from "../../fhir-facade/src/pipeline/5-redact/bundle.ts";
import { type Redact, redactor } from "../../fhir-facade/src/pipeline/5-redact/redact.ts";
import { APP, authorizationOf } from "./support/issuer.ts";
import { coded, condition, ICD } from "./support/records.ts";
import { sightOf } from "./support/sight.ts";

const policy = standardPolicy([]);
const request: ReadRequest = { operation: "read", type: "Condition", id: "c1", elements: { kind: "all" } };
const authorization = authorizationOf({ scope: "patient/Observation.rs" });
const sight: Sight = sightOf(authorization);
const stored = condition("c1", { code: coded(ICD, "F11.20") }) as unknown as Resource;
const entries = entriesOf([stored], "match", SEARCH);
const links = { self: "x", next: undefined };

/** Never called: only read by the compiler. */
export const shortcuts = (redact: Redact, forward: Forward, parsed: Interaction): void => {
  // @ts-expect-error a verified token cannot be written down
  const token: VerifiedToken = { clientId: APP, authorization };
  // @ts-expect-error a request that was not parsed for a token cannot be authorized
  authorize({ token, request }, policy);
  // @ts-expect-error an interaction that was only parsed cannot be forwarded
  void forward(parsed);
  // @ts-expect-error an authorized interaction cannot be written down
  const authorized: AuthorizedInteraction = { kind: "read", request, sight };
  // @ts-expect-error an interaction cannot be redacted before the store answered
  redact(authorized, { kind: "all" });
  // @ts-expect-error a store's answer cannot be written down
  const answer: StoreAnswer = { sight, entries, index: undefined, next: undefined };
  // @ts-expect-error what the store answered cannot leave before it is redacted
  searchset(answer.entries, links, "x", undefined);
  // @ts-expect-error a resource cannot leave before it is redacted
  searchset([{ resource: stored, mode: "match" }], links, "x", undefined);
};

describe("R10 a stage that is skipped by force still refuses", () => {
  test("R10: stage 3 refuses a type that the grant does not name, whoever made the interaction", () => {
    const forged = { token: { clientId: APP, authorization }, request } as unknown as Interaction;
    expect(() => authorize(forged, policy)).toThrow(expect.objectContaining({ value: expect.objectContaining({ status: 403 }) }));
  });

  test("R10: stage 3 makes nothing of an operation that it does not know", () => {
    const forged = { token: { clientId: APP, authorization }, request: { ...request, operation: "delete" } } as unknown as Interaction;
    expect(authorize(forged, policy)).toBeUndefined();
  });

  test("R10: stage 4 has nothing for an interaction of no known kind", async () => {
    const never = (): Promise<never> => Promise.reject(new Error("asked"));
    const forward = forwarder({ read: never, search: never, nextPage: never }, never, labeller(policy), {
      storeUrl: "http://store.invalid/fhir",
    });
    const outcome = await forward({ kind: "delete", sight } as unknown as AuthorizedInteraction).then(
      (answer) => answer.entries,
      () => undefined,
    );
    expect(outcome).toBeUndefined();
  });

  test("R10: stage 5 leaves out what is hidden even when stage 4 gave it", () => {
    const redact = redactor(labeller(policy));
    expect(redact({ sight: sightOf(authorizationOf()), entries, next: undefined } as unknown as StoreAnswer, { kind: "all" })).toEqual([]);
  });

  test("R10: stage 5 leaves out what no granted scope covers even when stage 4 gave it", () => {
    const redact = redactor(labeller(policy));
    const plain = entriesOf([condition("c1") as unknown as Resource], "match", SEARCH);
    const narrow = sightOf(authorizationOf({ mode: "everything", scope: "patient/Observation.rs patient/Condition.r" }));
    expect(redact({ sight: narrow, entries: plain, next: undefined } as unknown as StoreAnswer, { kind: "all" })).toEqual([]);
  });

  test("R10: a sight from an authorization that shares nothing hides every category", () => {
    const nothing = sightOf({ ...authorization, mode: "chosen", shared: [] });
    const everything = sightOf({ ...authorization, mode: "everything", shared: [] });
    expect(nothing.hidden & everything.hidden).toBe(everything.hidden);
    expect([everything.hidden !== 0, nothing.withholding, everything.withholding, nothing.demographics]).toEqual([
      true,
      true,
      false,
      "masked",
    ]);
  });
});
