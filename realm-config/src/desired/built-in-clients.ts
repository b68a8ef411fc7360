/** What differs from Keycloak's defaults in the clients that it makes in every realm. */

export const BUILT_IN_CLIENTS = [
  // else anybody could try members' passwords at the token endpoint, past the sign-in page and any second step of it
  { clientId: "admin-cli", directAccessGrantsEnabled: false },
] as const;
