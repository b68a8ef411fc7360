/** Why the page came back, linked to the place that mends it. */
import type { SharingMode } from "@member-exchange/sharing-policy";
import type { AuthorizationBean } from "../KcContext";
import { ProblemNotice } from "../ui/ProblemNotice";
import { phrase } from "../ui/Sentence";
import { useWords, wordFor } from "../words";
import { topicNames } from "./names";

interface Props {
  problem: string;
  bean: AuthorizationBean;
  mode: SharingMode;
}

export function Problem({ problem, bean, mode }: Props) {
  const words = useWords();
  if (!problem) return null;

  const text = wordFor(words.problems, problem) ?? words.problems["not-understood"];
  const topics = bean.categories.filter(({ needsEnd }) => needsEnd);
  return (
    <ProblemNotice problem={problem}>
      <p>{phrase(text, { topics: topicNames(topics) })}</p>
      {problem === "nothing-chosen" && mode === "chosen" && <a href="#records">{words.problemToRecords}</a>}
      {problem === "needs-end" && <a href="#durations">{words.problemToDurations}</a>}
    </ProblemNotice>
  );
}
