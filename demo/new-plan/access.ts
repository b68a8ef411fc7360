/** The new plan's access: authorization code with PKCE, `private_key_jwt` (ES384), and a token that is fresh whenever it is asked for. */
import { webcrypto } from "node:crypto";
import * as oauth from "openid-client";
import { NEW_PLAN_SCOPE, newPlanApp } from "../launcher/apps.ts";
import { Refusal } from "../launcher/refusal.ts";
import type { Secrets } from "../launcher/secrets.ts";
import type { Settings } from "../launcher/settings.ts";
import { memberAnswer } from "./member-answer.ts";

const EARLY_MS = 20_000;

export interface Access {
  /** Logical id of the FHIR Patient. */
  readonly patient: string;
  readonly scope: string;
  readonly refreshToken: () => string | undefined;
  /** An access token that is good for some seconds at least. @throws {Refusal} when access is over. */
  readonly token: () => Promise<string>;
}

/** The plan's token endpoint, found through the FHIR base URL as any app would. @throws {Refusal} when the plan does not answer. */
export async function discover(settings: Settings, key: Secrets["newPlanKey"]): Promise<oauth.Configuration> {
  try {
    const smart = await fetch(`${settings.fhirBaseUrl}/.well-known/smart-configuration`);
    const { issuer } = (await smart.json()) as { issuer?: string };
    const { clientId } = newPlanApp(settings.newPlanCallbackUrl, key);
    const { kid, ...jwk } = key;
    const signing = await webcrypto.subtle.importKey("jwk", jwk, { name: "ECDSA", namedCurve: "P-384" }, false, ["sign"]);
    const authentication = oauth.PrivateKeyJwt({ key: signing, kid });
    const plain = { execute: [oauth.allowInsecureRequests] };
    return await oauth.discovery(new URL(issuer ?? settings.issuerUrl), clientId, undefined, authentication, plain);
  } catch (cause) {
    throw new Refusal(`The plan does not answer at ${settings.fhirBaseUrl}: run npm start in another terminal first.`, { cause });
  }
}

/** Asks the member. @throws {Refusal} when the member declines. */
export async function askMember(plan: oauth.Configuration, settings: Settings, printOnly: boolean): Promise<Access> {
  const pkceCodeVerifier = oauth.randomPKCECodeVerifier();
  const expectedState = oauth.randomState();
  const expectedNonce = oauth.randomNonce();
  const authorizationUrl = oauth.buildAuthorizationUrl(plan, {
    redirect_uri: settings.newPlanCallbackUrl,
    scope: NEW_PLAN_SCOPE,
    aud: settings.fhirBaseUrl,
    state: expectedState,
    nonce: expectedNonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: "S256",
  });
  const answer = await memberAnswer({ authorizationUrl, callbackUrl: settings.newPlanCallbackUrl, printOnly });
  try {
    return kept(plan, await oauth.authorizationCodeGrant(plan, answer, { pkceCodeVerifier, expectedState, expectedNonce }));
  } catch (error) {
    if (error instanceof oauth.AuthorizationResponseError) {
      throw new Refusal(
        error.error === "access_denied"
          ? "The member declined: nothing was downloaded."
          : `The plan refused the request (${error.error}): nothing was downloaded.`,
      );
    }
    if (error instanceof oauth.ResponseBodyError) {
      throw new Refusal(`The plan refused the new plan's request (${error.error}): set DATA_DIR to the one that npm start has.`, {
        cause: error,
      });
    }
    throw error;
  }
}

/** Access that an earlier run kept, or undefined when the plan no longer honours it. */
export async function resumed(plan: oauth.Configuration, refreshToken: string, patient: string): Promise<Access | undefined> {
  try {
    return kept(plan, await oauth.refreshTokenGrant(plan, refreshToken), patient);
  } catch (error) {
    if (error instanceof oauth.ResponseBodyError) return undefined;
    throw error;
  }
}

function kept(plan: oauth.Configuration, first: oauth.TokenEndpointResponse, knownPatient?: string): Access {
  const patient = typeof first.patient === "string" ? first.patient : knownPatient;
  if (patient === undefined) throw new Refusal("The plan named no patient: the member's sign-in has no record at this plan.");
  let current = first;
  let refreshToken = first.refresh_token;
  let until = end(first);
  return {
    patient,
    scope: first.scope ?? "",
    refreshToken: () => refreshToken,
    token: async () => {
      if (Date.now() > until - EARLY_MS && refreshToken !== undefined) {
        current = await oauth.refreshTokenGrant(plan, refreshToken).catch((cause) => {
          throw new Refusal("The member's authorization ended before the download did: run npm run demo:new-plan again.", { cause });
        });
        refreshToken = current.refresh_token ?? refreshToken;
        until = end(current);
      }
      return current.access_token;
    },
  };
}

const end = ({ expires_in }: oauth.TokenEndpointResponse) => Date.now() + (expires_in ?? 60) * 1000;
