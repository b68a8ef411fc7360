/** Everything that is wrong with an app's registration, one sentence each; one way of saying it for the script and for APPS_FILE. */
import { CLIENT_AUTHENTICATIONS, LAUNCH_SCOPES, OWNER_TYPES, type OwnerType, parseResourceScope } from "@member-exchange/sharing-policy";
import { RealmConfigError } from "../apply/refusals.ts";
import type { App } from "../settings.ts";
import { linkProblem, redirectUriProblem } from "./app-uris.ts";
import { jwksProblems } from "./jwks.ts";

const MEMBERS = ["clientId", "name", "ownerType", "ownerName", "verified", "redirectUris", "website", "authentication", "registeredScopes"];
const LINKS = ["logoUri", "policyUri", "tosUri"];
const LONGEST_TEXT = 100;
const SHORTEST_SECRET = 12;

/** @throws RealmConfigError with one line for each problem of each app */
export function requireSoundApps(apps: readonly unknown[]): asserts apps is readonly App[] {
  const problems = apps.flatMap((app, place) => {
    const name = idOf(app) ?? `app ${place + 1}`;
    return appProblems(app).map((problem) => `${name}: ${problem}`);
  });
  const ids = apps.map(idOf);
  for (const id of new Set(ids.filter((one, place) => one && ids.indexOf(one) !== place))) problems.push(`${id}: is there twice.`);
  if (problems.length > 0) throw new RealmConfigError(problems.join("\n"));
}

/** @returns one sentence for each problem; none when the app can be registered. Whether the server takes it is the server's to say. */
export function appProblems(value: unknown): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return ["An app is a JSON object."];
  const app = value as Record<string, unknown>;
  return [
    ...Object.keys(app)
      .filter((key) => ![...MEMBERS, ...LINKS].includes(key))
      .map((key) => `${key} is unknown: an app has ${[...MEMBERS, ...LINKS].join(", ")}.`),
    ...clientIdProblems(app.clientId),
    ...["name", "ownerName"].flatMap((key) => textProblems(key, app[key])),
    ...(isOwnerType(app.ownerType) ? [] : [`ownerType must be ${Object.keys(OWNER_TYPES).join(", ")}.`]),
    ...(typeof app.verified === "boolean" ? [] : ["verified must be true (the plan checked who owns the app) or false."]),
    ...redirectProblems(app.redirectUris),
    ...["website", ...LINKS.filter((key) => app[key] !== undefined)].flatMap((key) => ended(key, linkProblem(app[key]))),
    ...authenticationProblems(app.authentication, app.ownerType),
    ...scopeProblems(app.registeredScopes),
  ];
}

const idOf = (app: unknown): string | undefined => {
  const id = (app as { clientId?: unknown } | null)?.clientId;
  return typeof id === "string" ? id : undefined;
};

const isOwnerType = (value: unknown): value is OwnerType => typeof value === "string" && Object.hasOwn(OWNER_TYPES, value);

const ended = (what: string, problem: string | undefined): string[] => (problem ? [`${what} ${problem}.`] : []);

const clientIdProblems = (id: unknown): string[] =>
  typeof id === "string" && /^[A-Za-z0-9._-]{1,64}$/.test(id)
    ? []
    : ["clientId must be 1 to 64 letters, digits, dots, dashes and underscores."];

function textProblems(key: string, value: unknown): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what is not one line of text is refused
  const isLine = typeof value === "string" && value.trim() !== "" && value.length <= LONGEST_TEXT && !/[\u0000-\u001f\u007f]/.test(value);
  return isLine ? [] : [`${key} must be one line of 1 to ${LONGEST_TEXT} characters.`];
}

function redirectProblems(uris: unknown): string[] {
  if (!Array.isArray(uris) || uris.length === 0) return ["redirectUris must name at least one address."];
  return uris.flatMap((uri) => ended(`redirect URI ${uri}`, redirectUriProblem(uri)));
}

function authenticationProblems(value: unknown, ownerType: unknown): string[] {
  const { method, secret, jwks, jwksUri, ...others } = (value ?? {}) as Record<string, unknown>;
  const known = CLIENT_AUTHENTICATIONS.find((name) => name === method);
  if (!known) return [`authentication.method must be ${CLIENT_AUTHENTICATIONS.join(", ")}.`];
  const problems = Object.keys(others).map((key) => `authentication.${key} is unknown.`);
  const allowed = isOwnerType(ownerType) ? OWNER_TYPES[ownerType].clientAuthentication : CLIENT_AUTHENTICATIONS;
  if (!(allowed as readonly string[]).includes(known))
    problems.push(`An app of a ${ownerType} authenticates by ${allowed.join(" or ")}, not by ${known}.`);
  if (secret !== undefined && (known !== "client_secret_basic" || typeof secret !== "string" || secret.length < SHORTEST_SECRET))
    problems.push(
      `authentication.secret is for client_secret_basic, with at least ${SHORTEST_SECRET} characters; leave it out and Keycloak makes one.`,
    );
  const keys = [jwks, jwksUri].filter((one) => one !== undefined).length;
  if (known === "private_key_jwt" && keys !== 1)
    problems.push("private_key_jwt needs either authentication.jwks or authentication.jwksUri.");
  if (known !== "private_key_jwt" && keys > 0) problems.push(`authentication.jwks and jwksUri are for private_key_jwt, not for ${known}.`);
  if (jwksUri !== undefined) problems.push(...ended("authentication.jwksUri", linkProblem(jwksUri)));
  if (jwks !== undefined) problems.push(...jwksProblems(jwks));
  return problems;
}

function scopeProblems(scopes: unknown): string[] {
  if (!Array.isArray(scopes) || scopes.length === 0) return ["registeredScopes must name at least one scope."];
  const problems = scopes.filter((scope) => !isSupported(scope)).map((scope) => `scope ${scope} is none that this plan supports.`);
  if (!scopes.some((scope) => typeof scope === "string" && parseResourceScope(scope)))
    problems.push("registeredScopes must name a scope of records, like patient/*.rs.");
  return problems;
}

const isSupported = (scope: unknown): boolean =>
  typeof scope === "string" && ((LAUNCH_SCOPES as readonly string[]).includes(scope) || parseResourceScope(scope) !== undefined);
