/** The policy of a test's realm: written as realm-config writes it, for as long as a check runs. */
import { readSharingPolicy } from "@member-exchange/sharing-policy/plan-policy";
import { type SharingPolicy, standardPolicy } from "@member-exchange/sharing-policy/policy";
import { POLICY_ATTRIBUTE, policyText } from "../../realm-config/src/desired/policy.ts";
import type { TestRealm } from "./realm.ts";

/** @param policy a policy, the attribute's text as it is, or nothing for no attribute */
export async function withPolicy(realm: TestRealm, policy: SharingPolicy | string | undefined, check: () => Promise<void>): Promise<void> {
  const name = realm.settings.realm;
  const before = (await realm.admin.realms.findOne({ realm: name }))?.attributes ?? {};
  const text = typeof policy === "object" ? policyText(policy) : (policy ?? "");
  await realm.admin.realms.update({ realm: name }, { attributes: { ...before, [POLICY_ATTRIBUTE]: text } });
  await check();
  await realm.admin.realms.update({ realm: name }, { attributes: before });
}

/** The standard policy as the attribute has it, to be spoiled. */
export const standardAttribute = () => JSON.parse(policyText(standardPolicy([])));

/** A plan's own file, part by part. */
export const planPolicy = (...parts: readonly string[]): SharingPolicy => readSharingPolicy(parts.join("\n"), "plan-policy.yaml", []);
