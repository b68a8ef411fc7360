/** Lays the account theme into the jar: Keycloak's console as parent, our page with its script and style. Runs in the jar's resources. */
import { appendFileSync, cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly css?: readonly string[];
}

/**
 * @param project the theme's room
 * @param build folder of the built page, in it
 * @param settings variables of Keycloak's environment with what counts where they are not set
 */
export function addAccountTheme(project: string, build: string, themeName: string, settings: Readonly<Record<string, string>>): void {
  const theme = join("theme", themeName, "account");
  const resources = join(theme, "resources/connected-apps");
  cpSync(join(project, "src/account/theme"), theme, { recursive: true });
  const variables = Object.entries(settings).map(([name, value]) => `${name}=\${env.${name}:${value}}\n`);
  appendFileSync(join(theme, "theme.properties"), variables.join(""));
  cpSync(join(project, build, "assets"), join(resources, "assets"), { recursive: true });
  cpSync(join(project, "public/favicon.svg"), join(resources, "favicon.svg"));

  const manifest = JSON.parse(readFileSync(join(project, build, "manifest.json"), "utf8")) as Record<string, Chunk>;
  const entry = Object.values(manifest).find(({ isEntry }) => isEntry);
  const [style, ...others] = entry?.css ?? [];
  if (!entry || !style || others.length > 0) throw new Error(`${build} does not hold one script with one style.`);
  const page = join(theme, "connected-apps.ftl");
  writeFileSync(page, readFileSync(page, "utf8").replace("@script@", entry.file).replace("@style@", style));
}
