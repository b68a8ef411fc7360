/** Stage 4 where another server has searched already: of what it found, what an authorized interaction may be answered with. */
import { keyOf, type Resource } from "../../compartment/resource.ts";
import type { Config } from "../../config.ts";
import type { Labeller } from "../../labeller/label.ts";
import type { IndexOf } from "../../patient-index/index-builder.ts";
import type { AuthorizedInteraction } from "../3-authz/authorize.ts";
import { type Forward, forwarder, type StoreAnswer } from "./forward.ts";
import { memberRecord } from "./record.ts";
import type { Store } from "./store.ts";
import { entriesOf, SEARCH } from "./stored-entry.ts";

/** @throws NotFound from the returned function for a read of anything that may not be known to exist */
export function judgedElsewhere(
  indexOf: IndexOf,
  labeller: Labeller,
  config: Pick<Config, "storeUrl">,
): (interaction: AuthorizedInteraction, found: readonly Resource[]) => Promise<StoreAnswer> {
  const record = memberRecord(holding([]), indexOf, labeller, config);
  const read = (found: readonly Resource[]): Forward => forwarder(holding(found), indexOf, labeller, config);
  return async (interaction, found) => {
    if (interaction.kind !== "search") return read(found)(interaction);
    const { request, sight, empty } = interaction;
    const asked = empty ? [] : found.filter(({ resourceType, id }) => resourceType === request.type && (request.ids?.includes(id) ?? true));
    const entries = entriesOf(await record.shown(asked, sight), "match", SEARCH);
    return { sight, entries, index: undefined, next: undefined } as unknown as StoreAnswer;
  };
}

/** A store that has these and nothing else, and cannot be searched. */
function holding(found: readonly Resource[]): Store {
  const none = async (): Promise<never> => {
    throw new RangeError("not a store to search");
  };
  return { read: async (type, id) => found.find((resource) => keyOf(resource) === `${type}/${id}`), search: none, nextPage: none };
}
