/** D11 on the real store, with a synthetic member: what is withheld is loaded after everything was asked once, and nothing that an app can ask has changed. */
import { memberFiles, sharedFiles } from "../../demo/loading/bundle-files.ts";
import { putAll } from "../../demo/loading/put-all.ts";
import { referencesTo, resolved } from "../../demo/loading/references.ts";
import { written } from "../non-interference/corpus/asked.ts";
import { compareInTurn } from "../non-interference/in-turn.ts";
import { recordsOf } from "../non-interference/records/records.ts";
import { type FhirResource, withStrings } from "../non-interference/records/resource.ts";

const WITHHOLD = ["PSY", "SUD", "HIV"];
const SEED = 1 + Math.floor(Math.random() * 1e9);
const PAIRS = 600;
/** Of the member's record: enough of every type that it has, in an order in which nothing refers to a later one. */
const RESOURCES = 160;
const STORE = `http://localhost:${process.env.FHIR_STORE_PORT}/fhir`;

/** The member with ids of its own, so that no other test meets it; hospitals and practitioners are those that the store has. */
function freshMember(): readonly FhirResource[] {
  const [first] = memberFiles();
  const resources = first?.resources ?? [];
  const shared = referencesTo(sharedFiles().flatMap((file) => file.resources));
  const record = resolved(resources.slice(0, RESOURCES), [referencesTo(resources), shared]) as readonly FhirResource[];
  const ids = new Map(record.map(({ id }, n) => [id, `ni-${SEED}-${n}`]));
  return withStrings(record, (text) => {
    const [type, id = ""] = text.split("/");
    return ids.get(text) ?? (ids.has(id) ? `${type}/${ids.get(id)}` : text);
  });
}

test(`R8: a store that was given ${WITHHOLD} answers as before it was, seed ${SEED}`, async () => {
  const records = recordsOf(freshMember(), { withhold: WITHHOLD, seed: SEED, keepLabels: true, wellFormed: true });
  const load = (resources: readonly FhirResource[]): Promise<void> => putAll(STORE, resources);
  const { pairs, shown, differences, everything } = await compareInTurn({
    storeUrl: STORE,
    load,
    records,
    withhold: WITHHOLD,
    seed: SEED,
    pairs: PAIRS,
  });
  const told = differences.map(({ asked, told: lines }) => `${written(asked)}\n${lines}`);
  expect({ seed: SEED, told: told.slice(0, 5) }).toEqual({ seed: SEED, told: [] });
  expect(pairs).toBeGreaterThanOrEqual(PAIRS);
  expect(shown).toBeGreaterThan(300);
  for (const { resourceType, id } of records.withheld.filter(({ resourceType }) => resourceType === "Condition"))
    expect(everything).toContain(`${resourceType}/${id}`);
}, 300_000);
