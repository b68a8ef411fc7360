/** Whether a form was posted a moment ago: a double click would be answered twice, and the browser would show the second answer. */
import { type FormEvent, useCallback, useRef } from "react";

const TWICE_MS = 3_000;

export function usePostedTwice(): (event: FormEvent) => boolean {
  const postedAt = useRef(Number.NEGATIVE_INFINITY);
  return useCallback((event) => {
    if (event.timeStamp - postedAt.current < TWICE_MS) return true;
    postedAt.current = event.timeStamp;
    return false;
  }, []);
}
