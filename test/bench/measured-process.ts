/** A Node process whose CPU time and memory can be read while it runs. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

export interface Usage {
  /** User and system time since the process began, in milliseconds. */
  readonly cpu: number;
  /** Resident set in bytes. */
  readonly rss: number;
}

export interface MeasuredProcess {
  readonly usage: () => Promise<Usage>;
  /** The first message that the process sends by itself. */
  readonly told: Promise<{ readonly url: string }>;
  /** The first line on its standard output that holds these words. */
  readonly says: (words: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** @param flags for Node itself, before the file */
export function startMeasured(
  file: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
  flags: readonly string[] = [],
): MeasuredProcess {
  const probe = new URL("./probe.ts", import.meta.url).href;
  const child = spawn(process.execPath, [...flags, "--import", "tsx", "--import", probe, file, ...args], {
    env: { PATH: process.env.PATH, NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  let printed = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    if (printed.length < 10_000) printed += text;
  });
  const gone = once(child, "exit").then(() => Promise.reject(new Error(`${file} ended`)));
  gone.catch(() => undefined);
  return {
    usage: async () => {
      const answer = message(child);
      child.send("usage");
      const { cpu, rss } = (await Promise.race([answer, gone])) as { cpu: NodeJS.CpuUsage; rss: number };
      return { cpu: (cpu.user + cpu.system) / 1000, rss };
    },
    told: Promise.race([message(child), gone]) as Promise<{ url: string }>,
    says: async (words) => {
      while (!printed.includes(words)) await Promise.race([once(child.stdout ?? child, "data"), gone]);
    },
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill("SIGTERM");
      await gone.catch(() => undefined);
    },
  };
}

const message = async (child: ChildProcess): Promise<unknown> => (await once(child, "message"))[0];
