/** What Keycloak's server would say, read from the source of `i18n.ts` as the build reads it. */
import source from "../i18n.ts?raw";

/** The text of a message key in a language, or the words themselves where they are no key. */
export function serverMessage(key: string, language: string): string {
  const block = source.split(`\n    ${language}: {\n`)[1]?.split("\n    },")[0] ?? "";
  return new RegExp(`^ {6}"?${key.replaceAll(/[^\w-]/g, "")}"?:\\s+"(.*)",$`, "m").exec(block)?.[1] ?? key;
}
