/** What `plan` and `check` look for beyond the settings: things that are wrong and that `apply` cannot mend. */
import type { ServerInfoRepresentation } from "@keycloak/keycloak-admin-client/lib/defs/serverInfoRepesentation.js";
import { appsThatBreakRules } from "../apps/apps-resource.ts";
import { RealmConfigError } from "./refusals.ts";
import { compared, NEEDED } from "./require-server.ts";
import type { Session } from "./session.ts";

/** One sentence for each thing that is wrong. */
export type ExtraCheck = (session: Session, server: ServerInfoRepresentation) => Promise<string[]>;

const aServerThatIsTooNew: ExtraCheck = async (_, { systemInfo }) =>
  systemInfo?.version && compared(systemInfo.version) > 0
    ? [`Keycloak ${systemInfo.version} is newer than ${NEEDED.join(".")}, for which the extension is made: run the tests against it first.`]
    : [];

const impersonation: ExtraCheck = async (_, { features = [] }) =>
  features.some(({ name, enabled }) => name === "IMPERSONATION" && enabled)
    ? ["Administrators can impersonate members: start Keycloak with --features-disabled=impersonation."]
    : [];

/** The extension is asked, which judges by what the realm says now. */
const appsWithoutData: ExtraCheck = async (session) => {
  try {
    return (await appsThatBreakRules(session)).map(({ clientId, rules }) => `App ${clientId} gets no data: ${rules.join("; ")}.`);
  } catch (error) {
    if (error instanceof RealmConfigError) return [`The apps could not be checked. ${error.message}`];
    throw error;
  }
};

const EXTRA_CHECKS: readonly ExtraCheck[] = [aServerThatIsTooNew, impersonation, appsWithoutData];

export async function extraFindings(session: Session, server: ServerInfoRepresentation): Promise<string[]> {
  const { realm } = (await session.reading) ?? {};
  if (!realm) return [];
  const findings: string[] = [];
  for (const check of EXTRA_CHECKS) findings.push(...(await check(session, server)));
  return findings;
}
