/** WCAG 2.2, 1.4.3 and 1.4.11, computed from the tokens themselves: text at 4.5:1, edges of controls and focus at 3:1, light and dark. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { GROUNDS, planTokens } from "./colors";
import { CONTROL, contrast, TEXT } from "./contrast";

type Tokens = Readonly<Record<string, string>>;

const css = readFileSync(join(__dirname, "../login/styles/tokens.css"), "utf8");
const long = (color: string) => (color.length === 4 ? `#${[...color.slice(1)].map((digit) => digit + digit).join("")}` : color);
const colorsOf = (block: string): Tokens =>
  Object.fromEntries([...block.matchAll(/(--[\w-]+): (#[0-9a-f]{3,6});/g)].map(([, name = "", color = ""]) => [name, long(color)]));
const [lightCss = "", darkCss = "", printCss = ""] = css.split("@media");
const light = colorsOf(lightCss);
const SCHEMES: Readonly<Record<string, Tokens>> = {
  light,
  dark: { ...light, ...colorsOf(darkCss) },
  print: { ...light, ...colorsOf(printCss) },
};

const GROUND = ["--bg", "--surface", "--tint"];
/** What is read on what. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  "--ink": [...GROUND, "--private-bg", "--note-bg", "--danger-bg"],
  "--ink-soft": [...GROUND, "--private-bg"],
  "--link": [...GROUND, "--danger-bg", "--private-bg"],
  "--plan": GROUND,
  "--private": [...GROUND, "--private-bg"],
  "--note": ["--note-bg"],
  "--danger": [...GROUND, "--danger-bg"],
  "--on-plan": ["--plan", "--plan-strong"],
};
/** Edges of inputs, ticks and chosen cards. */
const CONTROLS: Readonly<Record<string, readonly string[]>> = {
  "--edge": [...GROUND, "--private-bg"],
  "--plan": [...GROUND, "--private-bg"],
  "--danger": GROUND,
};

/** Pairs below the ratio; a colour that is not there is one too. */
const failing = (tokens: Tokens, pairs: typeof TEXTS, ratio: number) =>
  Object.entries(pairs).flatMap(([over, grounds]) =>
    grounds.filter((ground) => !(contrast(tokens[over] ?? "", tokens[ground] ?? "") >= ratio)).map((ground) => `${over} on ${ground}`),
  );

test("black on white is 21:1, and a colour on itself 1:1", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#777777")).toBe(1);
  expect(contrast("#767676", "#ffffff")).toBeGreaterThanOrEqual(TEXT);
  expect(contrast("#777777", "#ffffff")).toBeLessThan(TEXT);
});

describe.each(Object.entries(SCHEMES))("%s", (scheme, tokens) => {
  test("text has 4.5:1 on every ground that it is read on", () => {
    expect(failing(tokens, TEXTS, TEXT)).toEqual([]);
    if (scheme !== "print") expect(contrast("#ffffff", tokens["--masthead"] ?? "")).toBeGreaterThanOrEqual(TEXT);
  });

  test("edges of controls have 3:1", () => {
    expect(failing(tokens, CONTROLS, CONTROL)).toEqual([]);
  });

  test("one of the two lines of the focus ring has 3:1 on every ground", () => {
    for (const ground of [...GROUND, "--plan", "--masthead", "--private-bg", "--danger-bg"]) {
      const best = Math.max(...["--focus", "--focus-in"].map((ring) => contrast(tokens[ring] ?? "", tokens[ground] ?? "")));
      expect([ground, best >= CONTROL]).toEqual([ground, true]);
    }
  });
});

describe("PLAN_COLOR", () => {
  const shades = ["00", "55", "aa", "ff"];
  const everyColor = shades.flatMap((red) => shades.flatMap((green) => shades.map((blue) => `#${red}${green}${blue}`)));

  test("whatever the colour, text and controls keep their contrast in both schemes", () => {
    for (const color of everyColor) {
      const made = planTokens(color);
      for (const scheme of ["light", "dark"] as const) {
        const tokens = { ...SCHEMES[scheme], ...made[scheme] };
        expect([color, scheme, failing(tokens, TEXTS, TEXT), failing(tokens, CONTROLS, CONTROL)]).toEqual([color, scheme, [], []]);
        expect([color, contrast("#ffffff", made[scheme]["--masthead"]) >= TEXT]).toEqual([color, true]);
      }
    }
  });

  test("a colour that is dark enough stays as it is", () => {
    expect(planTokens("#1d3f8f").light["--plan"]).toBe("#1d3f8f");
  });

  test("the grounds are those of the tokens", () => {
    for (const [scheme, grounds] of Object.entries(GROUNDS)) {
      expect({ bg: SCHEMES[scheme]?.["--bg"], surface: SCHEMES[scheme]?.["--surface"] }).toEqual(grounds);
    }
  });
});
