/** Client policy that runs our executors for every client; each decides for itself whether the client is an app. */

export const PROFILE = "member-exchange-apps";

export function desiredProfile(fhirBaseUrl: string) {
  return {
    name: PROFILE,
    description: "What apps must do at the authorization and token endpoints",
    executors: [
      { executor: "smart-audience", configuration: { audiences: [fhirBaseUrl] } },
      { executor: "member-authorization-binding", configuration: {} },
    ],
  };
}

export function desiredPolicy() {
  return {
    name: PROFILE,
    description: "Applies the profile of the same name to every client",
    enabled: true,
    conditions: [{ condition: "any-client", configuration: {} }],
    profiles: [PROFILE],
  };
}
