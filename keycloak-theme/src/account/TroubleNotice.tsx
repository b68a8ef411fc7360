/** What did not work, and what to do about it. */
import type { Trouble } from "./connections";
import { Notice } from "./Notice";
import { type AccountWords, useAccountWords } from "./words";

const SAID: Readonly<Record<Trouble, keyof AccountWords>> = {
  "signed-out": "signedOut",
  "changed-meanwhile": "changedMeanwhile",
  ended: "ended",
  "needs-end": "needsEnd",
  gone: "gone",
  "not-allowed": "notAllowed",
  "no-answer": "noAnswer",
};

export function TroubleNotice({ trouble, signIn }: { trouble: Trouble; signIn: () => void }) {
  const own = useAccountWords();
  return (
    <Notice kind="problem" title={own.problemTitle}>
      <p>{own[SAID[trouble]] as string}</p>
      {trouble === "signed-out" && (
        <p>
          <button className="btn small" type="button" onClick={signIn}>
            {own.signInAgain}
          </button>
        </p>
      )}
    </Notice>
  );
}
