/** Names from outside, or the words that stand for a missing one. */
import { relationshipWords } from "../login/authorization/names";
import { Sentence } from "../login/ui/Sentence";
import { type Words, wordFor } from "../login/words";
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

/** Who allowed it for the member's record, and what they are to the member. */
export function Maker({ by, own }: { by: NonNullable<Connection["by"]>; own: AccountWords }) {
  if (!by.name) return own.makerUnknown;
  return <Sentence text={wordFor(own.makers, by.relationship) ?? own.makerOther} values={{ person: by.name }} />;
}
