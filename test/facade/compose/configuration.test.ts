/** What docker-compose.yml gives the facade, read by the facade itself. */
import { readConfig } from "../../../fhir-facade/src/config.ts";
import { composeFile } from "./compose-file.ts";
import { CHECKED_OUT } from "./stack.ts";
import { interpolated, listedVariables } from "./variables.ts";

test("the facade accepts what docker-compose.yml gives it, and its addresses are those of npm start", () => {
  const values = new Map([...listedVariables(CHECKED_OUT)].map(([name, value]) => [name, value || Buffer.alloc(32).toString("base64url")]));
  const given = Object.entries(composeFile(CHECKED_OUT).services.facade?.environment ?? {});
  const config = readConfig(Object.fromEntries(given.map(([name, value]) => [name, interpolated(value, values)])));
  expect(config).toMatchObject({
    issuerUrl: "http://localhost:8080/realms/health-plan",
    issuerBackchannelUrl: "http://keycloak:8080/realms/health-plan",
    fhirBaseUrl: "http://localhost:8082/fhir",
    host: "0.0.0.0",
  });
});
