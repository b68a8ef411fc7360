/** The view's one title: named in the window, and where the focus goes when the view has changed. */
import { type ReactNode, useEffect, useRef } from "react";

/** @param title as plain text; the children are the same as elements */
export function Heading({ title, plan, focus, children }: { title: string; plan: string; focus: boolean; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – ${plan}`;
    if (focus) heading.current?.focus();
  }, [title, plan, focus]);
  return (
    <h1 tabIndex={-1} ref={heading}>
      {children}
    </h1>
  );
}
