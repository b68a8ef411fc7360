/** Unusual apps and requests, by query: `state=script|right-to-left|many-scopes`, `types=Observation,Condition`. */
import type { AuthorizationBean } from "../KcContext";

export const SCRIPT_NAME = "<script>document.title='taken over'</script><img src=x onerror=\"document.title='taken over'\">";
export const RIGHT_TO_LEFT_NAME = "\u202Eتطبيق الصحة";

const NAMES: Readonly<Record<string, string>> = { script: SCRIPT_NAME, "right-to-left": RIGHT_TO_LEFT_NAME };

export const nameFrom = (query: URLSearchParams): string | undefined => NAMES[query.get("state") ?? ""];

/** Three scopes for each type: more than a hundred in all. */
const manyScopes = (types: AuthorizationBean["types"]) =>
  types.map((type) => ({ ...type, scope: ["rs", "r", "s"].map((permission) => `patient/${type.type}.${permission}`).join(" ") }));

export function varied(bean: AuthorizationBean, query: URLSearchParams): AuthorizationBean {
  const only = query.get("types")?.split(",");
  const types = only ? bean.types.filter(({ type }) => only.includes(type)) : bean.types;
  const name = nameFrom(query);
  return {
    ...bean,
    client: name ? { ...bean.client, name, ownerName: name } : bean.client,
    types: query.get("state") === "many-scopes" ? manyScopes(types) : types,
  };
}
