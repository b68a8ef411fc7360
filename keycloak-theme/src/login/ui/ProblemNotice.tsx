/** Why a page came back, said at once: it is an alert and takes the focus. */
import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "../words";

/** `problem` is the server's code; the words are the children. */
export function ProblemNotice({ problem, children }: { problem: string; children: ReactNode }) {
  const words = useWords();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) notice.current?.focus();
  }, [problem]);
  return (
    <div className="notice error" role="alert" id="problem" tabIndex={-1} ref={notice}>
      <h2 className="h3">{words.problemTitle}</h2>
      {children}
    </div>
  );
}
