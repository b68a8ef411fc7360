/** What the facade says that it answers: its CapabilityStatement, read as a list of types, parameters, includes and operations. */

export interface SurfaceType {
  readonly type: string;
  readonly parameters: readonly { readonly name: string; readonly type: string }[];
  readonly includes: readonly string[];
  readonly revincludes: readonly string[];
  readonly operations: readonly string[];
}

export interface Surface {
  readonly types: readonly SurfaceType[];
  /** Codes of interactions with the whole system, for example `batch`. */
  readonly interactions: readonly string[];
}

interface CapabilityStatement {
  readonly rest?: readonly {
    readonly interaction?: readonly { readonly code: string }[];
    readonly resource?: readonly {
      readonly type: string;
      readonly searchParam?: SurfaceType["parameters"];
      readonly searchInclude?: readonly string[];
      readonly searchRevInclude?: readonly string[];
      readonly operation?: readonly { readonly name: string }[];
    }[];
  }[];
}

/** @throws Error when it lists no type */
export function surfaceOf(text: string): Surface {
  const [rest] = (JSON.parse(text) as CapabilityStatement).rest ?? [];
  const types = (rest?.resource ?? []).map(({ type, searchParam = [], searchInclude = [], searchRevInclude = [], operation = [] }) => ({
    type,
    parameters: searchParam.filter(({ name }) => !name.startsWith("_") || name === "_id" || name === "_lastUpdated"),
    includes: searchInclude,
    revincludes: searchRevInclude,
    operations: operation.map(({ name }) => name),
  }));
  if (types.length === 0) throw new Error("The CapabilityStatement names no resource type.");
  return { types, interactions: (rest?.interaction ?? []).map(({ code }) => code) };
}
