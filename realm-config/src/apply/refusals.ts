/** What went wrong, as one sentence that says what to do. */
import { NetworkError } from "@keycloak/keycloak-admin-client";

export class RealmConfigError extends Error {}

/** @param cause what a call of the admin client threw; anything else is a mistake of ours and is thrown on */
export function sentenceOf(cause: unknown): string {
  if (cause instanceof NetworkError) {
    const { status, url } = cause.response;
    const path = new URL(url).pathname;
    if (status === 401) return "Keycloak no longer takes the admin's token: run this again, it goes on where it stopped.";
    if (status === 403) return `Keycloak forbids it to this account (${path}): give it the roles that docs/admin-guide.md lists.`;
    return `Keycloak answered ${status}, ${detailOf(cause)} (${path}).`;
  }
  if (cause instanceof TypeError && cause.message === "fetch failed")
    return "The connection to Keycloak broke: run this again, it goes on where it stopped.";
  throw cause;
}

function detailOf({ responseData, message }: NetworkError): string {
  const { errorMessage, error_description, error } = (responseData ?? {}) as Record<string, unknown>;
  return String(errorMessage ?? error_description ?? error ?? message);
}
