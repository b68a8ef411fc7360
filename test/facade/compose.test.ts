/** The container stack, checked without a container engine: each rule holds for the checkout and finds a broken copy. */
import { RULES } from "./compose/rules.ts";
import { broken, CHECKED_OUT } from "./compose/stack.ts";

describe.each(RULES)("docker-compose.yml %s", (_, rule, breaks) => {
  test("holds", () => {
    expect(rule(CHECKED_OUT)).toEqual([]);
  });

  test.each(breaks)("finds in %s: %s → %s", (file, found, replacement, said) => {
    expect(rule(broken(CHECKED_OUT, file, found, replacement)).join("\n")).toContain(said);
  });
});
