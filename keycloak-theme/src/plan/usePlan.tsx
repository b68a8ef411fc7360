/** The plan for every part of a page, with its colour laid over the tokens. */
import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";
import { planStyles } from "./colors";
import { type Plan, type PlanContext, planOf } from "./plan";
import { PLAN_SETTINGS } from "./settings";

const Context = createContext<Plan>(planOf({ realm: { name: "" }, properties: PLAN_SETTINGS }));

export const usePlan = (): Plan => useContext(Context);

export function PlanProvider({ kcContext, children }: { kcContext: PlanContext; children: ReactNode }) {
  const { realm, properties } = kcContext;
  const plan = useMemo(() => planOf({ realm, properties }), [realm, properties]);
  useEffect(() => {
    if (!plan.color) return undefined;
    // a style sheet made by script passes a Content-Security-Policy that forbids style elements
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(planStyles(plan.color));
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [plan.color]);
  return <Context.Provider value={plan}>{children}</Context.Provider>;
}
