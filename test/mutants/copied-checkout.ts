/** A copy of the checkout in which mutants stand one after the other, so that none ever stands in the checkout itself. */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Mutant, mutated } from "./mutant.ts";

export const SOURCES = "fhir-facade/src";

/** What the facade's tests read. */
const COPIED = [
  "fhir-facade",
  "sharing-policy",
  "test",
  "docs",
  "keycloak-theme/jest.config.mjs",
  "keycloak-theme/test",
  "package.json",
  "tsconfig.json",
];
/** They would notice that there is a mutant, not what it does. */
const LEFT_OUT = ["test/facade/mutants.test.ts"];
const OWN_PACKAGES = "@member-exchange";

export interface CopiedCheckout {
  readonly path: string;
  /** Puts the mutant in for as long as `during` takes. */
  readonly having: <Result>(mutant: Mutant, during: () => Promise<Result>) => Promise<Result>;
  readonly remove: () => Promise<void>;
}

/** @param root the checkout, of which nothing is changed */
export async function copiedCheckout(root: string): Promise<CopiedCheckout> {
  const path = await mkdtemp(join(tmpdir(), "mutants-"));
  for (const name of COPIED) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    const filter = (source: string): boolean => !source.endsWith("/node_modules") && !LEFT_OUT.some((left) => source === join(root, left));
    await cp(join(root, name), join(path, name), { recursive: true, filter });
  }
  await linkPackages(root, path);
  return {
    path,
    async having(mutant, during) {
      const file = join(path, SOURCES, mutant.file);
      const source = await readFile(file, "utf8");
      await writeFile(file, mutated(source, mutant));
      try {
        return await during();
      } finally {
        await writeFile(file, source);
      }
    },
    remove: () => rm(path, { recursive: true, force: true }),
  };
}

/** Other people's packages are those of the checkout, our own those of the copy. */
async function linkPackages(root: string, path: string): Promise<void> {
  const installed = join(root, "node_modules");
  await mkdir(join(path, "node_modules", OWN_PACKAGES), { recursive: true });
  for (const name of await readdir(installed))
    if (name !== OWN_PACKAGES) await symlink(join(installed, name), join(path, "node_modules", name));
  for (const name of COPIED.filter((copied) => !copied.includes("/") && !copied.includes(".")))
    await symlink(join(path, name), join(path, "node_modules", OWN_PACKAGES, name));
}
