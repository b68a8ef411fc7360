/** R9: each search parameter that `/metadata` names is answered by a real store, whether something is withheld or not, and those of the guides find what they should. */
import { DEMO_MEMBERS } from "@member-exchange/demo";
import { tokenOf } from "../support/demo-member.ts";
import { servers } from "../support/member-browser.ts";

const { fhirBaseUrl } = servers();
const member = DEMO_MEMBERS[0] as (typeof DEMO_MEMBERS)[number];
/** A value that each kind of parameter may have. */
const VALUES: Readonly<Record<string, string>> = {
  token: "x",
  string: "x",
  date: "ge1900-01-01",
  reference: `Patient/${member.fhirPatient}`,
};

interface CapabilityStatement {
  readonly rest: readonly { readonly resource: readonly Searchable[] }[];
}
interface Searchable {
  readonly type: string;
  readonly searchParam: readonly { readonly name: string; readonly type: string }[];
}
interface Concept {
  readonly coding: readonly { readonly system: string; readonly code: string }[];
}
interface Found {
  readonly id: string;
  readonly type: Concept;
  readonly billablePeriod: { readonly start: string };
  readonly participant: readonly { readonly role: readonly Concept[] }[];
}

const ask = (token: string, path: string) => fetch(`${fhirBaseUrl}/${path}`, { headers: { authorization: `Bearer ${token}` } });

test.each(["everything", "all-but-sensitive"] as const)(
  "R9: every parameter of the CapabilityStatement is answered as documented when %s is shared",
  async (mode) => {
    const { rest } = (await (await fetch(`${fhirBaseUrl}/metadata`)).json()) as CapabilityStatement;
    const paths = (rest[0]?.resource ?? []).flatMap(({ type, searchParam }) =>
      searchParam.map(({ name, type: kind }) => `${type}?${name}=${VALUES[kind]}`),
    );
    expect(paths.length).toBeGreaterThan(100);
    const token = await tokenOf(member, mode);
    const refused: string[] = [];
    for (const path of paths) {
      const { status } = await ask(token, path);
      if (status !== (isTold(path, mode) ? 200 : 400)) refused.push(`${path}: ${status}`);
    }
    expect(refused).toEqual([]);
  },
  300_000,
);

/** When anything is withheld, times of change are not told (docs/fhir-api.md). */
const isTold = (path: string, mode: string): boolean => mode === "everything" || !path.includes("_lastUpdated");

const tokenOfConcept = (concept: Concept | undefined): string => `${concept?.coding[0]?.system}|${concept?.coding[0]?.code}`;

test.each<[string, string, (one: Found) => string]>([
  ["CareTeam", "role", (one) => tokenOfConcept(one.participant[0]?.role[0])],
  ["ExplanationOfBenefit", "type", (one) => tokenOfConcept(one.type)],
  ["ExplanationOfBenefit", "service-date", (one) => one.billablePeriod.start.slice(0, 10)],
])("R9: %s by %s, which a guide adds to R4, finds it", async (type, parameter, valueIn) => {
  const token = await tokenOf(member, "everything");
  const found = async (query: string): Promise<Found[]> => {
    const { entry = [] } = (await (await ask(token, `${type}?${query}`)).json()) as { entry?: { resource: Found }[] };
    return entry.map(({ resource }) => resource);
  };
  const [first] = await found("_count=1");
  const value = encodeURIComponent(valueIn(first as Found));
  expect((await found(`${parameter}=${value}&_count=200`)).map(({ id }) => id)).toContain(first?.id);
});
