/** The words behind `npm run explain --`, read strictly. */
import { parseArgs } from "node:util";
import { CATEGORIES, type SharingMode } from "@member-exchange/sharing-policy";
import { OPTIONAL_CODE_LISTS } from "@member-exchange/sharing-policy/code-lists";
import type { SharingPolicy } from "@member-exchange/sharing-policy/policy";
import { allButSensitive, type Choice } from "./choice.ts";

export interface Options {
  readonly paths: readonly string[];
  readonly category: string | undefined;
  readonly json: boolean;
  readonly html: string | undefined;
  readonly share: readonly string[] | undefined;
  readonly mode: SharingMode;
  readonly codeLists: readonly string[];
  readonly policy: string | undefined;
}

export const USAGE = `npm run explain -- <file or folder> … [options]

Says for each resource what decided that it is sensitive: category, tier, rule, source and path, or "no rule"; what came from other resources of
the same record; and what a member's choice would hide. For admins: it names resources and codes, never free text.

<file or folder>  FHIR R4: a Bundle of any type, one resource, or NDJSON; .gz too. Give all files of a record together.
--category PSY    only resources with this category (or unclassifiable, malformed)
--json            everything as JSON instead of the table
--html FILE       also writes a report of what the choice hides, by type and category, as a page that stands alone
--share PSY,SUD   the choice: these categories are shared, all others withheld
--mode            the choice: all-but-sensitive (when nothing is said) or everything
--code-lists      optional code lists in use: ${OPTIONAL_CODE_LISTS.join(", ")}; else those of the variable CODE_LISTS, as the facade
--policy FILE     the plan's own policy file

categories: ${CATEGORIES.map(({ code }) => code).join(", ")}

Exit code: 0 explained; 1 a file cannot be read or holds no resource; 2 words that are not understood.`;

/** What was typed is not understood. */
export class UsageError extends Error {}

const OPTIONS = {
  category: { type: "string" },
  json: { type: "boolean", default: false },
  html: { type: "string" },
  share: { type: "string" },
  mode: { type: "string" },
  "code-lists": { type: "string" },
  policy: { type: "string" },
} as const;

/**
 * @param enabled optional code lists when the words name none
 * @throws UsageError with one sentence
 */
export function readOptions(words: readonly string[], enabled = ""): Options {
  const { values, positionals } = parsed(words);
  if (positionals.length === 0) throw new UsageError("Name a file or a folder: see --help.");
  const { category, json, html, policy, mode = "all-but-sensitive" } = values;
  if (mode !== "all-but-sensitive" && mode !== "everything")
    throw new UsageError(`There is no mode ${mode}: the modes are all-but-sensitive and everything; --share chooses.`);
  if (values.share !== undefined && values.mode !== undefined) throw new UsageError("Give --share or --mode, not both.");
  const share = values.share === undefined ? undefined : listed(values.share);
  const codeLists = listed(values["code-lists"] ?? enabled);
  return { paths: positionals, category, json, html, share, mode: share ? "chosen" : mode, codeLists, policy };
}

const listed = (text: string): readonly string[] => text.split(",").flatMap((word) => word.trim() || []);

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    const [sentence = ""] = (error as Error).message.split(". ");
    throw new UsageError(`${sentence.replace(/\.$/, "")}: see --help.`);
  }
}

/** @throws UsageError for a category that the policy does not have or that nobody can share */
export function choiceOf({ share, mode }: Options, policy: SharingPolicy): Choice {
  if (mode === "everything") return { mode, shared: policy.categories.map(({ code }) => code) };
  if (share === undefined) return allButSensitive(policy);
  const shareable = policy.categories.filter((category) => category.default !== "always-withheld").map(({ code }) => code);
  const unknown = share.find((code) => !shareable.includes(code));
  if (unknown !== undefined) throw new UsageError(`${unknown} cannot be shared: the categories are ${shareable.join(", ")}.`);
  return { mode, shared: share };
}
