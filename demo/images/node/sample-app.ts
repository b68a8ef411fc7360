/** The sample app in a container: its server keeps to the loopback address, so a relay takes what arrives from outside. */
import { connect, createServer } from "node:net";
import { pipeline } from "node:stream";
import { SAMPLE_SCOPE, sampleApp } from "../../launcher/apps.ts";
import { startSampleApp } from "../../sample-app/server.ts";
import { required } from "./environment.ts";

const port = Number(required("SAMPLE_APP_PORT"));
const url = required("SAMPLE_APP_URL").replace(/\/+$/, "");
const inside = port + 1;

await startSampleApp({
  port: inside,
  url,
  fhirBaseUrl: required("FHIR_BASE_URL"),
  keycloakUrl: required("KEYCLOAK_URL"),
  clientId: sampleApp(url).clientId,
  scope: SAMPLE_SCOPE,
});
// a broken connection concerns its own two ends only
const done = () => {};
createServer((outside) => {
  const server = connect(inside, "127.0.0.1");
  pipeline(outside, server, done);
  pipeline(server, outside, done);
}).listen(port, "0.0.0.0");
