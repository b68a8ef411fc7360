/** D14: what the exported `Authorization` refuses, method by method: everything that is not a read or a search of one verified request. */
import {
  type Authorization,
  isBadRequestError,
  isResourceNotFoundError,
  type KeyValueMap,
  type RequestContext,
  type VerifyAccessTokenRequest,
} from "fhir-works-on-aws-interface";
import { fhirWorksAuthorization } from "../../fhir-facade/src/index.ts";
import { PATIENCE, testConfig } from "./support/configuration.ts";
import { EVERYTHING } from "./support/facade.ts";
import { type Issuer, json, startIssuer } from "./support/issuer.ts";
import { condition, HIDDEN, MARKER, OTHERS, resource, SHOWN } from "./support/records.ts";
import { type ScriptedStore, startStore } from "./support/store.ts";

let issuer: Issuer;
let store: ScriptedStore;
let authorization: Authorization;
let token: string;
const made = (mostIds?: number): Authorization =>
  fhirWorksAuthorization(testConfig(issuer.url, store.url, { ...PATIENCE, INDEX_MAX_AGE_MS: "600000", INDEX_CHECK_MS: "60000" }), {
    log: () => undefined,
    ...(mostIds === undefined ? {} : { mostIds }),
  });
beforeAll(async () => {
  issuer = await startIssuer();
  store = await startStore([...SHOWN, ...HIDDEN, ...OTHERS]);
  authorization = made();
  token = await issuer.grant();
});
afterAll(() => Promise.all([issuer.close(), store.close()]));

const context = (url: string, verb: RequestContext["verb"] = "GET"): RequestContext => ({
  url,
  hostname: "works",
  headers: {},
  contextInfo: {},
  ...(verb === undefined ? {} : { verb }),
});
const search: Omit<VerifyAccessTokenRequest, "accessToken"> = {
  operation: "search-type",
  resourceType: "Condition",
  requestContext: context("/Condition"),
};
const read = (id: string, type = "Condition"): Omit<VerifyAccessTokenRequest, "accessToken"> => ({
  operation: "read",
  resourceType: type,
  id,
  requestContext: context(`/${type}/${id}`),
});
const verify = (request: Omit<VerifyAccessTokenRequest, "accessToken">, accessToken = token, by = authorization) =>
  by.verifyAccessToken({ ...request, accessToken });
const unauthorized = expect.objectContaining({ isUnauthorizedError: true });
const bundle = (...resources: readonly object[]) => ({
  resourceType: "Bundle",
  type: "searchset",
  total: 99,
  entry: resources.map((one) => ({ resource: one, search: { mode: "match" } })),
});
const answer = (userIdentity: KeyValueMap, readResponse: unknown, operation: "read" | "search-type" = "search-type") =>
  authorization.authorizeAndFilterReadResponse({ userIdentity, operation, readResponse });

describe("D14 verifyAccessToken", () => {
  test("D14: a read and a search of a good token are let through", async () => {
    expect(await verify(search)).toEqual({ clientId: "sample-app", authorizationId: "a1" });
    expect(await verify(read("c1"))).toBeDefined();
  });

  test.each([
    "create",
    "update",
    "delete",
    "patch",
    "vread",
    "history-type",
    "history-instance",
    "history-system",
    "transaction",
    "batch",
    "search-system",
  ] as const)("R10: %s is refused", async (operation) => {
    for (const request of [search, read("c1")]) await expect(verify({ ...request, operation })).rejects.toEqual(unauthorized);
  });

  const REFUSED: readonly (readonly [string, Omit<VerifyAccessTokenRequest, "accessToken">])[] = [
    ["bulk data", { ...search, bulkDataAuth: { operation: "initiate-export", exportType: "system" } }],
    ["a version", { ...read("c1"), vid: "1" }],
    ["a request without an address to judge", { operation: "search-type", resourceType: "Condition" }],
    [
      "a request without a method",
      { ...search, requestContext: { ...context("/Condition"), verb: undefined } as unknown as RequestContext },
    ],
    ["a search in a form", { ...search, requestContext: context("/Condition/_search", "POST") }],
    ["an absolute address", { ...search, requestContext: context("https://works.example/Condition") }],
    ["an address of another type", { ...search, requestContext: context("/Observation") }],
    ["an address of another id", { ...read("c1"), requestContext: context("/Condition/c2") }],
    ["a read whose address is a search", { ...read("c1"), requestContext: context("/Condition") }],
    ["a search whose address is a read", { ...search, requestContext: context("/Condition/c1") }],
    [
      "a compartment search, which FHIR Works takes for a search of Patients",
      { ...search, requestContext: context("/Patient/p1/Condition"), resourceType: "Patient" },
    ],
    ["$everything", { ...search, requestContext: context("/Patient/p1/$everything"), resourceType: "Patient" }],
  ];
  test.each(REFUSED)("R10: %s is refused", (_title, request) => expect(verify(request)).rejects.toEqual(unauthorized));

  test.each([
    "_has:Observation:patient:code=x",
    "subject.name=x",
    "code:not=x",
    "_filter=x",
    "_getpagesoffset=1&_getpagesoffset=2",
    "_getpagesoffset=-1",
    "_total=accurate",
    "foo=bar",
  ])("leak 1: the parameter %s is refused before FHIR Works searches", (query) =>
    expect(verify({ ...search, requestContext: context(`/Condition?${query}`) })).rejects.toSatisfyError(isBadRequestError),
  );

  test.each(["Bearer x", "", "not a token", "a.b.c"])("R10: the token %j is refused", (accessToken) =>
    expect(verify(search, accessToken)).rejects.toEqual(unauthorized),
  );

  test("R10: a token of another key, an ended one and one in the address are refused", async () => {
    const forged = await issuer.grant({}, { key: issuer.keys.stranger });
    const ended = await issuer.grant({}, { introspection: json({ active: false }) });
    for (const accessToken of [forged, ended]) await expect(verify(search, accessToken)).rejects.toEqual(unauthorized);
    const inAddress = { ...search, requestContext: context(`/Condition?access_token=${token}`) };
    await expect(verify(inAddress)).rejects.toSatisfyError(isBadRequestError);
  });

  test("R4: a type that the grant does not name is refused", async () => {
    const narrow = await issuer.grant({ scope: "patient/Observation.rs patient/Condition.r" });
    await expect(verify(search, narrow)).rejects.toEqual(unauthorized);
    await expect(verify(read("e1", "Encounter"), narrow)).rejects.toEqual(unauthorized);
  });

  test("leak 3: what is masked or withheld cannot be searched by", async () => {
    const masked = await issuer.grant({ mode: "chosen", shared: [] });
    for (const [type, query] of [
      ["Patient", "name=Familyname"],
      ["Condition", "_lastUpdated=gt2020"],
    ] as const) {
      const request = { ...search, resourceType: type, requestContext: context(`/${type}?${query}`) };
      await expect(verify(request, masked)).rejects.toSatisfyError(isBadRequestError);
    }
  });

  test("leak 9: another patient is not found, like an absent one", () =>
    expect(verify(read("p2", "Patient"))).rejects.toEqual(
      expect.objectContaining({ isResourceNotFoundError: true, message: "Resource Patient/p2 is not known" }),
    ));
});

describe("R10 an identity is the very value that was given, for the very request", () => {
  const forgeries: readonly (readonly [string, (identity: KeyValueMap) => unknown])[] = [
    ["a copy", (identity) => ({ ...identity })],
    ["a copy by JSON", (identity) => JSON.parse(JSON.stringify(identity))],
    ["a structured clone", (identity) => structuredClone(identity)],
    ["one that inherits from it", (identity) => Object.create(identity)],
    ["one that somebody wrote", () => ({ clientId: "sample-app", authorizationId: "a1", sub: "x", scopes: ["patient/*.rs"] })],
    ["nothing", () => undefined],
    ["an empty object", () => ({})],
  ];
  test.each(forgeries)("R10: %s authorizes nothing", async (_title, forge) => {
    const userIdentity = forge(await verify(search)) as KeyValueMap;
    await expect(
      authorization.getSearchFilterBasedOnIdentity({ userIdentity, operation: "search-type", resourceType: "Condition" }),
    ).rejects.toEqual(unauthorized);
    await expect(authorization.getAllowedResourceTypesForOperation({ userIdentity, operation: "search-type" })).rejects.toEqual(
      unauthorized,
    );
    await expect(answer(userIdentity, bundle(condition("c1")))).rejects.toEqual(unauthorized);
  });

  test("R10: one that another `Authorization` gave authorizes nothing", async () => {
    const userIdentity = await verify(search, token, made());
    await expect(answer(userIdentity, bundle(condition("c1")))).rejects.toEqual(unauthorized);
  });

  test("R10: it cannot be changed", async () => {
    const identity = await verify(search);
    expect(Object.isFrozen(identity)).toBe(true);
  });

  test("R10: a search's identity reads nothing, filters no other type and no history", async () => {
    const userIdentity = await verify(search);
    await expect(answer(userIdentity, condition("c1"), "read")).rejects.toEqual(unauthorized);
    for (const asked of [
      { operation: "search-type", resourceType: "Observation" },
      { operation: "search-type" },
      { operation: "search-system", resourceType: "Condition" },
      { operation: "history-type", resourceType: "Condition" },
      { operation: "history-instance", resourceType: "Condition", id: "c1" },
    ] as const)
      await expect(authorization.getSearchFilterBasedOnIdentity({ userIdentity, ...asked })).rejects.toEqual(unauthorized);
  });

  test("R10: writes, bundles and bulk data are refused with any identity", async () => {
    const userIdentity = await verify(search);
    for (const operation of ["create", "update", "delete", "patch", "read"] as const)
      await expect(authorization.isWriteRequestAuthorized({ userIdentity, operation, resourceBody: condition("c1") })).rejects.toEqual(
        unauthorized,
      );
    await expect(authorization.isBundleRequestAuthorized({ userIdentity, requests: [] })).rejects.toEqual(unauthorized);
    await expect(authorization.isAccessBulkDataJobAllowed({ userIdentity, jobOwnerId: "a1" })).rejects.toEqual(unauthorized);
  });

  test("R4: the types allowed are those of the grant", async () => {
    const narrow = await issuer.grant({ scope: "patient/Observation.s patient/Condition.r" });
    const userIdentity = await verify(read("c1"), narrow);
    expect(await authorization.getAllowedResourceTypesForOperation({ userIdentity, operation: "read" })).toEqual(["Condition"]);
    await expect(authorization.getAllowedResourceTypesForOperation({ userIdentity, operation: "delete" })).rejects.toEqual(unauthorized);
  });
});

describe("leak 4: whatever FHIR Works answers is judged again", () => {
  const idsIn = (body: { entry?: { resource: { id: string } }[] }): string[] => (body.entry ?? []).map(({ resource: { id } }) => id);

  test("leak 4: hidden, others', unasked and unreadable entries go out of a searchset, whatever their mode", async () => {
    const readResponse = bundle(...SHOWN, ...HIDDEN, ...OTHERS, { resourceType: "Basic", id: "b" }, { resourceType: "Condition" });
    for (const entry of readResponse.entry) if (entry.resource.constructor === Object) entry.search.mode = "include";
    const body = await answer(await verify(search), readResponse);
    expect(idsIn(body)).toEqual(["c0", "c1", "c2", "c3", "c4", "c5", "c6"]);
    expect(JSON.stringify(body)).not.toContain(MARKER);
    expect(body.total).toBeUndefined();
  });

  test("leak 4: what was not asked for by id goes out", async () => {
    const identity = await verify({ ...search, requestContext: context("/Condition?_id=c1") });
    expect(idsIn(await answer(identity, bundle(...SHOWN)))).toEqual(["c1"]);
  });

  test("leak 4: includes are refused: FHIR Works' filters do not reach them", async () => {
    const userIdentity = await verify({ ...search, requestContext: context("/Condition?_include=Condition:encounter") });
    const filter = authorization.getSearchFilterBasedOnIdentity({ userIdentity, operation: "search-type", resourceType: "Condition" });
    await expect(filter).rejects.toSatisfyError(isBadRequestError);
  });

  test("leak 23: a search for another patient is answered with nothing, whatever was found", async () => {
    const identity = await verify({ ...search, requestContext: context("/Condition?patient=p2") });
    expect(idsIn(await answer(identity, bundle(...SHOWN, ...OTHERS)))).toEqual([]);
  });

  test.each([
    ["nothing", undefined],
    ["text", "Condition"],
    ["an OperationOutcome", { resourceType: "OperationOutcome", issue: [] }],
    ["a history", { ...bundle(condition("c1")), type: "history" }],
    ["a resource", condition("c1")],
    ["entries that are no list", { ...bundle(), entry: {} }],
  ])("leak 26: %s in answer to a search is refused", async (_title, readResponse) =>
    expect(answer(await verify(search), readResponse)).rejects.toEqual(unauthorized),
  );

  test.each([
    ["nothing", undefined],
    ["another id", condition("c2")],
    ["another type", resource("Observation", "c1", { subject: { reference: "Patient/p1" } })],
    ["another patient's", condition("c1", { subject: { reference: "Patient/p2" } })],
    ["a Bundle", bundle(condition("c1"))],
  ])("leak 9: %s in answer to a read is not found", async (_title, readResponse) =>
    expect(answer(await verify(read("c1")), readResponse, "read")).rejects.toSatisfyError(isResourceNotFoundError),
  );

  test("leak 9: hidden reads like absent in FHIR Works' own words", async () => {
    const hidden = HIDDEN[0];
    await expect(answer(await verify(read("b-sud")), hidden, "read")).rejects.toThrow("Resource Condition/b-sud is not known");
  });

  test("leak 26: when the record cannot be judged there is no answer, and nothing of it in the error", async () => {
    store.misbehaviour = (_request, response) => void response.writeHead(500).end(MARKER);
    try {
      const own = made();
      const userIdentity = await verify(search, token, own);
      const outcome = own.authorizeAndFilterReadResponse({
        userIdentity,
        operation: "search-type",
        readResponse: bundle(condition("c1", { note: [{ text: MARKER }] })),
      });
      await expect(outcome).rejects.toEqual(new Error("The data is not available now. Try again later."));
    } finally {
      store.misbehaviour = undefined;
    }
  });
});

describe("D14 a search with more ids than a search takes", () => {
  test("D14: it is refused under withholding, not cut", async () => {
    const few = made(3);
    const filter = async (query: string, accessToken: string) => {
      const userIdentity = await verify({ ...search, requestContext: context(`/Condition${query}`) }, accessToken, few);
      return few.getSearchFilterBasedOnIdentity({ userIdentity, operation: "search-type", resourceType: "Condition" });
    };
    await expect(filter("", token)).rejects.toSatisfyError(isBadRequestError);
    expect((await filter("?_id=c1,c2,b-sud", token))[1]?.value).toEqual(["c1", "c2"]);
    expect(await filter("", await issuer.grant(EVERYTHING))).toHaveLength(1);
  });
});

declare global {
  namespace jest {
    interface Matchers<R> {
      toSatisfyError(is: (error: unknown) => boolean): R;
    }
  }
}
expect.extend({
  toSatisfyError: (error: unknown, is: (error: unknown) => boolean) => ({
    pass: is(error),
    message: () => `${String(error)} is not ${is.name}`,
  }),
});
