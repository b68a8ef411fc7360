/** A sentence of the theme with texts from outside in its `{holes}`; those stay text, and a right-to-left name cannot turn the sentence around. */
import { Fragment } from "react";

type Values = Readonly<Record<string, string | number>>;

const pieces = (text: string) => text.split(/\{(\w+)\}/).map((piece, index) => ({ piece, hole: index % 2 === 1, index }));

/** As elements; each value in its own `<bdi>`. */
export function Sentence({ text, values }: { text: string; values: Values }) {
  return pieces(text).map(({ piece, hole, index }) =>
    hole ? <bdi key={index}>{values[piece]}</bdi> : <Fragment key={index}>{piece}</Fragment>,
  );
}

/** As plain text, for titles; each value between Unicode isolates. */
export function sentence(text: string, values: Values): string {
  return pieces(text)
    .map(({ piece, hole }) => (hole ? `\u2068${values[piece] ?? ""}\u2069` : piece))
    .join("");
}

/** As plain text with the theme's own words or numbers in the holes. */
export function phrase(text: string, values: Values): string {
  return pieces(text)
    .map(({ piece, hole }) => (hole ? String(values[piece] ?? "") : piece))
    .join("");
}
