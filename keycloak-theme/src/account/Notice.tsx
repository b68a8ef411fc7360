/** What just happened, said at once; it takes the focus, so that a keyboard goes on from there. */
import { type ReactNode, useEffect, useRef } from "react";

interface Props {
  kind: "done" | "problem";
  title: ReactNode;
  children: ReactNode;
}

export function Notice({ kind, title, children }: Props) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus(), []);
  return (
    <div
      className={kind === "problem" ? "notice error" : "notice"}
      role={kind === "problem" ? "alert" : "status"}
      id={kind}
      tabIndex={-1}
      ref={notice}
    >
      <h2 className="h3">{title}</h2>
      {children}
    </div>
  );
}
