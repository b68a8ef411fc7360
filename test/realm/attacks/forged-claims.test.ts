/** N1: claims that a client of another kind writes into its own tokens. The facade believes what the issuer answers to it, so no client may write that. */
import type ProtocolMapperRepresentation from "@keycloak/keycloak-admin-client/lib/defs/protocolMapperRepresentation.js";
import { CATEGORIES_VERSION } from "@member-exchange/sharing-policy";
import { introspect } from "../../support/authorization-flow.ts";
import { REFUSED, type RealmFacade, startFacade } from "../../support/facade.ts";
import { FACADE, FHIR_BASE_URL, MARY, NORA, TestRealm } from "../../support/realm.ts";

const FORGED = {
  id: "forged",
  patient: NORA.fhirPatient,
  scope: "patient/*.rs",
  mode: "everything",
  shared: [],
  categoriesVersion: CATEGORIES_VERSION,
  until: null,
};
/** Everything that the facade asks of a token, written by hand. */
const MAPPERS: readonly ProtocolMapperRepresentation[] = [
  mapper("id", "oidc-hardcoded-claim-mapper", claim("member_authorization_id", "String", FORGED.id)),
  mapper("choice", "oidc-hardcoded-claim-mapper", {
    ...claim("member_authorization", "JSON", JSON.stringify(FORGED)),
    "access.token.claim": "false",
  }),
  mapper("base", "oidc-audience-mapper", { "included.custom.audience": FHIR_BASE_URL, "access.token.claim": "true" }),
  mapper("facade", "oidc-audience-mapper", { "included.client.audience": FACADE.id, "access.token.claim": "true" }),
];

let realm: TestRealm;
let facade: RealmFacade;
beforeAll(async () => {
  realm = await TestRealm.create();
  facade = await startFacade(realm, [MARY.fhirPatient, NORA.fhirPatient]);
}, 120_000);
beforeEach(() => realm.signInAdmin());
afterAll(() => Promise.all([facade.close(), realm.remove()]));

test("a member's yes opens that member's record", async () => {
  const { body } = await realm.authorize(realm.flow("patient/*.rs"), { mode: "all-but-sensitive" });
  expect(await facade.read(body.access_token)).toEqual({ status: 200, ids: [`${MARY.fhirPatient}-cough`] });
});

test("N1: a client that is no app and writes the claim itself reads nobody's record", async () => {
  await realm.admin.clients.create({
    clientId: "report-job",
    publicClient: false,
    secret: "report-job-secret",
    serviceAccountsEnabled: true,
    standardFlowEnabled: false,
    protocolMappers: [...MAPPERS],
  });
  const answer = await fetch(`${realm.issuer}/protocol/openid-connect/token`, {
    method: "POST",
    body: new URLSearchParams({ grant_type: "client_credentials", client_id: "report-job", client_secret: "report-job-secret" }),
  });
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  expect(await introspect(realm.issuer, FACADE, token)).toMatchObject({ active: true, client_id: "report-job" });
  expect(await facade.read(token)).toEqual(REFUSED);
  expect(await realm.effective(token)).toBeUndefined();
});

function mapper(name: string, protocolMapper: string, config: Record<string, string>): ProtocolMapperRepresentation {
  return { name, protocol: "openid-connect", protocolMapper, config: { "introspection.token.claim": "true", ...config } };
}

function claim(name: string, type: string, value: string): Record<string, string> {
  return { "claim.name": name, "claim.value": value, "jsonType.label": type, "access.token.claim": "true" };
}
