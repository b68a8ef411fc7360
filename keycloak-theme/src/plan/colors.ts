/** A plan's one colour as the tokens of both colour schemes. Contrast holds by construction: a colour that is too pale or too dark is moved. */
import { legible, mixed, TEXT } from "./contrast";

const BLACK = "#000000";
const WHITE = "#ffffff";
/** `--bg` and `--surface` of `login/styles/tokens.css`; a test compares them. */
export const GROUNDS = { light: { bg: "#f2f5f1", surface: WHITE }, dark: { bg: "#0f1614", surface: "#18221f" } } as const;

export type PlanTokens = Readonly<Record<"--plan" | "--plan-strong" | "--on-plan" | "--masthead" | "--mark" | "--tint", string>>;

export function planTokens(color: string): { readonly light: PlanTokens; readonly dark: PlanTokens } {
  const pale = mixed(color, WHITE, 0.9);
  const deep = mixed(color, GROUNDS.dark.surface, 0.85);
  const light = legible(color, BLACK, [...Object.values(GROUNDS.light), pale], TEXT);
  const dark = legible(mixed(color, WHITE, 0.4), WHITE, [...Object.values(GROUNDS.dark), deep], TEXT);
  return {
    light: {
      "--plan": light,
      "--plan-strong": mixed(light, BLACK, 0.3),
      "--on-plan": WHITE,
      "--masthead": light,
      "--mark": light,
      "--tint": pale,
    },
    dark: {
      "--plan": dark,
      "--plan-strong": mixed(dark, WHITE, 0.3),
      "--on-plan": GROUNDS.dark.bg,
      "--masthead": mixed(light, BLACK, 0.35),
      "--mark": light,
      "--tint": deep,
    },
  };
}

const block = (tokens: PlanTokens) =>
  `:root{${Object.entries(tokens)
    .map(([name, value]) => `${name}:${value}`)
    .join(";")}}`;

/** As a style sheet for the screen; print keeps its black. */
export function planStyles(color: string): string {
  const { light, dark } = planTokens(color);
  return `@media screen{${block(light)}@media (prefers-color-scheme:dark){${block(dark)}}}`;
}
