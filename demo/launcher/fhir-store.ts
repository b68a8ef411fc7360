/** A FHIR store of its own: one process, one H2 file, on the loopback address. */
import { mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type BuildPlace, STORE_TARGET, toolEnvironment } from "./build.ts";
import { startChild } from "./children.ts";
import { untilReady } from "./ready.ts";

const READY_WITHIN_SECONDS = 180;

export interface FhirStoreStart extends BuildPlace {
  readonly port: number;
  /** Names the database file and the log. */
  readonly name: string;
  /** Heap options of the JVM. */
  readonly heap: string;
}

export interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the store that `buildStore` made. */
export async function startFhirStore({ port, name, heap, ...place }: FhirStoreStart): Promise<Server> {
  const url = `http://localhost:${port}/fhir`;
  const folder = join(place.dataDir, name);
  mkdirSync(folder, { recursive: true });
  const child = startChild({
    command: join(place.jdk, "bin/java"),
    flags: [
      ...heap.split(" "),
      "-XX:+UseSerialGC",
      "-XX:TieredStopAtLevel=1",
      `-Dstore.port=${port}`,
      `-Dstore.database=${join(folder, "fhir")}`,
      "-cp",
      [join(STORE_TARGET, "fhir-store.jar"), join(STORE_TARGET, "lib", "*")].join(delimiter),
      "store.Store",
    ],
    cwd: folder,
    env: toolEnvironment(place),
    log: join(place.dataDir, "logs", `${name}.log`),
  });
  await untilReady(`The FHIR store ${name}`, child, `${url}/Patient?_summary=count`, READY_WITHIN_SECONDS);
  return { url, stop: () => child.stop() };
}
