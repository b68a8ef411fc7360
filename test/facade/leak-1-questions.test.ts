/** No parameter asks about what is hidden: leaks 1, 2 and 3. A name is judged by its stem, after decoding, whatever follows it. */
import { ALL_RESOURCE_TYPES } from "@member-exchange/sharing-policy";
import { EVERYTHING, type Surroundings, startSurroundings } from "./support/facade.ts";
import { HIDDEN, SHOWN } from "./support/records.ts";

let around: Surroundings;
beforeAll(async () => {
  around = await startSurroundings([...SHOWN, ...HIDDEN]);
});
beforeEach(() => {
  around.store.asked.length = 0;
});
afterAll(() => around.close());

const QUESTIONS = [
  "_has:Condition:patient:code=F11.20",
  "_has:Observation:patient:_has:AuditEvent:entity:agent=x",
  "patient.name=x",
  "patient.general-practitioner.name=x",
  "subject:Patient.name=x",
  "code:in=http://example.org/sensitive",
  "code:not-in=http://example.org/sensitive",
  "code:below=F11",
  "code:above=F11.20",
  "_filter=code%20eq%20F11.20",
  "_content=methadone",
  "_text=methadone",
  "_list=x",
  "_query=x",
  "_security=R",
  "_security:not=R",
];

describe("leak 1: questions about hidden records", () => {
  test.each(ALL_RESOURCE_TYPES)(
    "leak 1: of %s none is answered, each is refused with the same bytes, and the store is not asked",
    async (type) => {
      const texts = new Set<string>();
      for (const changes of [{}, EVERYTHING]) {
        const token = await around.issuer.grant(changes);
        for (const question of QUESTIONS) {
          const { status, text } = await around.ask({ path: `/${type}?_id=c1&${question}`, token });
          texts.add(`${status} ${text}`);
        }
      }
      expect([texts.size, [...texts][0]?.slice(0, 3), around.store.asked]).toEqual([1, "400", []]);
    },
  );
});

describe("leak 2: a name is judged by what it is after decoding", () => {
  test.each([
    "%5Fhas:Condition:patient:code=x",
    "_has%3ACondition%3Apatient%3Acode=x",
    "%5f%68%61%73%3aCondition%3apatient%3acode=x",
    "code%3Anot=J20.9",
    "code:%6eot=J20.9",
    "patient%2ebirthdate=1970",
    "_include%3Aiterate=Condition:encounter",
    "_include:iterate=Condition:encounter",
    "_revinclude:iterate=Provenance:target",
    "_sort:desc=onset-date",
    "_count:exact=1",
    "_id:not=c1",
    "_format:x=json",
    "_HAS:Condition:patient:code=x",
    "+code=J20.9",
    "code+=J20.9",
    "code%20=J20.9",
  ])("leak 2: %s, in the address and in a form", async (query) => {
    const token = await around.issuer.grant(EVERYTHING);
    expect((await around.ask({ path: `/Condition?${query}`, token })).status).toBe(400);
    expect((await around.ask({ method: "POST", path: "/Condition/_search", form: query, token })).status).toBe(400);
    expect(around.store.asked).toEqual([]);
  });
});

describe("leak 3: masked elements", () => {
  test.each([
    "Patient?birthdate=1970-02-03",
    "Patient?name=x",
    "Patient?identifier=M-12345",
    "RelatedPerson?name=x",
    "Encounter?identifier=x",
    "ExplanationOfBenefit?identifier=x",
    "Claim?identifier=x",
    "Patient?_sort=birthdate",
    "Patient?birthdate:missing=true",
    "Patient?address-postalcode=12345",
    "Patient?death-date=2020",
  ])("leak 3: GET /%s is refused when demographics are withheld, before the store is asked", async (path) => {
    expect((await around.get(`/${path}`, { mode: "chosen", shared: ["SUD"] })).status).toBe(400);
    expect(around.store.asked).toEqual([]);
  });
});
