/** Client policies beside Keycloak's own: our executors for every client, each of which decides for itself whether it is an app; and no client that registers itself. */

export const PROFILE = "member-exchange-apps";
export const NO_SELF_REGISTRATION = "member-exchange-no-self-registration";

/** Ways in which a client would be made or changed by somebody who is no administrator. */
const BY_OTHERS = ["ByAnonymous", "ByInitialAccessToken", "ByRegistrationAccessToken"];

export const desiredProfiles = (fhirBaseUrl: string) => [
  {
    name: PROFILE,
    description: "What apps must do at the authorization and token endpoints",
    executors: [
      { executor: "smart-audience", configuration: { audiences: [fhirBaseUrl] } },
      { executor: "member-authorization-binding", configuration: {} },
    ],
  },
  {
    name: NO_SELF_REGISTRATION,
    description: "Refuses the request",
    executors: [{ executor: "reject-request", configuration: {} }],
  },
];

export const desiredPolicies = () => [
  {
    name: PROFILE,
    description: "Applies the profile of the same name to every client",
    enabled: true,
    conditions: [{ condition: "any-client", configuration: {} }],
    profiles: [PROFILE],
  },
  {
    name: NO_SELF_REGISTRATION,
    description: "Clients are made and changed by administrators: what they say about their owner is what members are shown",
    enabled: true,
    conditions: [{ condition: "client-updater-context", configuration: { "update-client-source": BY_OTHERS } }],
    profiles: [NO_SELF_REGISTRATION],
  },
];
