/** `npm run bench:facade`: what a page of 100 Observations costs, through the facade and through proxies that protect nothing. */

import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startIssuer } from "../facade/support/issuer.ts";
import { type Contender, contenders, SHAPES } from "./contenders.ts";
import { entries, load } from "./load.ts";
import { startMeasured } from "./measured-process.ts";
import { type Measured, printTable } from "./table.ts";

const HELP = `npm run bench:facade -- [--rounds 15] [--seconds 0.5] [--only <words>] [--profile <folder>]

Measures CPU milliseconds per request of each proxy's own process: 10 connections, a store that answers from memory, rounds that take turns
between the proxies. The load and the store run beside them, so that rates and times depend on the machine; CPU per request hardly does.

  --rounds   measured rounds, after a second of warming up each
  --seconds  length of one proxy's turn
  --only     measure only proxies whose name holds these words (the bare proxy always runs)
  --profile  write a CPU profile of the facade's process into this folder`;

const { values } = parseArgs({
  options: {
    help: { type: "boolean", default: false },
    rounds: { type: "string", default: "15" },
    seconds: { type: "string", default: "0.5" },
    only: { type: "string", default: "" },
    profile: { type: "string", default: "" },
  },
});

if (values.help) console.log(HELP);
else await measure(Number(values.rounds), Number(values.seconds));

async function measure(rounds: number, seconds: number): Promise<void> {
  const issuer = await startIssuer();
  const upstream = startMeasured(here("upstream.ts"), [JSON.stringify(SHAPES)]);
  const running = await contenders({ issuer, storeUrl: (await upstream.told).url, profile: values.profile });
  try {
    const chosen = running.all.filter(({ isBaseline, name }) => isBaseline || name.includes(values.only));
    for (const { name, target } of chosen) {
      const found = await entries(target);
      if (found !== 100) throw new Error(`${name} gives ${found} entries instead of 100`);
    }
    const measured = new Map(chosen.map((contender) => [contender, [] as Measured[]]));
    for (const contender of chosen) await turn(contender, 1);
    for (let round = 0; round < rounds; round++) {
      // one after the other and back again, so that what slows the machine down slows all of them
      for (const contender of round % 2 === 0 ? chosen : chosen.toReversed()) {
        measured.get(contender)?.push(await turn(contender, seconds));
      }
    }
    printTable(measured);
  } finally {
    await running.stop();
    await upstream.stop();
    await issuer.close();
  }
}

async function turn({ process: own, target }: Contender, seconds: number): Promise<Measured> {
  const before = await own.usage();
  const { requests, latencies } = await load(target, seconds);
  const after = await own.usage();
  return { cpu: (after.cpu - before.cpu) / requests, latencies, rss: after.rss };
}

function here(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
