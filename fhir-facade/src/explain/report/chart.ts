/** One stacked bar for each resource type: what is shown, hidden by which category, or cannot be judged. */
import type { TypeCount } from "../summary.ts";
import { escaped } from "./html.ts";
import { colourOf, nameOf } from "./names.ts";

const WIDTH = 960;
const LABEL = 210;
const COUNTS = 150;
const BAR = WIDTH - LABEL - COUNTS;
const ROW = 34;
const HEIGHT = 22;
/** A part that is wide enough carries its code. */
const LETTER = 9;

interface Part {
  readonly name: string;
  readonly code: string;
  readonly colour: string;
  readonly count: number;
}

/** @param codes categories in the order of the screen */
export function chart(types: readonly TypeCount[], codes: readonly string[]): string {
  const bars = types.map((count, row) => bar(count, row, codes));
  const height = types.length * ROW + 8;
  return `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="chart-title chart-desc" class="chart">
<title id="chart-title">What the choice hides, by resource type</title>
<desc id="chart-desc">${escaped(types.map(described).join(" "))} The table below holds the same numbers.</desc>
<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" class="hatch-ground"/><rect width="3" height="7" class="hatch-line"/></pattern></defs>
${bars.join("\n")}
</svg>`;
}

const described = ({ type, total, hidden, notServed }: TypeCount): string =>
  notServed > 0 ? `${type}: ${total}, not served.` : `${type}: ${hidden} of ${total} hidden.`;

function partsOf({ shown, notServed, first }: TypeCount, codes: readonly string[]): readonly Part[] {
  const hidden = Object.entries(first).map(([reason, count]) => ({
    name: nameOf(reason),
    code: codes.includes(reason) ? reason : "",
    colour: colourOf(reason, codes),
    count,
  }));
  const placeOf = ({ code }: Part): number => (code === "" ? codes.length : codes.indexOf(code));
  return [
    { name: "Shown", code: "", colour: "shown", count: shown },
    ...hidden.sort((a, b) => placeOf(a) - placeOf(b)),
    { name: "Not served", code: "", colour: "not-served", count: notServed },
  ].filter(({ count }) => count > 0);
}

function bar(count: TypeCount, row: number, codes: readonly string[]): string {
  const y = row * ROW + 6;
  const middle = y + HEIGHT / 2 + 5;
  let x = LABEL;
  const parts = partsOf(count, codes).map((part) => {
    const width = (part.count / count.total) * BAR;
    const label = part.code !== "" && width > part.code.length * LETTER + 8;
    const text = label ? `<text x="${at(x + width / 2)}" y="${middle}" class="in ${part.colour}">${escaped(part.code)}</text>` : "";
    const drawn = `<g><title>${escaped(`${count.type}: ${part.name}, ${part.count} of ${count.total}`)}</title><rect x="${at(x)}" y="${y}" width="${at(width)}" height="${HEIGHT}" class="part ${part.colour}"/>${text}</g>`;
    x += width;
    return drawn;
  });
  const told = count.notServed > 0 ? `${count.total} not served` : `${count.hidden} of ${count.total} hidden`;
  return `<text x="${LABEL - 12}" y="${middle}" class="type">${escaped(count.type)}</text>${parts.join("")}<text x="${WIDTH - COUNTS + 12}" y="${middle}" class="count">${told}</text>`;
}

const at = (position: number): string => position.toFixed(1).replace(/\.0$/, "");
