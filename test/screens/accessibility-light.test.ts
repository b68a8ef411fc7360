/** R6, R7, WCAG 2.2 AA, in light colours: what every-state.ts asks of a page. */
import { EVERY_STORY, OURS, testEveryState } from "./every-state.ts";
import { WIDE, ZOOMED } from "./gallery-page.ts";

testEveryState([
  ["1280 px, in English", WIDE, "en", EVERY_STORY],
  ["1280 px, in Spanish", WIDE, "es", OURS],
  ["at 400 % zoom, in Spanish", ZOOMED, "es", OURS],
]);
