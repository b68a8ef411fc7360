/** Colours as `#rrggbb`, and how far apart two of them are to the eye. @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export const TEXT = 4.5;
export const CONTROL = 3;

const channels = (color: string): number[] => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 (the same) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** `color` with this share (0 to 1) of `other` in it. */
export function mixed(color: string, other: string, share: number): string {
  const others = channels(other);
  return `#${channels(color)
    .map((channel, index) => Math.round(channel * (1 - share) + (others[index] ?? 0) * share))
    .map((channel) => channel.toString(16).padStart(2, "0"))
    .join("")}`;
}

/** `color`, as little nearer to `towards` as it takes to reach `ratio` on every ground. */
export function legible(color: string, towards: string, grounds: readonly string[], ratio: number): string {
  for (let step = 0; step < 50; step += 1) {
    const shade = mixed(color, towards, step / 50);
    if (grounds.every((ground) => contrast(shade, ground) >= ratio)) return shade;
  }
  return towards;
}
