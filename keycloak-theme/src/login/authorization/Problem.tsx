/** Why the page came back, linked to the place that mends it. */
import type { AuthorizationBean } from "../KcContext";
import { ProblemNotice } from "../ui/ProblemNotice";
import { phrase } from "../ui/Sentence";
import { useWords, wordFor } from "../words";
import { type Choice, needingEnd } from "./choice";
import { movedWords, topicNames } from "./names";

interface Props {
  problem: string;
  bean: AuthorizationBean;
  choice: Choice;
  moved: boolean;
}

export function Problem({ problem, bean, choice, moved }: Props) {
  const words = useWords();
  if (!problem) return null;

  const text = wordFor(words.problems, problem) ?? words.problems["not-understood"];
  const topics = needingEnd(choice, bean);
  return (
    <ProblemNotice problem={problem}>
      <p>
        {phrase(text, { topics: topicNames(topics) })} {problem === "needs-end" && moved && movedWords(words, bean, choice)}
      </p>
      {problem === "nothing-chosen" && choice.mode === "chosen" && <a href="#records">{words.problemToRecords}</a>}
      {problem === "needs-end" && <a href="#durations">{words.problemToDurations}</a>}
    </ProblemNotice>
  );
}
