/** `node --import tsx fhir-facade/src/main.ts`: the facade as a process, configured by the environment. */
import { createApp } from "./app.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { httpServer } from "./http/server.ts";
import { logToStdout } from "./log.ts";

function configOrExit(): Config {
  try {
    return readConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(`The FHIR facade cannot start: ${error.message}`);
    process.exit(1);
  }
}

const config = configOrExit();
const server = httpServer(config, createApp(config), logToStdout);
server.once("error", (error) => {
  console.error(`The FHIR facade cannot listen on ${config.host}:${config.port}: ${error.message}.`);
  process.exit(1);
});
server.listen(config.port, config.host, () => {
  console.log(`FHIR facade at ${config.fhirBaseUrl}, listening on ${config.host}:${config.port}`);
});

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), 5_000).unref();
  });
}
