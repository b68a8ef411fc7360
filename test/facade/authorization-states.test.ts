/** docs/authorization-states.md draws the steps that the extension takes: its diagram and table are compared with the enum's source. */
import { readFileSync } from "node:fs";

const page = readFileSync(new URL("../../docs/authorization-states.md", import.meta.url), "utf8");
const record = "../../keycloak-extension/src/main/java/org/memberexchange/keycloak/record";
const source = readFileSync(new URL(`${record}/AuthorizationState.java`, import.meta.url), "utf8");

const WORDS = new Map([...source.matchAll(/^ {2}([A-Z_]+)\("([a-z-]+)"\)[,;]/gm)].map(([, name = "", word = ""]) => [name, word]));
const ENDS = (/EnumSet\.of\(([A-Z_, ]+)\)/.exec(source)?.[1] ?? "").split(", ");

/** The body of a method whose only statement is a switch: name of the case → what stands behind the arrow. */
function cases(signature: string): [string, string][] {
  const body = source.split(`${signature} {\n    return switch (this) {\n`)[1]?.split("\n    };")[0];
  if (!body) throw new Error(`${signature} is not a switch any more: this test reads it`);
  return [...body.matchAll(/(?:case )?(\w+) -> (.*);/g)].map(([, name = "", value = ""]) => [name, value]);
}

/** @throws when the condition has a form that is not known here */
function targets(condition: string): string[] {
  return condition.split(" || ").flatMap((part) => {
    const one = /^next == ([A-Z_]+)$/.exec(part)?.[1];
    if (one) return [one];
    if (part === "ENDS.contains(next)") return ENDS;
    if (part === "false") return [];
    throw new Error(`not understood: ${part}`);
  });
}

const word = (name: string): string => WORDS.get(name) ?? `no state ${name}`;
const STEPS = cases("public boolean leadsTo(AuthorizationState next)")
  .flatMap(([from, condition]) => targets(condition).map((to) => `${word(from)} → ${word(to)}`))
  .sort();

const DIAGRAM = page.split("```mermaid\n")[1]?.split("```")[0] ?? "";
const ARROWS = [...DIAGRAM.matchAll(/^ {2}(\S+) --> (\S+)$/gm)].map(([, from = "", to = ""]) =>
  [from, to].map((id) => id.replaceAll("_", "-")),
);

const ROWS = (page.split("\n## Steps\n")[1]?.split("\n## ")[0] ?? "")
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .slice(2)
  .map((line) => line.split("|").map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, quoted = ""]) => quoted)));

test("the source was read: nine states, of which five are ends of what was allowed", () => {
  expect(WORDS.size).toBe(9);
  expect(ENDS).toHaveLength(5);
  expect(STEPS).toContain("app-suspended → current");
});

test("the diagram has the steps of AuthorizationState.leadsTo, no more and no fewer", () => {
  const inner = ARROWS.filter((arrow) => !arrow.includes("[*]"));
  expect(inner.map((arrow) => arrow.join(" → ")).sort()).toEqual(STEPS);
});

test("the diagram begins at offered and ends where no step leads on", () => {
  const last = [...WORDS.values()].filter((state) => !STEPS.some((step) => step.startsWith(`${state} → `)));
  expect(ARROWS.filter(([from]) => from === "[*]")).toEqual([["[*]", "offered"]]);
  expect(
    ARROWS.filter(([, to]) => to === "[*]")
      .map(([from]) => from)
      .sort(),
  ).toEqual(last.sort());
});

test("the table explains every step of the diagram and no other", () => {
  const explained = ROWS.flatMap(([, from = [], to = []]) => from.flatMap((one) => to.map((other) => `${one} → ${other}`)));
  expect([...new Set(explained)].sort()).toEqual(STEPS);
});

test("the table has the reason that is written for each condition", () => {
  const written = cases("public String reasonWhenNoticed()").filter(([name]) => name !== "default");
  expect(written).toHaveLength(5);
  for (const [state, reason] of written) {
    const rows = ROWS.filter(([, , to, actor]) => to?.includes(word(state)) && actor?.includes("system"));
    expect(rows.map(([, , , , reasons]) => reasons)).toEqual([[reason.replaceAll('"', "")]]);
  }
});
