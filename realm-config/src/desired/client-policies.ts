/** Client policies beside Keycloak's own: our executors for every client, each of which decides for itself whether it is an app; and no client without a token. */

export const PROFILE = "member-exchange-apps";
export const NO_SELF_REGISTRATION = "member-exchange-no-self-registration";

/** Whoever has no token of the plan's; with an initial access token an app registers under the rules for apps. */
const BY_ANYBODY = ["ByAnonymous"];

export const desiredProfiles = (fhirBaseUrl: string) => [
  {
    name: PROFILE,
    description: "What apps must be, and what they must do at the authorization and token endpoints",
    executors: [
      { executor: "member-exchange-app-rules", configuration: {} },
      { executor: "smart-audience", configuration: { audiences: [fhirBaseUrl] } },
      { executor: "smart-client-assertion", configuration: {} },
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
    description: "Nobody registers an app without an administrator, or an initial access token of one",
    enabled: true,
    conditions: [{ condition: "client-updater-context", configuration: { "update-client-source": BY_ANYBODY } }],
    profiles: [NO_SELF_REGISTRATION],
  },
];
