/** The authorization as the facade learns it by token introspection (RFC 7662): one claim, read as a whole or not at all. */

/** JWT claim that carries the authorization id and nothing else of the choice. */
export const AUTHORIZATION_ID_CLAIM = "member_authorization_id";
/** Introspection claim, given to the facade's own client only. */
export const AUTHORIZATION_CLAIM = "member_authorization";

export type SharingMode = "everything" | "all-but-sensitive" | "chosen";

export interface MemberAuthorization {
  readonly id: string;
  /** Logical id of the FHIR Patient that the authorization is bound to. */
  readonly patient: string;
  /** Effective SMART scopes now, divided by spaces: record ∩ token ∩ native consent. */
  readonly scope: string;
  readonly mode: SharingMode;
  /** Category codes shared; a code that is not here is withheld. */
  readonly shared: readonly string[];
  readonly categoriesVersion: string;
  /** NumericDate (seconds) after which nothing is shared; `null`: until stopped. */
  readonly until: number | null;
}

const MODES: readonly string[] = ["everything", "all-but-sensitive", "chosen"] satisfies SharingMode[];
const isText = (value: unknown): value is string => typeof value === "string" && value.length > 0;

/**
 * The claim as a value, or `undefined` unless every field is present and of its type.
 * Does not check that the authorization is still running, nor that the id equals the token's.
 */
export function parseMemberAuthorization(claim: unknown): MemberAuthorization | undefined {
  if (typeof claim !== "object" || claim === null) return undefined;
  const { id, patient, scope, mode, shared, categoriesVersion, until } = claim as Record<string, unknown>;
  if (!isText(id) || !isText(patient) || !/^[A-Za-z0-9.-]{1,64}$/.test(patient)) return undefined;
  if (typeof scope !== "string" || !isText(mode) || !MODES.includes(mode) || !isText(categoriesVersion)) return undefined;
  if (!Array.isArray(shared) || !shared.every(isText)) return undefined;
  if (until !== null && !(typeof until === "number" && Number.isFinite(until))) return undefined;
  return { id, patient, scope, mode: mode as SharingMode, shared, categoriesVersion, until };
}
