/** The policy that a command judges by: the same that the facade would read from its settings. */
import { readFileSync } from "node:fs";
import { OPTIONAL_CODE_LISTS } from "@member-exchange/sharing-policy/code-lists";
import { readSharingPolicy } from "@member-exchange/sharing-policy/plan-policy";
import { type SharingPolicy, standardPolicy } from "@member-exchange/sharing-policy/policy";

/** @throws Error with one sentence that names what is wrong */
export function chosenPolicy(codeLists: readonly string[], file: string | undefined): SharingPolicy {
  const unknown = codeLists.find((name) => !OPTIONAL_CODE_LISTS.includes(name));
  if (unknown !== undefined)
    throw new Error(`There is no optional code list ${unknown || "without a name"}: the lists are ${OPTIONAL_CODE_LISTS.join(", ")}.`);
  if (file === undefined) return standardPolicy(codeLists);
  return readSharingPolicy(readFileSync(file, "utf8"), file, codeLists);
}
