/** Who is measured: two proxies that protect nothing, and the facade under four choices of a member. */
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import type { MemberAuthorization } from "@member-exchange/sharing-policy";
import { requiredEnvironment } from "../facade/support/configuration.ts";
import { type Issuer, seconds } from "../facade/support/issuer.ts";
import type { Target } from "./load.ts";
import { type MeasuredProcess, startMeasured } from "./measured-process.ts";
import type { Shape } from "./record.ts";

export interface Contender {
  readonly name: string;
  readonly process: MeasuredProcess;
  readonly target: Target;
  /** What the others are compared with. */
  readonly isBaseline: boolean;
  /** Greatest ratio to the baseline that is wanted. */
  readonly wanted?: number;
}

/** Three records of which a page shows 100: one all plain, one where a tenth is hidden, and one that goes on after the page. */
export const SHAPES: readonly Shape[] = [
  { patient: "plain", shown: 100, hidden: 0 },
  { patient: "tenth", shown: 100, hidden: 11 },
  { patient: "long", shown: 250, hidden: 0 },
];

const SENSITIVE_WITHHELD = { mode: "all-but-sensitive", shared: ["DEMO"] } as const;

const CHOICES: readonly (Partial<MemberAuthorization> & { readonly name: string; readonly wanted?: number })[] = [
  { name: "facade, everything shared", patient: "plain", mode: "everything", shared: [], wanted: 1.5 },
  { name: "facade, everything shared, first of 3 pages", patient: "long", mode: "everything", shared: [] },
  { name: "facade, sensitive withheld, none there", patient: "plain", ...SENSITIVE_WITHHELD, wanted: 2 },
  { name: "facade, sensitive withheld, a tenth hidden", patient: "tenth", ...SENSITIVE_WITHHELD, wanted: 2 },
  { name: "facade, sensitive withheld, first of 3 pages", patient: "long", ...SENSITIVE_WITHHELD },
  { name: "facade, demographics withheld too", patient: "plain", mode: "chosen", shared: [] },
];

interface Surroundings {
  readonly issuer: Issuer;
  readonly storeUrl: string;
  /** Folder for a CPU profile of the facade, or "". */
  readonly profile: string;
}

export async function contenders({ issuer, storeUrl, profile }: Surroundings) {
  const bare = ["pipe", "parse"].map((mode) => startMeasured(here("bare-proxy.ts"), [mode, storeUrl]));
  const port = await freePort();
  const environment = {
    ...requiredEnvironment(issuer.url, storeUrl),
    FACADE_PORT: String(port),
    INDEX_MAX_AGE_MS: "3600000",
    RATE_LIMIT_PER_MEMBER: "1000000",
    RATE_LIMIT_PER_CLIENT: "1000000",
  };
  const flags = profile ? ["--cpu-prof", `--cpu-prof-dir=${profile}`] : [];
  const facade = startMeasured(here("../../fhir-facade/src/main.ts"), [], environment, flags);
  await facade.says("listening");

  const all: Contender[] = [];
  for (const [position, name] of ["bare pipe", "bare parse, walk, stringify"].entries()) {
    const own = bare[position];
    if (!own) continue;
    const target = { url: `${(await own.told).url}/Observation?patient=plain&_count=100`, headers: {} };
    all.push({ name, process: own, target, isBaseline: position === 1 });
  }
  for (const [position, { name, wanted, ...choice }] of CHOICES.entries()) {
    const token = await issuer.grant({ id: `a${position}`, ...choice }, { claims: { exp: seconds(36_000) } });
    all.push({
      name,
      process: facade,
      target: { url: `http://127.0.0.1:${port}/fhir/Observation?_count=100`, headers: { Authorization: `Bearer ${token}` } },
      isBaseline: false,
      ...(wanted === undefined ? {} : { wanted }),
    });
  }
  return { all, stop: () => Promise.all([facade, ...bare].map((one) => one.stop())) };
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== "object" || address === null) throw new Error("no free port");
  return address.port;
}

function here(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
