/** Which view the address names: behind `#`, so that the way back works and no server sees an id. */
import { useCallback, useEffect, useState } from "react";

export type View = { readonly name: "list" } | { readonly name: "change" | "stop"; readonly id: string };

const VIEW = /^#(change|stop)\/([0-9a-f-]{36})$/;

export function viewOf(hash: string): View {
  const [, name, id] = VIEW.exec(hash) ?? [];
  return id && (name === "change" || name === "stop") ? { name, id } : { name: "list" };
}

export const hashOf = (view: View): string => (view.name === "list" ? "#" : `#${view.name}/${view.id}`);

export function useView(): { readonly view: View; readonly show: (view: View) => void } {
  const [view, setView] = useState(() => viewOf(location.hash));
  useEffect(() => {
    const follow = () => setView(viewOf(location.hash));
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);
  const show = useCallback((next: View) => {
    history.pushState(null, "", hashOf(next));
    setView(next);
  }, []);
  return { view, show };
}
