/** The form's choice as it stands, for the words that follow it. Without it the form posts the same. */
import { type RefObject, useCallback, useEffect, useState } from "react";
import type { AuthorizationBean } from "../KcContext";
import { type Choice, needingEnd, posted, preselected } from "./choice";

/** A duration without end gives way to the longest with one as soon as a category needs an end; a disabled radio would post nothing. Returns the new one. */
function giveEnd(form: HTMLFormElement, bean: AuthorizationBean): string | undefined {
  if (needingEnd(posted(new FormData(form)), bean).length === 0) return undefined;
  const picked = form.querySelector<HTMLInputElement>("[name=duration]:checked");
  const longest = bean.durations.filter(({ open }) => !open).at(-1);
  if (!longest || !bean.durations.some(({ value, open }) => open && value === picked?.value)) return undefined;
  const radio = form.querySelector<HTMLInputElement>(`[id="duration-${longest.value}"]`);
  if (radio) radio.checked = true;
  return longest.value;
}

interface UsedChoice {
  readonly choice: Choice;
  readonly read: () => void;
  /** Whether the duration that stands was put in the place of one without end. */
  readonly moved: boolean;
}

export function useChoice(form: RefObject<HTMLFormElement>, bean: AuthorizationBean): UsedChoice {
  const [choice, setChoice] = useState(() => preselected(bean));
  const [given, setGiven] = useState<string>();
  const read = useCallback(() => {
    if (!form.current) return;
    const end = giveEnd(form.current, bean);
    const now = posted(new FormData(form.current));
    const isKept = (before: string | undefined) => before === now.duration && needingEnd(now, bean).length > 0;
    setGiven((before) => end ?? (isKept(before) ? before : undefined));
    setChoice(now);
  }, [form, bean]);
  // the browser may have put back earlier ticks
  useEffect(() => {
    read();
    window.addEventListener("pageshow", read);
    return () => window.removeEventListener("pageshow", read);
  }, [read]);
  return { choice, read, moved: given !== undefined };
}
