/** Reading a plan's own policy file. */
export { PlanPolicyError } from "./located.ts";
export { readSharingPolicy } from "./read-sharing-policy.ts";
