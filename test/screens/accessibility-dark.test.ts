/** R6, R7, WCAG 2.2 AA, in dark colours: what every-state.ts asks of a page. */
import { EVERY_STORY, OURS, testEveryState } from "./every-state.ts";
import { WIDE_DARK, ZOOMED_DARK } from "./gallery-page.ts";

testEveryState([
  ["at 400 % zoom, in English", ZOOMED_DARK, "en", OURS],
  ["at 400 % zoom, in Spanish", ZOOMED_DARK, "es", EVERY_STORY],
  ["1280 px, in English", WIDE_DARK, "en", OURS],
]);
