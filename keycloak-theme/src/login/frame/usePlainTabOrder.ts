/** Takes Keycloak's own numbering of tab stops away, so that the order of the page is the order of the keys. */
import { type RefObject, useEffect } from "react";

export function usePlainTabOrder(area: RefObject<HTMLElement>): void {
  useEffect(() => {
    for (const element of area.current?.querySelectorAll<HTMLElement>("[tabindex]") ?? []) {
      if (element.tabIndex > 0) element.removeAttribute("tabindex");
    }
  });
}
