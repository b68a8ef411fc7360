/** Images: every path that a build or a start names is there, and every image from outside has a version. */
import { join } from "node:path/posix";
import { inEachService, type Service } from "./compose-file.ts";
import { chain, type Stage, stages } from "./dockerfile.ts";
import type { Rule, Stack } from "./stack.ts";

const PROGRAM = /[\w./-]+\.(?:ts|mjs|js|sh)\b/g;

export const namesPathsThatExist: Rule = (stack) =>
  inEachService(stack, (service) => [
    ...(service.volumes ?? [])
      .filter((volume) => volume.startsWith("."))
      .map((volume) => join(volume.split(":")[0] as string))
      .filter((path) => !stack.exists(path))
      .map((path) => `mounts ${path}, which is not there`),
    ...missingInBuild(stack, service),
  ]);

/** A program that a container starts is in the repository, and was copied into the image. */
export const startsProgramsItHolds: Rule = (stack) =>
  inEachService(stack, (service) => {
    const built = builtStages(stack, service);
    const command = service.command ?? built.findLast((stage) => stage.command.length > 0)?.command ?? [];
    const programs = service.build ? command.flatMap((word) => word.match(PROGRAM) ?? []) : [];
    const copies = built.flatMap((stage) => stage.copies);
    return programs
      .filter((path) => !stack.exists(path) || !copies.some((copy) => path.startsWith(`${copy}/`)))
      .map((path) => `starts ${path}, which ${stack.exists(path) ? "is not copied into the image" : "is not there"}`);
  });

export const pinsImages: Rule = (stack) =>
  inEachService(stack, (service) => {
    const all = allStages(stack, service);
    const outside = all.map(({ from }) => from).filter((from) => !all.some(({ name }) => name === from));
    return [...(service.image ? [service.image] : []), ...outside]
      .filter((image) => !/:[\w-]*\d+\.\d+/.test(image) || image.includes("latest"))
      .map((image) => `${image} is not pinned`);
  });

export const bakesNoSecret: Rule = (stack) =>
  inEachService(stack, (service) =>
    allStages(stack, service)
      .flatMap((stage) => stage.variables)
      .filter((name) => /PASSWORD|SECRET|KEY$/.test(name))
      .map((name) => `the image holds ${name}`),
  );

function missingInBuild(stack: Stack, { build }: Service): string[] {
  if (build === undefined) return [];
  const dockerfile = join(build.context, build.dockerfile ?? "Dockerfile");
  if (!stack.exists(dockerfile)) return [`is built by ${dockerfile}, which is not there`];
  const all = stages(stack.read(dockerfile));
  const ignored = ignoredIn(stack, build.context);
  const target = build.target !== undefined && chain(all, build.target).length === 0 ? [`builds ${build.target}, which is no stage`] : [];
  return [
    ...target,
    ...all
      .flatMap((stage) => stage.copies)
      .filter((source) => !stack.exists(join(build.context, source)) || ignored(source))
      .map((source) => `copies ${source}, which is ${ignored(source) ? "ignored by .dockerignore" : "not there"}`),
    ...all
      .flatMap((stage) => stage.copiesFrom)
      .filter((from) => !all.some(({ name }) => name === from))
      .map((from) => `copies from ${from}, which is no stage`),
  ];
}

function allStages(stack: Stack, { build }: Service): readonly Stage[] {
  return build ? stages(stack.read(join(build.context, build.dockerfile ?? "Dockerfile"))) : [];
}

function builtStages(stack: Stack, service: Service): readonly Stage[] {
  return chain(allStages(stack, service), service.build?.target);
}

/** Whether `.dockerignore` leaves a path out; knows plain names, `*`, and `**` before a slash at the start. */
function ignoredIn(stack: Stack, context: string): (path: string) => boolean {
  const file = join(context, ".dockerignore");
  const lines = stack.exists(file) ? stack.read(file).split("\n") : [];
  const patterns = lines
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => new RegExp(`${line.startsWith("**/") ? "(^|/)" : "^"}${escaped(line.replace("**/", ""))}(/|$)`));
  return (path) => patterns.some((pattern) => pattern.test(path));
}

function escaped(glob: string): string {
  return glob.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", "[^/]*");
}
