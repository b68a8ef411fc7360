/** Child processes: each in a process group of its own, with a log file; ended as a group, and nothing else is. */
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname } from "node:path";

const PATIENCE_MS = 10_000;
const LAST_LINES = 15;

export interface Command {
  readonly command: string;
  readonly flags: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly log: string;
  /** The user that the process runs as, when it is not this one. */
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  /** What asks it to end, when that is not SIGTERM. */
  readonly endSignal?: NodeJS.Signals;
}

export interface Child {
  readonly log: string;
  /** Resolves with the exit code (or signal) when the process has ended. */
  readonly ended: Promise<number | string>;
  /** Asks the group to end, and kills it after ten seconds. */
  stop(): Promise<void>;
  /** Kills the group as a power cut would. */
  kill(): Promise<void>;
}

const running = new Set<ChildProcess>();
const commands = new WeakMap<ChildProcess, Partial<Command>>();

process.once("exit", () => {
  for (const child of running) signalGroup(child, "SIGKILL");
});

export function startChild(start: Command): Child {
  const { command, flags, cwd, env, log, user } = start;
  mkdirSync(dirname(log), { recursive: true });
  const out = openSync(log, "w", 0o600);
  const child = spawn(command, flags, { cwd, env, detached: true, stdio: ["ignore", out, out], ...user });
  closeSync(out);
  const ended = untilEnded(child, start);
  return { log, ended, stop: () => stop(child, ended), kill: () => kill(child, ended) };
}

/** Runs a command that has no log: its errors go where ours go, its output nowhere. Resolves as `Child.ended` does. */
export function runShown(start: Pick<Command, "command" | "flags" | "cwd" | "env">): Promise<number | string> {
  const { command, flags, cwd, env } = start;
  return untilEnded(spawn(command, flags, { cwd, env, detached: true, stdio: ["ignore", "ignore", "inherit"] }), start);
}

function untilEnded(child: ChildProcess, start: Partial<Command>): Child["ended"] {
  running.add(child);
  commands.set(child, start);
  return new Promise((done) => {
    child.once("error", (error) => {
      running.delete(child);
      done(error.message);
    });
    child.once("exit", (code, signal) => {
      running.delete(child);
      done(code ?? signal ?? "unknown");
    });
  });
}

/** Ends whatever is still running; for the signals that end the launcher. */
export async function endAllChildren(): Promise<void> {
  await Promise.all([...running].map((child) => stop(child, new Promise((done) => child.once("exit", () => done(0))))));
}

/** The log of the first child that ends from now on. */
export function logOfTheFirstToEnd(): Promise<string> {
  return Promise.race(
    [...running].map((child) => new Promise<string>((done) => child.once("exit", () => done(commands.get(child)?.log ?? "")))),
  );
}

/** The last lines of a log, for the message that names it. */
export function lastLines(log: string): string {
  return readFileSync(log, "utf8").trimEnd().split("\n").slice(-LAST_LINES).join("\n");
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (!running.has(child)) return;
  signalGroup(child, commands.get(child)?.endSignal ?? "SIGTERM");
  const impatient = setTimeout(() => signalGroup(child, "SIGKILL"), PATIENCE_MS);
  await ended;
  clearTimeout(impatient);
}

async function kill(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (!running.has(child)) return;
  signalGroup(child, "SIGKILL");
  await ended;
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
