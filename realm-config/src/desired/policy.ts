/** The sharing policy as the extension reads it (docs/contracts.md, section 6): what members are asked about, in which words, and what is closed to whom. */
import {
  type Category,
  type CategoryText,
  OWNER_TYPES,
  partsOf,
  partToken,
  RESOURCE_TYPES,
  SUSPENSION_REASONS,
} from "@member-exchange/sharing-policy";
import type { SharingPolicy } from "@member-exchange/sharing-policy/policy";

/** Raised when the authorization screen's words or choices change; stored with each authorization. */
export const SCREEN_VERSION = "3";

/** Realm attribute that the extension parses. */
export const POLICY_ATTRIBUTE = "member_authorization_policy";

const textOf = ({ name, covers, sharing }: CategoryText) => ({ name, body: `${covers} ${sharing}` });

const categoryOf = ({ code, default: byDefault, needsEnd, since, texts }: Category) => ({
  code,
  default: byDefault,
  needsEnd,
  since,
  texts: { en: textOf(texts.en), es: textOf(texts.es) },
});

export const policyText = (policy: SharingPolicy): string =>
  JSON.stringify({
    categoriesVersion: policy.version,
    screenVersion: SCREEN_VERSION,
    categories: policy.categories.map(categoryOf),
    closed: policy.closed,
    resourceTypes: Object.entries(RESOURCE_TYPES).map(([type, group]) => ({ type, group, parts: partsOf(type).map(partToken) })),
    ownerTypes: OWNER_TYPES,
    suspensionReasons: Object.keys(SUSPENSION_REASONS),
  });
