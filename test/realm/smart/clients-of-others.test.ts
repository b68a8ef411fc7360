/** Clients of others complete the flow as they come: npm fhirclient on a server, npm openid-client, Nimbus OAuth 2.0 SDK in Java; and the commands of docs/app-developer-guide.md. (fhirclient in a browser is the sample app of the journeys.) */
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import type { App } from "@member-exchange/realm-config";
import { exportJWK, generateKeyPair } from "jose";
import * as oauth from "openid-client";
import { guideApp } from "../../../demo/launcher/apps.ts";
import { freePorts } from "../../run/free-ports.ts";
import { AuthorizationFlow } from "../../support/authorization-flow.ts";
import { type RealmFacade, startFacade } from "../../support/facade.ts";
import { followGuide, GUIDE, runGuidesProgram } from "../../support/guide.ts";
import { getLibraries, runJavaApp } from "../../support/java-app.ts";
import { DIARY, type TestMember, TestRealm } from "../../support/realm.ts";

const SCOPE = "launch/patient openid fhirUser offline_access patient/*.rs";
const SECRET = "portal-secret";
const CALLBACK = "http://localhost:9/callback";

let realm: TestRealm;
let facade: RealmFacade;
let member: TestMember;
let key: object;
let portal: Server;
let portalUrl: string;
const register = (clientId: string, redirectUri: string, authentication: App["authentication"]): App => ({
  ...DIARY,
  clientId,
  redirectUris: [redirectUri],
  authentication,
});
beforeAll(async () => {
  getLibraries();
  const pair = await generateKeyPair("ES384", { extractable: true });
  const kid = "java-key";
  key = { ...(await exportJWK(pair.privateKey)), kid };
  const jwks = { keys: [{ ...(await exportJWK(pair.publicKey)), kid, alg: "ES384", use: "sig" }] };
  const [facadePort = 0] = await freePorts(1);
  portal = createServer(answerPortal).listen(0, "127.0.0.1");
  await once(portal, "listening");
  portalUrl = `http://localhost:${(portal.address() as AddressInfo).port}`;
  realm = await TestRealm.create({
    fhirBaseUrl: `http://localhost:${facadePort}/fhir`,
    apps: [
      register("fhirclient-portal", `${portalUrl}/callback`, { method: "client_secret_basic", secret: SECRET }),
      register("openid-client-app", CALLBACK, { method: "none" }),
      guideApp(),
      register("java-app", CALLBACK, { method: "private_key_jwt", jwks }),
    ],
  });
  facade = await startFacade(realm, [], false, facadePort);
});
beforeEach(async () => {
  await realm.signInAdmin();
  member = await realm.newMember();
  facade.keep(member.fhirPatient);
});
afterAll(() => Promise.all([facade.close(), realm.remove(), portal.close()]));

/** The member follows the app's link, signs in and allows; resolves to where Keycloak sends the browser. */
async function visit(address: string): Promise<string> {
  const asked = new URL(address).searchParams;
  const redirectUri = asked.get("redirect_uri") ?? CALLBACK;
  const flow = new AuthorizationFlow({ issuer: realm.issuer, clientId: "", redirectUri, scope: "" });
  const page = await flow.signIn(await flow.open(address), member.username, member.password);
  const shown = await flow.post(page, { mode: "all-but-sensitive", duration: "P1Y", decision: "allow" });
  if (shown.kind !== "app") throw new Error(`no answer to the app but ${shown.page}`);
  return `${redirectUri}?${shown.params}`;
}

/** A portal's two addresses as fhirclient's readme has them for servers. */
const kept = new Map<string, unknown>();
const storage = {
  get: async (name: string) => kept.get(name),
  set: async (name: string, value: unknown) => void kept.set(name, value),
  unset: async (name: string) => kept.delete(name),
};
/** Its own types bring a browser's and Express's with them. */
const smart = createRequire(import.meta.url)("fhirclient");
const answerPortal: Parameters<typeof createServer>[1] = async (request, response) => {
  try {
    const launching = smart(request, response, storage);
    if (request.url?.startsWith("/launch")) {
      const redirectUri = `${portalUrl}/callback`;
      await launching.authorize({
        clientId: "fhirclient-portal",
        clientSecret: SECRET,
        iss: realm.settings.fhirBaseUrl,
        redirectUri,
        scope: SCOPE,
      });
    } else {
      const client = await launching.ready();
      const user = await client.user.read();
      const conditions = await client.request("Condition", { pageLimit: 0, flat: true });
      const { access_token: first } = client.state.tokenResponse;
      await client.refresh();
      const again = await client.patient.read();
      const isNew = client.state.tokenResponse.access_token !== first;
      response.end(
        JSON.stringify({
          patient: client.patient.id,
          user: user.id,
          conditions: conditions.map(({ id }: { id: string }) => id),
          again: again.id,
          isNew,
        }),
      );
    }
  } catch (error) {
    response.writeHead(500).end(JSON.stringify({ error: String(error) }));
  }
};

test("npm fhirclient, server adapter, confidential: launch, code, record, refresh", async () => {
  const launched = await fetch(`${portalUrl}/launch`, { redirect: "manual" });
  const cameBack = await visit(launched.headers.get("location") ?? "");
  const { fhirPatient } = member;
  expect(await (await fetch(cameBack)).json()).toEqual({
    patient: fhirPatient,
    user: fhirPatient,
    conditions: [`${fhirPatient}-cough`],
    again: fhirPatient,
    isNew: true,
  });
});

describe("npm openid-client, public", () => {
  const plain = { execute: [oauth.allowInsecureRequests] };
  const discovered = async () => {
    const found = await fetch(`${realm.settings.fhirBaseUrl}/.well-known/smart-configuration`);
    const { issuer } = (await found.json()) as { issuer: string };
    return oauth.discovery(new URL(issuer), "openid-client-app", undefined, oauth.None(), plain);
  };

  test.each([
    ["by the address", oauth.buildAuthorizationUrl],
    ["pushed", oauth.buildAuthorizationUrlWithPAR],
  ])("the request goes %s: code, ID token, record, refresh, revocation", async (_, address) => {
    const plan = await discovered();
    const [pkceCodeVerifier, expectedState, expectedNonce] = [oauth.randomPKCECodeVerifier(), oauth.randomState(), oauth.randomNonce()];
    const request = {
      redirect_uri: CALLBACK,
      scope: SCOPE,
      aud: realm.settings.fhirBaseUrl,
      state: expectedState,
      nonce: expectedNonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: "S256",
    };
    const cameBack = await visit((await address(plan, request)).href);
    const tokens = await oauth.authorizationCodeGrant(plan, new URL(cameBack), { pkceCodeVerifier, expectedState, expectedNonce });
    expect(tokens.claims()?.fhirUser).toBe(`${realm.settings.fhirBaseUrl}/Patient/${member.fhirPatient}`);
    const refreshed = await oauth.refreshTokenGrant(plan, tokens.refresh_token ?? "");
    expect(refreshed.patient).toBe(member.fhirPatient);
    expect(await facade.read(refreshed.access_token)).toEqual({ status: 200, ids: [`${member.fhirPatient}-cough`] });
    await oauth.tokenRevocation(plan, refreshed.refresh_token ?? "");
    expect((await facade.read(refreshed.access_token)).status).toBe(401);
  });

  test("the member's no is an error that the client understands, and it trusts it", async () => {
    const plan = await discovered();
    const expectedState = oauth.randomState();
    const answer = new URL(`${CALLBACK}?${new URLSearchParams({ error: "access_denied", state: expectedState, iss: realm.issuer })}`);
    const redeemed = oauth.authorizationCodeGrant(plan, answer, { expectedState, pkceCodeVerifier: oauth.randomPKCECodeVerifier() });
    await expect(redeemed).rejects.toMatchObject({ error: "access_denied" });
  });
});

test("Java, Nimbus OAuth 2.0 SDK, private_key_jwt with ES384: discovery, code, ID token, record, refresh, revocation", async () => {
  const got = await runJavaApp([realm.settings.fhirBaseUrl, "java-app", CALLBACK], key, visit);
  expect(got).toEqual({
    patient: member.fhirPatient,
    fhirUser: `${realm.settings.fhirBaseUrl}/Patient/${member.fhirPatient}`,
    conditions: "200",
    refreshed: "200",
    revocation: "200",
  });
});

describe("docs/app-developer-guide.md, as somebody follows it who is new", () => {
  test("its commands, in order: from discovery to the first Bundle, a refresh and the end", async () => {
    const { fhirBaseUrl } = realm.settings;
    const said = await followGuide(fhirBaseUrl, visit);
    const { fhirPatient } = member;
    expect(said[0]?.split(" ").sort()).toEqual([...SCOPE.split(" ")].sort());
    expect(JSON.parse(said[1] ?? "")).toMatchObject({ resourceType: "Patient", id: fhirPatient });
    expect(said.slice(2)).toEqual(["Bundle", fhirPatient, "200", "401"]);
  });

  test("its program with openid-client", async () => {
    const said = await runGuidesProgram([realm.settings.fhirBaseUrl, guideApp().clientId, guideApp().redirectUris[0] as string], visit);
    expect(said).toBe(`${member.fhirPatient} Bundle`);
  });

  test("what it says of the demo is so", () => {
    for (const words of [`CLIENT=${guideApp().clientId}`, `CALLBACK=${guideApp().redirectUris[0]}`, "BASE=http://localhost:8082/fhir"])
      expect(GUIDE).toContain(words);
  });
});
