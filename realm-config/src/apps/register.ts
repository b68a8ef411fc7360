/** `apps register`: checks everything first, then creates, leaves alone, or says what would change. */
import { applyApp } from "../apply/apply-clients.ts";
import { RealmConfigError } from "../apply/refusals.ts";
import type { Session } from "../apply/session.ts";
import type { App } from "../settings.ts";
import { requireSoundApps } from "./app-problems.ts";
import { differences } from "./differences.ts";
import { forDeveloper } from "./for-developer.ts";

export interface Registered {
  readonly outcome: "created" | "changed" | "unchanged";
  /** What the admin is told. */
  readonly text: string;
}

/** @throws RealmConfigError with one line for each problem, or for each difference when there is an app already and `update` is not set */
export async function register(session: Session, value: unknown, fhirBaseUrl: string, update = false): Promise<Registered> {
  const apps: unknown[] = [value];
  requireSoundApps(apps);
  const app = apps[0] as App;
  const found = await findClient(session, app.clientId);
  const secretKnown = "secret" in app.authentication && app.authentication.secret !== undefined;
  if (found && found.attributes?.owner_type === undefined)
    throw new RealmConfigError(`${app.clientId} is a client of this realm and no app: choose another client id.`);
  const changes = found ? differences(secretKnown ? { ...found, secret: (await secretOf(session, found)) ?? "" } : found, app) : [];
  if (changes.length > 0 && !update)
    throw new RealmConfigError(["It is registered otherwise; --update would change:", ...changes].join("\n"));
  if (!found || changes.length > 0) await applyApp(session, app).catch(refusedByServer);
  const now = (await findClient(session, app.clientId)) ?? {};
  const isSecretNew =
    app.authentication.method === "client_secret_basic" &&
    !secretKnown &&
    (!found || found.publicClient || found.clientAuthenticatorType !== "client-secret");
  const secret = isSecretNew ? await secretOf(session, now) : undefined;
  const outcome = !found ? "created" : changes.length > 0 ? "changed" : "unchanged";
  const lines = [`${app.clientId}: ${outcome}`, ...changes, "", await forDeveloper(session, now, fhirBaseUrl, secret)];
  return { outcome, text: lines.join("\n") };
}

async function secretOf({ keycloak }: Session, { id }: { id?: string }): Promise<string | undefined> {
  return (await keycloak.clients.getClientSecret({ id: id as string })).value;
}

export async function findClient({ keycloak }: Session, clientId: string) {
  const [client] = await keycloak.clients.find({ clientId });
  return client;
}

/** The sentence of the rule that the server names. */
export function refusedByServer(error: unknown): never {
  const { responseData } = (error instanceof RealmConfigError ? error.cause : error) as {
    responseData?: { error_description?: string; errorMessage?: string };
  };
  const said = responseData?.error_description ?? responseData?.errorMessage;
  if (!said) throw error;
  throw new RealmConfigError(`Keycloak refuses it. ${said}`, { cause: error });
}
