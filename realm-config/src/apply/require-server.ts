/** Whether the server can hold the realm: its version, and our extension in it. */
import type { ServerInfoRepresentation } from "@keycloak/keycloak-admin-client/lib/defs/serverInfoRepesentation.js";
import { REQUIRED_ACTION } from "./apply-required-action.ts";
import { RealmConfigError } from "./refusals.ts";
import type { Session } from "./session.ts";

/** The extension is compiled against Keycloak's internals of this version. */
export const NEEDED = [26, 7] as const;

/** @throws RealmConfigError when the server is too old, or runs without the extension */
export async function requireServer({ keycloak }: Session): Promise<ServerInfoRepresentation> {
  const info = await keycloak.serverInfo.find();
  const version = info.systemInfo?.version;
  if (version && compared(version) < 0)
    throw new RealmConfigError(`Keycloak ${version} is too old: the extension needs ${NEEDED.join(".")}; upgrade Keycloak first.`);
  if (!(REQUIRED_ACTION in (info.providers?.["required-action"]?.providers ?? {})))
    throw new RealmConfigError(
      "Keycloak runs without our extension: put keycloak-extension.jar into its providers folder and start it again.",
    );
  return info;
}

/** Below 0 for a version before the needed one, 0 for a patch of it, above 0 for a later one; what is no version counts as too old. */
export function compared(version: string): number {
  const [major = Number.NaN, minor = Number.NaN] = version.split(/[.-]/).map(Number);
  const difference = major === NEEDED[0] ? minor - NEEDED[1] : major - NEEDED[0];
  return Number.isNaN(difference) ? -1 : Math.sign(difference);
}
