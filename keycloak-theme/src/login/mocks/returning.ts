/** A member who shares parts of a kind of record, and one who comes back, by query: `state=parts|only-parts|new-type|new-topic|new-by-way|asked-again`. */
import type { AuthorizationBean, RecordPart } from "../KcContext";

type Kind = AuthorizationBean["types"][number];
const codeOf = ({ category }: RecordPart) => category.slice(category.lastIndexOf("|") + 1);
const changed = (bean: AuthorizationBean, type: string, change: (kind: Kind) => Partial<Kind>): AuthorizationBean => ({
  ...bean,
  types: bean.types.map((kind) => (kind.type === type ? { ...kind, ...change(kind) } : kind)),
});

/** Ticks of these parts alone. */
const onlyTicked = (bean: AuthorizationBean, type: string, ...codes: string[]) =>
  changed(bean, type, ({ parts }) => ({ parts: parts.map((part) => ({ ...part, chosen: codes.includes(codeOf(part)) })) }));

/** As if the app had asked for these parts alone. */
const onlyAsked = (bean: AuthorizationBean, type: string, ...codes: string[]) =>
  changed(bean, type, ({ parts }) => {
    const asked = parts.filter((part) => codes.includes(codeOf(part)));
    return { parts: asked, whole: false, scope: asked.map(({ scope }) => scope).join(" ") };
  });

const untickedBefore = (bean: AuthorizationBean) =>
  onlyTicked(
    changed({ ...bean, mode: "chosen", returning: true, news: true }, "Claim", () => ({ chosen: false })),
    "Observation",
    "laboratory",
    "vital-signs",
  );
/** Who chose each thing meets a new one without a tick. */
const withNewKind = (bean: AuthorizationBean) =>
  changed(bean, "DocumentReference", () => ({ added: true, chosen: bean.mode !== "chosen" }));
const withNewTopic = (bean: AuthorizationBean, code: string): AuthorizationBean => ({
  ...bean,
  categories: bean.categories.map((category) => (category.code === code ? { ...category, added: true } : category)),
});

const STATES: Readonly<Record<string, (bean: AuthorizationBean) => AuthorizationBean>> = {
  parts: (bean) =>
    onlyTicked(
      onlyTicked({ ...bean, mode: "chosen" }, "Observation", "laboratory", "vital-signs", "imaging"),
      "Condition",
      "problem-list-item",
    ),
  "only-parts": (bean) =>
    onlyAsked(onlyAsked({ ...bean, mode: "chosen" }, "Observation", "laboratory", "social-history"), "Condition", "problem-list-item"),
  "new-type": (bean) => withNewKind(untickedBefore(bean)),
  "new-topic": (bean) => withNewTopic(untickedBefore(bean), "COGN"),
  "new-by-way": (bean) => withNewTopic(withNewKind({ ...bean, returning: true, news: true }), "COGN"),
  "asked-again": (bean) => ({ ...withNewTopic(withNewKind(untickedBefore(bean)), "COGN"), news: false }),
};

export function comingBack(bean: AuthorizationBean, query: URLSearchParams): AuthorizationBean {
  const state = query.get("state") ?? "";
  const change = Object.hasOwn(STATES, state) ? STATES[state] : undefined;
  return change ? change(bean) : bean;
}
