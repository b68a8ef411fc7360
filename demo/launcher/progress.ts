/** One line for each finished step with its seconds; on a terminal also one live line that names what is under way. */
const underWay = new Map<string, number>();
let ticking: NodeJS.Timeout | undefined;
/** One step failed: the others are ended for that, which is no news. */
let failed = false;

/** Runs `work`; prints `✓ title  seconds` when it is finished. `say` adds to the title. */
export async function step<Result>(title: string, work: (say: (text: string) => void) => Promise<Result>): Promise<Result> {
  const since = Date.now();
  let label = title;
  underWay.set(label, since);
  draw();
  ticking ??= setInterval(draw, 500).unref();
  const say = (text: string) => {
    underWay.delete(label);
    label = `${title}: ${text}`;
    underWay.set(label, since);
    draw();
  };
  try {
    const result = await work(say);
    print(`✓ ${label}`.padEnd(72) + `${seconds(since)} s`.padStart(8), label);
    return result;
  } catch (error) {
    if (!failed) print(`✗ ${label}`.padEnd(72) + `${seconds(since)} s`.padStart(8), label);
    failed = true;
    throw error;
  }
}

function print(line: string, label: string): void {
  underWay.delete(label);
  if (process.stdout.isTTY) process.stdout.write("\r\u001b[K");
  console.log(line);
  if (underWay.size === 0) {
    clearInterval(ticking);
    ticking = undefined;
  }
  draw();
}

function draw(): void {
  if (!process.stdout.isTTY || underWay.size === 0) return;
  const text = [...underWay].map(([label, since]) => `${label} (${Math.round((Date.now() - since) / 1000)} s)`).join(" · ");
  process.stdout.write(`\r\u001b[K… ${text.slice(0, Math.max(20, process.stdout.columns - 4))}`);
}

function seconds(since: number): string {
  return ((Date.now() - since) / 1000).toFixed(1);
}
