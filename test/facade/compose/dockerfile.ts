/** A Dockerfile as its stages: what each starts from, copies from the build context and runs. */
export interface Stage {
  /** Name given by `AS`, else empty. */
  readonly name: string;
  readonly from: string;
  /** Sources in the build context. */
  readonly copies: readonly string[];
  /** Values of `COPY --from`. */
  readonly copiesFrom: readonly string[];
  readonly command: readonly string[];
  /** Names given values by `ENV` and `ARG`. */
  readonly variables: readonly string[];
}

/** Knows the instructions in use here: comments, continued lines, shell-form COPY and exec-form CMD. */
export function stages(text: string): Stage[] {
  const instructions = text
    .replace(/^#.*\n/gm, "")
    .replace(/\\\n/g, " ")
    .split("\n")
    .filter((line) => line.trim());
  const starts = instructions.flatMap((line, index) => (/^FROM /.test(line) ? [index] : []));
  return starts.map((start, index) => stage(instructions.slice(start, starts[index + 1])));
}

/** The stage that is built, with the stages it starts from before it. */
export function chain(all: readonly Stage[], target: string | undefined): readonly Stage[] {
  const built = target === undefined ? all.at(-1) : all.find(({ name }) => name === target);
  if (built === undefined) return [];
  return [...(all.some(({ name }) => name === built.from) ? chain(all, built.from) : []), built];
}

function stage(instructions: readonly string[]): Stage {
  const [, from = "", name = ""] = /^FROM (\S+)(?: AS (\S+))?/.exec(instructions[0] ?? "") ?? [];
  const copies = words(instructions, "COPY");
  const origin = (line: readonly string[]) => line.find((word) => word.startsWith("--from="))?.slice("--from=".length);
  return {
    name,
    from,
    copies: copies.filter((line) => !origin(line)).flatMap((line) => line.filter((word) => !word.startsWith("--")).slice(0, -1)),
    copiesFrom: copies.flatMap((line) => origin(line) ?? []),
    command: instructions.filter((line) => line.startsWith("CMD ")).flatMap((line) => JSON.parse(line.slice(4)) as string[]),
    variables: [...words(instructions, "ENV"), ...words(instructions, "ARG")].flat().map((word) => word.split("=")[0] as string),
  };
}

function words(instructions: readonly string[], instruction: string): string[][] {
  return instructions.filter((line) => line.startsWith(`${instruction} `)).map((line) => line.trim().split(/\s+/).slice(1));
}
