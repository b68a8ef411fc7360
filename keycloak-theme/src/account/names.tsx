/** Names from outside, or the words that stand for a missing one. */
import { relationshipWords } from "../login/authorization/names";
import type { Words } from "../login/words";
import type { Connection } from "./connections";
import type { AccountWords } from "./words";

export const appName = (own: AccountWords, { client }: Connection): string => client.name || client.clientId || own.deletedApp;

export const personName = (own: AccountWords, { person }: Connection): string => person || own.nobody;

/** Name and role: text in a `<bdi>`, then words of ours. */
export function Person({ connection, words, own }: { connection: Connection; words: Words; own: AccountWords }) {
  const { person, relationship } = connection;
  if (!person) return <>{own.nobody}</>;
  const [before = "", after = ""] = (relationship === "self" ? words.aboutYou : words.aboutOther).split("{name}");
  return (
    <>
      {before}
      <bdi>{person}</bdi>
      {after.replace("{role}", relationshipWords(words, relationship))}
    </>
  );
}
