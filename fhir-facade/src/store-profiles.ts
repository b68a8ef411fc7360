/** Which profiles the store's resources meet, as the operator says it; nobody checks it, and nothing but `/metadata` depends on it. */
import { isResourceType, type ResourceType } from "@member-exchange/sharing-policy";

export type StoreProfiles = Readonly<Partial<Record<ResourceType, readonly string[]>>>;

const PAIR = /^([A-Za-z]+)=(https?:\/\/[^\s,|]+(?:\|[^\s,|]+)?)$/;

/** @param text `Type=canonical` divided by commas, a type as often as it has profiles; `undefined` for any other text */
export function readStoreProfiles(text: string): StoreProfiles | undefined {
  const profiles: Partial<Record<ResourceType, string[]>> = {};
  for (const word of text.split(",").flatMap((part) => part.trim() || [])) {
    const [, type = "", canonical = ""] = PAIR.exec(word) ?? [];
    if (!isResourceType(type)) return undefined;
    profiles[type] = [...(profiles[type] ?? []), canonical];
  }
  return profiles;
}
