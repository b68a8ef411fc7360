/** Takes the fields out of one JSON object, each by its rule; every error is one sentence that names the file and the field. */
import { RealmConfigError } from "./apply/refusals.ts";
import { LOOPBACK } from "./apps/app-uris.ts";

export interface Fields {
  text(name: string): string;
  texts(name: string): readonly string[];
  flag(name: string, byDefault: boolean): boolean;
  oneOf<Word extends string>(name: string, words: readonly Word[]): Word;
  optional<Value>(name: string, read: (name: string) => Value): Value | undefined;
  /** Without TLS (`plain`) on this machine only, unless it is allowed. */
  url(name: string, secure: string, plain: string, isPlainAllowed?: boolean): string;
  /** The value of the environment variable that the field names. */
  secret(name: string): string;
  within(name: string): Fields;
  /** @throws RealmConfigError when a field was not taken */
  end(): void;
}

/** @param where the object's place in the file, "" for the whole of it */
export function fieldsOf(file: string, where: string, value: unknown, environment: NodeJS.ProcessEnv): Fields {
  const place = (name: string) => (where ? `${where}.${name}` : name);
  const refuse = (name: string, what: string): never => {
    throw new RealmConfigError(`${file}: ${place(name)} ${what}.`);
  };
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new RealmConfigError(`${file}: ${where || "it"} must be a JSON object.`);
  const object = value as Record<string, unknown>;
  const taken = new Set<string>();
  const take = (name: string): unknown => {
    taken.add(name);
    return object[name];
  };

  const text = (name: string): string => {
    const found = take(name);
    return typeof found === "string" && found.trim() ? found : refuse(name, found === undefined ? "is missing" : "must be a text");
  };
  const optional = <Value>(name: string, read: (name: string) => Value): Value | undefined => {
    taken.add(name);
    return object[name] === undefined ? undefined : read(name);
  };
  const oneOf = <Word extends string>(name: string, words: readonly Word[]): Word => {
    const found = take(name);
    return words.find((word) => word === found) ?? refuse(name, `must be ${words.join(" or ")}`);
  };

  return {
    text,
    optional,
    oneOf,
    flag: (name: string, byDefault: boolean): boolean => {
      const found = take(name) ?? byDefault;
      return typeof found === "boolean" ? found : refuse(name, "must be true or false");
    },
    texts: (name: string): readonly string[] => {
      const found = take(name);
      const isList = Array.isArray(found) && found.length > 0 && found.every((item) => typeof item === "string" && item.trim());
      return isList ? (found as string[]) : refuse(name, "must be a list of texts");
    },
    url: (name: string, secure: string, plain: string, isPlainAllowed = false): string => {
      const found = text(name);
      const url = URL.canParse(found) ? new URL(found) : refuse(name, `is not a URL: ${found}`);
      const isLocal = LOOPBACK.includes(url.hostname || new URL(found.replace(/^[a-z]+:/, "http:")).hostname);
      if (url.protocol === secure || (url.protocol === plain && (isLocal || isPlainAllowed))) return found.replace(/\/$/, "");
      return refuse(name, `must begin with ${secure}//`);
    },
    secret: (name: string): string => {
      const variable = text(name);
      return environment[variable] || refuse(name, `names ${variable}, which is not set in the environment`);
    },
    within: (name: string): Fields => fieldsOf(file, place(name), take(name), environment),
    end: (): void => {
      const unknown = Object.keys(object).find((name) => !taken.has(name));
      if (unknown) refuse(unknown, `is not known; known are ${[...taken].join(", ")}`);
    },
  };
}
