/** The facade as a process of its own, configured by the names of `docs/contracts.md` section 8. */
import { join } from "node:path";
import { startChild } from "./children.ts";
import type { Server } from "./fhir-store.ts";
import { untilReady } from "./ready.ts";
import { CHECKOUT } from "./settings.ts";

const READY_WITHIN_SECONDS = 60;

export interface FacadeEnvironment {
  readonly ISSUER_URL: string;
  readonly ISSUER_BACKCHANNEL_URL: string;
  readonly FACADE_CLIENT_ID: string;
  readonly FACADE_CLIENT_SECRET: string;
  readonly FHIR_BASE_URL: string;
  readonly FHIR_STORE_URL: string;
  readonly CURSOR_KEY: string;
  readonly FACADE_HOST: string;
  readonly FACADE_PORT: string;
  readonly CODE_LISTS: string;
  readonly STORE_PROFILES: string;
}

export async function startFacade(environment: FacadeEnvironment, log: string): Promise<Server> {
  const child = startChild({
    command: process.execPath,
    flags: ["--import", "tsx", join(CHECKOUT, "fhir-facade/src/main.ts")],
    cwd: CHECKOUT,
    env: { ...process.env, ...environment },
    log,
  });
  const url = environment.FHIR_BASE_URL;
  await untilReady("The FHIR facade", child, `${url}/.well-known/smart-configuration`, READY_WITHIN_SECONDS);
  return { url, stop: () => child.stop() };
}
