/** `apps rotate-key`: a new secret, or other public keys; says until when the old ones work. */
import { RealmConfigError } from "../apply/refusals.ts";
import type { Session } from "../apply/session.ts";
import { linkProblem } from "./app-uris.ts";
import { findApp } from "./apps-resource.ts";
import { jwksProblems } from "./jwks.ts";
import { findClient, refusedByServer } from "./register.ts";

const OLD_SECRET_UNTIL = "client.secret.rotated.expiration.time";

/** @throws RealmConfigError with one line for each problem */
export async function rotateKey(session: Session, clientId: string, keys: { jwks?: unknown; jwksUri?: unknown }): Promise<string> {
  await findApp(session, clientId);
  const client = (await findClient(session, clientId)) ?? {};
  const isNamed = keys.jwks !== undefined || keys.jwksUri !== undefined;
  if (client.publicClient) throw new RealmConfigError(`${clientId} is a public app: it has neither secret nor key.`);
  if (client.clientAuthenticatorType === "client-secret") {
    if (isNamed) throw new RealmConfigError(`${clientId} has a secret and no keys: leave --jwks-file and --jwks-uri out.`);
    return rotateSecret(session, client.id as string);
  }
  if (!isNamed) throw new RealmConfigError(`${clientId} signs with its own keys: name the new ones by --jwks-file or --jwks-uri.`);
  await replaceKeys(session, client, keys);
  return "The new public keys count. A key that is not among them stopped working at once.";
}

async function rotateSecret({ keycloak }: Session, id: string): Promise<string> {
  const { value } = await keycloak.clients.generateNewClientSecret({ id });
  const until = Number((await keycloak.clients.findOne({ id }))?.attributes?.[OLD_SECRET_UNTIL] ?? 0) * 1000;
  const old = until > Date.now() ? `works until ${new Date(until).toISOString()}` : "stopped working at once";
  return `client_secret  ${value}   (shown this once)\nThe old secret ${old}.`;
}

async function replaceKeys(
  { keycloak }: Session,
  // `enabled` may be another by now: a suspension is not undone
  { enabled: _, ...client }: { id?: string; enabled?: boolean; attributes?: object },
  { jwks, jwksUri }: { jwks?: unknown; jwksUri?: unknown },
) {
  const problems = [
    ...(jwks !== undefined && jwksUri !== undefined ? ["Name either --jwks-file or --jwks-uri."] : []),
    ...(jwks === undefined ? [] : jwksProblems(jwks)),
    ...(jwksUri === undefined || linkProblem(jwksUri) === undefined ? [] : [`--jwks-uri ${linkProblem(jwksUri)}.`]),
  ];
  if (problems.length > 0) throw new RealmConfigError(problems.join("\n"));
  const attributes = {
    ...client.attributes,
    "use.jwks.string": String(jwks !== undefined),
    "jwks.string": jwks === undefined ? "" : JSON.stringify(jwks),
    "use.jwks.url": String(jwksUri !== undefined),
    "jwks.url": jwksUri ?? "",
  };
  await keycloak.clients.update({ id: client.id as string }, { ...client, attributes }).catch(refusedByServer);
}
