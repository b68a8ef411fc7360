/** An area without Keycloak's own numbering of tab stops: the order of the page is the order of the keys. */
import { type ReactNode, useEffect, useRef } from "react";

export function PlainTabOrder({ className, children }: { className: string; children: ReactNode }) {
  const area = useRef<HTMLDivElement>(null);
  useEffect(() => {
    for (const element of area.current?.querySelectorAll<HTMLElement>("[tabindex]") ?? []) {
      if (element.tabIndex > 0) element.removeAttribute("tabindex");
    }
  });
  return (
    <div className={className} ref={area}>
      {children}
    </div>
  );
}
