/** D8: the page of connected apps and the e-mails say everything in both languages, and wear the plan's colour. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ACCOUNT_WORDS } from ".";
import { en } from "./en";

const SRC = join(__dirname, "../..");
const read = (path: string) => readFileSync(join(SRC, path), "utf8");

function textsOf(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}
const holesOf = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, hole]) => hole))].sort();
const messages = (path: string) =>
  read(path)
    .trim()
    .split("\n")
    .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)] as [string, string]);

function expectSame(some: [string, string][], english: [string, string][]) {
  expect(some.map(([key]) => key).sort()).toEqual(english.map(([key]) => key).sort());
  for (const [key, text] of english) {
    const other = some.find(([name]) => name === key)?.[1] ?? "";
    expect([key, other.trim().length > 0, holesOf(other)]).toEqual([key, true, holesOf(text)]);
  }
}

test.each(Object.entries(ACCOUNT_WORDS))("%s has the same keys and holes as English, and no empty text", (_, words) => {
  expectSame(textsOf(words), textsOf(en));
});

test.each(["email", "account/theme"])("the messages of %s are there in both languages, with the same holes", (folder) => {
  expectSame(messages(`${folder}/messages/messages_es.properties`), messages(`${folder}/messages/messages_en.properties`));
});

test("every kind of news has a subject, a title and a text", () => {
  const keys = messages("email/messages/messages_en.properties").map(([key]) => key);
  for (const news of ["Connected", "Changed", "Stopped", "Ending"])
    for (const part of ["Subject", "Title", "Body"]) expect(keys).toContain(`memberAuthorization${news}${part}`);
});

test("e-mails wear the colours of the pages", () => {
  const tokens = read("login/styles/tokens.css");
  const [, plan] = /--plan: (#[0-9a-f]+);/.exec(tokens) ?? [];
  expect(read("email/theme.properties")).toContain(`brandColor=${plan}`);
});
