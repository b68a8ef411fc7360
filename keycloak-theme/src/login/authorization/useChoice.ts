/** The form's choice as it stands, for the words that follow it. Without it the form posts the same. */
import { type RefObject, useCallback, useEffect, useState } from "react";
import type { AuthorizationBean } from "../KcContext";
import { type Choice, needingEnd, posted, preselected } from "./choice";

/** A duration without end gives way to the longest with one as soon as a category needs an end; a disabled radio would post nothing. */
function giveEnd(form: HTMLFormElement, bean: AuthorizationBean): void {
  if (needingEnd(posted(new FormData(form)), bean).length === 0) return;
  const picked = form.querySelector<HTMLInputElement>("[name=duration]:checked");
  const longest = bean.durations.filter(({ open }) => !open).at(-1);
  if (!longest || !bean.durations.some(({ value, open }) => open && value === picked?.value)) return;
  const radio = form.querySelector<HTMLInputElement>(`[id="duration-${longest.value}"]`);
  if (radio) radio.checked = true;
}

export function useChoice(form: RefObject<HTMLFormElement>, bean: AuthorizationBean): { choice: Choice; read: () => void } {
  const [choice, setChoice] = useState(() => preselected(bean));
  const read = useCallback(() => {
    if (!form.current) return;
    giveEnd(form.current, bean);
    setChoice(posted(new FormData(form.current)));
  }, [form, bean]);
  // the browser may have put back earlier ticks
  useEffect(() => {
    read();
    window.addEventListener("pageshow", read);
    return () => window.removeEventListener("pageshow", read);
  }, [read]);
  return { choice, read };
}
