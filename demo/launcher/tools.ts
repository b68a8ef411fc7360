/** Runs a build tool to its end, with its output in a log. */
import { readFileSync } from "node:fs";
import { type Command, lastLines, startChild } from "./children.ts";
import { Refusal } from "./refusal.ts";

const NO_NETWORK =
  /Could not transfer|Unknown host|UnknownHost|Connection refused|Connect timed out|Network is unreachable|Temporary failure in name|ENOTFOUND|EAI_AGAIN/i;

/** @throws {Refusal} when the tool fails, which names the network when that is what was missing. */
export async function runTool(what: string, command: Command): Promise<void> {
  const end = await startChild(command).ended;
  if (end === 0) return;
  if (NO_NETWORK.test(readFileSync(command.log, "utf8"))) {
    throw new Refusal(`${what} needs files from the network: check the connection, then start again (log: ${command.log}).`);
  }
  throw new Refusal(`${lastLines(command.log)}\n${what} failed (${end}): see ${command.log}, then start again.`);
}
