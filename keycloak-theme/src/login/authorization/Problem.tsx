/** Why the page came back, said at once and linked to the place that mends it. */
import type { SharingMode } from "@member-exchange/sharing-policy";
import { useEffect, useRef } from "react";
import type { AuthorizationBean } from "../KcContext";
import { phrase } from "../ui/Sentence";
import { useWords, wordFor } from "../words";
import { categoryNames } from "./names";

interface Props {
  problem: string;
  bean: AuthorizationBean;
  mode: SharingMode;
}

export function Problem({ problem, bean, mode }: Props) {
  const words = useWords();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) notice.current?.focus();
  }, [problem]);
  if (!problem) return null;

  const text = wordFor(words.problems, problem) ?? words.problems["not-understood"];
  const topics = bean.categories.filter(({ needsEnd }) => needsEnd).map(({ code }) => code);
  return (
    <div className="notice error" role="alert" id="problem" tabIndex={-1} ref={notice}>
      <h2 className="h3">{words.problemTitle}</h2>
      <p>{phrase(text, { topics: categoryNames(words, topics) })}</p>
      {problem === "nothing-chosen" && mode === "chosen" && <a href="#records">{words.problemToRecords}</a>}
      {problem === "needs-end" && <a href="#durations">{words.problemToDurations}</a>}
    </div>
  );
}
