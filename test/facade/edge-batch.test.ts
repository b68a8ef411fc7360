/** A batch is its entries asked one by one, and nothing more: FHIR R4 http.html#transaction, leak 11. */
import type { AnswerRequest } from "../../fhir-facade/src/answer.ts";
import { batchAnswering } from "../../fhir-facade/src/batch/answer-batch.ts";
import { invalidToken } from "../../fhir-facade/src/outcome/refusals.ts";
import { bundleOf, postBatch, statusesOf } from "./support/batch.ts";
import { expectCommonHeaders } from "./support/common-headers.ts";
import { PATIENCE, testConfig } from "./support/configuration.ts";
import { EVERYTHING, nextOf, type Surroundings, startSurroundings } from "./support/facade.ts";
import { json } from "./support/issuer.ts";
import { HIDDEN, MARKER, OTHERS, SHOWN } from "./support/records.ts";
import { TOKEN_FAULTS } from "./support/token-faults.ts";

let around: Surroundings;
let token: string;
beforeAll(async () => {
  around = await startSurroundings([...SHOWN, ...HIDDEN, ...OTHERS], PATIENCE);
  token = await around.issuer.grant();
});
beforeEach(() => {
  around.store.asked.length = 0;
  around.store.misbehaviour = undefined;
});
afterAll(() => around.close());

const ALONE = [
  "Patient/p1",
  "Condition?_count=2",
  "Observation?code=http://loinc.org|8302-2",
  "Patient/p1/$everything?_count=3",
  "Practitioner?_id=dr-plain,dr-sud",
  "Condition/none",
  "Condition/b-sud",
  "Patient/p2",
  "Condition?patient=p2",
  "Condition?_has:Observation:patient:code=x",
  "AuditEvent",
  "$export",
  "Condition/c1/_history",
  "Condition?_format=xml",
  "Condition?access_token=x",
  "metadata",
  ".well-known/smart-configuration",
  "Condition//c1",
];

describe("leak 11: each entry is judged as if it stood alone", () => {
  test.each([{}, EVERYTHING, { scope: "patient/Condition.r" }, { patient: "p2" }])(
    "leak 11: statuses, bodies and order are those of single requests (%j)",
    async (changes) => {
      const own = await around.issuer.grant(changes);
      const answer = await postBatch(around, own, bundleOf(...ALONE));
      expect([answer.status, answer.body.type, Object.keys(answer.body)]).toEqual([
        200,
        "batch-response",
        ["resourceType", "type", "entry"],
      ]);
      expectCommonHeaders(answer.headers);
      for (const [n, path] of ALONE.entries()) {
        const single = await around.ask({ path: `/${path}`, token: own });
        const { resource, response } = answer.body.entry[n];
        if (path === "metadata" || path.startsWith(".")) expect(response.status).toBe("400");
        else if (single.status === 200) expect([response, withoutPages(resource)]).toEqual([{ status: "200" }, withoutPages(single.body)]);
        else expect([resource, response]).toEqual([undefined, { status: String(single.status), outcome: single.body }]);
      }
      if (Object.keys(changes).length === 0) expect(answer.text).not.toContain(MARKER);
    },
  );

  test("leak 6: a page link goes on in a batch, and a stranger's does not", async () => {
    const next = nextOf(await around.ask({ path: "/Condition?_count=2", token }))?.slice(1) ?? "";
    expect(statusesOf(await postBatch(around, token, bundleOf(next)))).toEqual(["200"]);
    expect(statusesOf(await postBatch(around, await around.issuer.grant({ id: "a2" }), bundleOf(next)))).toEqual(["400"]);
  });

  test("R10: an entry that the store fails leaves the others as they are", async () => {
    const own = await around.issuer.grant(EVERYTHING);
    around.store.misbehaviour = (request, response) =>
      request.url?.endsWith("/Condition/c1")
        ? void response.destroy()
        : void response.writeHead(404, { "Content-Type": "application/json" }).end(MARKER);
    const answer = await postBatch(around, own, bundleOf("Condition/c0", "Condition/c1", "Condition/c2"));
    expect(statusesOf(answer)).toEqual(["404", "502", "404"]);
    expect(answer.text).not.toContain(MARKER);
  });

  test("R10: every entry has its line in the log, and none says what was asked", async () => {
    around.log.length = 0;
    await postBatch(around, token, bundleOf("Condition/c1", "Condition/none", "AuditEvent"));
    expect(around.log.map(({ status }) => status).sort()).toEqual([200, 400, 404]);
    expect(JSON.stringify(around.log)).not.toMatch(/c1|none|AuditEvent/);
  });

  test.each(["application/fhir+json", "application/json", "application/fhir+json; charset=UTF-8", "application/fhir+json;fhirVersion=4.0"])(
    "R4: %s is taken, at the base with and without a slash",
    async (type) => {
      for (const path of ["", "/"]) expect((await postBatch(around, token, bundleOf("Condition/c1"), { path, type })).status).toBe(200);
    },
  );

  test("R4: twenty entries are answered", async () => {
    const answer = await postBatch(around, token, bundleOf(...Array(20).fill("Condition/c1")));
    expect(statusesOf(answer)).toEqual(Array(20).fill("200"));
  });
});

/** Page links are sealed anew for every answer, and a Provenance says when it was made. */
// biome-ignore lint/suspicious/noExplicitAny: a FHIR answer is looked into freely
const withoutPages = ({ link, ...rest }: any) => ({
  ...JSON.parse(JSON.stringify(rest).replace(/"recorded":"[^"]+"/g, '"recorded":"now"')),
  link: link?.filter(({ relation }: { relation: string }) => relation !== "next"),
});

describe("R4 a batch whose token is worth nothing is refused whole", () => {
  test.each(TOKEN_FAULTS.filter(([, , { status }]) => status === 401))("R4: %s", async (_title, fault, { issue, challenge }) => {
    const authorization = await fault(around.issuer);
    const headers = authorization === undefined ? {} : { Authorization: authorization };
    const answer = await postBatch(around, undefined, bundleOf("Condition/c1", "Condition/c2"), { headers });
    expect([answer.status, answer.body.issue[0].code, answer.headers["www-authenticate"]]).toEqual([401, issue, challenge]);
    expect(around.store.asked).toEqual([]);
  });

  test("R4: one that dies midway takes the whole batch with it", async () => {
    let left = 1;
    const own = await around.issuer.grant();
    around.issuer.script(own, (response) => json({ active: left-- > 1 })(response));
    const answer = await postBatch(around, own, bundleOf(...Array(20).fill("Condition/c1")));
    expect([answer.status, answer.body.resourceType, around.store.asked]).toEqual([401, "OperationOutcome", []]);
  });

  test("R4: after the refusal of one entry's token no other entry is begun", async () => {
    let begun = 0;
    const first = invalidToken("x");
    const answer: AnswerRequest = async () => {
      begun += 1;
      if (begun === 1) throw first;
      return { body: {}, about: { interaction: "read", client: "x", authorization: "x", entries: 1 } };
    };
    const config = testConfig(around.issuer.url, around.store.url, { STORE_CONCURRENCY: "2" });
    const text = JSON.stringify(bundleOf(...Array(20).fill("Condition/c1")));
    await expect(batchAnswering(answer, config, () => undefined)({}, text)).rejects.toBe(first);
    await new Promise(setImmediate);
    expect(begun).toBeLessThan(6);
  });

  test("R10: no more entries are under way than requests to the store may be", async () => {
    let [underway, most] = [0, 0];
    const answer: AnswerRequest = async () => {
      underway += 1;
      most = Math.max(most, underway);
      await new Promise(setImmediate);
      underway -= 1;
      return { body: {}, about: { interaction: "read", client: "x", authorization: "x", entries: 1 } };
    };
    const config = testConfig(around.issuer.url, around.store.url, { STORE_CONCURRENCY: "3" });
    await batchAnswering(answer, config, () => undefined)({}, JSON.stringify(bundleOf(...Array(20).fill("Condition/c1"))));
    expect(most).toBe(3);
  });
});
