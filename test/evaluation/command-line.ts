/** The words behind `npm run evaluate:labeller --`, read strictly. */
import { parseArgs } from "node:util";
import { OPTIONAL_CODE_LISTS } from "@member-exchange/sharing-policy/code-lists";

export interface Options {
  readonly paths: readonly string[];
  readonly leaveOneOut: boolean;
  readonly json: boolean;
  readonly codeLists: readonly string[];
  readonly policy: string | undefined;
}

export const USAGE = `npm run evaluate:labeller -- <folder or file> … [options]

Compares the labeller with people: recall and precision per category and per resource type for records that carry labels in meta.security (HL7
v3-ActCode and v3-Confidentiality), with every miss and false alarm. Labels and narratives are taken out before judging.

<folder or file>  FHIR R4 Bundles, NDJSON; .gz too
--leave-one-out   also judges each record without the whole codes that stand in it, and all without the rules that fired in one record alone
--json            everything as JSON
--code-lists      optional code lists in use (${OPTIONAL_CODE_LISTS.join(",")}); all of them when nothing is said, none with --code-lists ""
--policy FILE     the plan's own policy file

Labels that count: PSY, MH, EMOTDIS as PSY; SUD, ETH, ETHUD, OPIOIDUD, 42CFRPart2 as SUD; HIV, HIVAIDS; STD; SEX, GENDER, and ABORTION, CONTRACEPTION,
REPRODUCTIVE of whatever system as SEX; SDV, VIO, MST as SDV; GDIS, SICKLE, SCA as GDIS; COGN, DVD as COGN; PSYTHPN, HIPAAPsyNotes; DEMO. BH alone is
found by PSY, SUD or COGN. R or V alone is sensitive without a category. Others are named and ignored.

Exit code: 0 figures were printed; 1 nothing to read; 2 words that are not understood.`;

/** @throws Error with one sentence */
export function readOptions(words: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: {
      "leave-one-out": { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      "code-lists": { type: "string", default: OPTIONAL_CODE_LISTS.join(",") },
      policy: { type: "string" },
    },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new Error("Name a folder of labelled records: see --help.");
  const codeLists = values["code-lists"].split(",").flatMap((name) => name.trim() || []);
  return { paths: positionals, leaveOneOut: values["leave-one-out"], json: values.json, codeLists, policy: values.policy };
}
