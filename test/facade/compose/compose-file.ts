/** `docker-compose.yml` as data, its anchors merged. */
import { parse } from "yaml";
import type { Stack } from "./stack.ts";

export const COMPOSE_FILE = "docker-compose.yml";

export interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile?: string; readonly target?: string };
  readonly command?: readonly string[];
  readonly user?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly restart?: string;
  readonly read_only?: boolean;
  readonly privileged?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, Service>>;
}

export function composeFile(stack: Stack): ComposeFile {
  return parse(stack.read(COMPOSE_FILE), { merge: true }) as ComposeFile;
}

/** Runs once and ends, unlike a service that is started again when it ends. */
export function runsOnce(service: Service): boolean {
  return service.restart === "no";
}

/** What `check` finds in each service, with the service's name in front. */
export function inEachService(stack: Stack, check: (service: Service, name: string) => readonly string[]): string[] {
  return Object.entries(composeFile(stack).services).flatMap(([name, service]) => check(service, name).map((found) => `${name}: ${found}`));
}
