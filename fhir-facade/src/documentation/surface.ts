/** What can be asked: types, search parameters, result parameters and includes as tables, granular scopes as a list. */
import { ALL_RESOURCE_TYPES, GRANULAR_SCOPES } from "@member-exchange/sharing-policy";
import { isShared } from "../compartment/compartment.ts";
import { type ParameterKind, searchDefinition } from "../definitions/definitions.ts";
import { includesOf, RESULT_PARAMETERS, revincludesOf } from "../pipeline/2-parse/result-parameters.ts";
import { SEARCH_PARAMETERS, sortableParameters } from "../pipeline/2-parse/search-parameters.ts";
import { criterionOf } from "../pipeline/3-authz/criteria.ts";
import { listed, names, table } from "./markdown.ts";

const OWN_TYPES = ALL_RESOURCE_TYPES.filter((type) => !isShared(type));

export const types = (): string =>
  table(
    ["whose", "types"],
    [
      ["the member's own", names(OWN_TYPES)],
      ["shared by many members", names(ALL_RESOURCE_TYPES.filter(isShared))],
    ],
  );

/** A star marks what is refused when demographics are withheld. */
export const searchParameters = (): string =>
  table(
    ["type", "token", "date", "reference", "string", "`_sort`"],
    OWN_TYPES.map((type) => {
      const own = Object.entries(SEARCH_PARAMETERS[type] ?? {});
      const ofKind = (wanted: ParameterKind): string =>
        listed(own.flatMap(([name, { kind, demographic }]) => (kind === wanted ? [`\`${name}\`${demographic ? "\\*" : ""}`] : [])));
      return [type, ofKind("token"), ofKind("date"), ofKind("reference"), ofKind("string"), names(sortableParameters(type))];
    }),
  );

const INTERACTIONS = { read: "read", search: "search", everything: "`$everything`" } as const;

export const resultParameters = (): string =>
  table(
    ["parameter", "of", "times", "when anything is withheld"],
    RESULT_PARAMETERS.map(({ name, on, repeats, withholding }) => [
      `\`${name}\``,
      on.map((interaction) => INTERACTIONS[interaction]).join(", "),
      String(repeats),
      withholding.replace(/_\w+/, "`$&`"),
    ]),
  );

/** Of `Type:parameter` the parameter; one that leads to no supported type is refused, so it is no include. */
export const includes = (): string =>
  table(
    ["type", "reference parameters"],
    ALL_RESOURCE_TYPES.flatMap((type) => {
      const own = includesOf(type).map((include) => include.slice(type.length + 1));
      const known = own.filter((parameter) => (searchDefinition(type, parameter)?.targets ?? []).length > 0);
      return known.length === 0 ? [] : [[type, names(known)]];
    }),
  );

export const revincludes = (): string =>
  table(
    ["search of", "`_revinclude`"],
    [
      ["every type", names(["Provenance:target"])],
      ...ALL_RESOURCE_TYPES.flatMap((type) => {
        const own = revincludesOf(type).filter((name) => name !== "Provenance:target");
        return own.length === 0 ? [] : [[type, names(own)]];
      }),
    ],
  );

/** Those that the authorization server grants. @throws RangeError for one that covers nothing */
export const granularScopes = (): string =>
  GRANULAR_SCOPES.filter((scope) => scope.includes(".rs?"))
    .map((scope) => {
      if (!criterionOf(scope)) throw new RangeError(`${scope} covers nothing`);
      return `- ${names([scope])}`;
    })
    .join("\n");
