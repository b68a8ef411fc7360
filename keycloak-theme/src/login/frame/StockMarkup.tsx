/** Keycloak's own markup, mended where a keyboard or a screen reader would stumble: attributes only, so that React's tree stays as it is. */
import { type ReactNode, useEffect, useRef } from "react";

const LABELLED = ":is([aria-label], [aria-labelledby], [type=hidden], [type=submit], [type=button])";

/** The order of the page is the order of the keys; labels are no stops. */
function plainTabOrder(area: HTMLElement) {
  for (const element of area.querySelectorAll<HTMLElement>("[tabindex]")) {
    if (element.tabIndex > 0 || element instanceof HTMLLabelElement) element.removeAttribute("tabindex");
  }
}

/** The page's title is the only heading above them. */
function headingsInOrder(area: HTMLElement) {
  for (const heading of area.querySelectorAll("h3, h4")) heading.setAttribute("aria-level", "2");
}

function uniqueIds(area: HTMLElement) {
  const seen = new Set<string>();
  for (const element of area.querySelectorAll("[id]")) {
    if (seen.has(element.id)) element.removeAttribute("id");
    seen.add(element.id);
  }
}

function everyFieldNamed(area: HTMLElement) {
  for (const field of area.querySelectorAll<HTMLInputElement>(`input:not(${LABELLED})`)) {
    if (!field.labels?.length) field.setAttribute("aria-labelledby", "kc-page-title");
  }
}

function radiosGrouped(area: HTMLElement) {
  const group = area.querySelector("input[type=radio]")?.parentElement;
  if (!group || group.closest("fieldset, [role=radiogroup]")) return;
  group.setAttribute("role", "radiogroup");
  group.setAttribute("aria-labelledby", "kc-page-title");
}

/** Colours and distances are the plan's; what is hidden stays hidden. */
function noStyleAttributes(area: HTMLElement) {
  for (const element of area.querySelectorAll<HTMLElement>("[style]")) if (element.style.display === "") element.removeAttribute("style");
}

const MENDINGS = [noStyleAttributes, plainTabOrder, headingsInOrder, uniqueIds, everyFieldNamed, radiosGrouped];

export function StockMarkup({ className, children }: { className: string; children: ReactNode }) {
  const area = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const mend = () => {
      for (const mending of MENDINGS) if (area.current) mending(area.current);
    };
    mend();
    // some pages bring their fields later
    const changes = new MutationObserver(mend);
    if (area.current) changes.observe(area.current, { childList: true, subtree: true });
    return () => changes.disconnect();
  }, []);
  return (
    <div className={className} ref={area}>
      {children}
    </div>
  );
}
