/** How a run ends: by a signal, by a refusal or by a mistake of ours; each time everything that was started is ended first. */
import { endAllChildren } from "./children.ts";
import { Refusal } from "./refusal.ts";

const BY_SIGNAL = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Runs `work`; a failure is printed (a `Refusal` as its sentence) and ends the process with code 1. */
export async function endWith(work: () => Promise<void>): Promise<void> {
  let ending = false;
  const end = async (code: number) => {
    if (ending) process.exit(code);
    ending = true;
    await endAllChildren();
    process.exit(code);
  };
  for (const [signal, code] of Object.entries(BY_SIGNAL)) {
    process.on(signal, () => {
      console.log("\nEnding what was started …");
      void end(code);
    });
  }
  try {
    await work();
  } catch (error) {
    if (ending) return;
    console.error(error instanceof Refusal ? `\n${error.message}` : error);
    await end(1);
  }
}
