/** What became of what was pressed, and what stands in place of a list that is not there. */
import { Sentence } from "../login/ui/Sentence";
import type { Trouble } from "./connections";
import { Heading } from "./Heading";
import { Notice } from "./Notice";
import type { Language } from "./shares";
import { TroubleNotice } from "./TroubleNotice";

/** What was done or went wrong last; a number of its own each time, so that the same is said again. */
export type Said = { readonly id: number } & (
  | { readonly done: "changed" | "stopped"; readonly app: string }
  | { readonly trouble: Trouble }
);

export function Outcome({ said, language: { own }, signIn }: { said: Said; language: Language; signIn: () => void }) {
  if ("trouble" in said) return <TroubleNotice trouble={said.trouble} signIn={signIn} />;
  const changed = said.done === "changed";
  return (
    <Notice kind="done" title={changed ? own.changedTitle : <Sentence text={own.stoppedTitle} values={{ app: said.app }} />}>
      <p>
        <Sentence text={changed ? own.changedBody : own.stoppedBody} values={{ app: said.app }} />
      </p>
    </Notice>
  );
}

export function Waiting({ language: { own }, plan }: { language: Language; plan: string }) {
  return (
    <div className="narrow flow">
      <Heading title={own.title} plan={plan} focus={false}>
        {own.title}
      </Heading>
      <p role="status" aria-busy="true">
        {own.loading}
      </p>
    </div>
  );
}

interface NoListProps {
  language: Language;
  plan: string;
  trouble: Trouble;
  again: () => Promise<void>;
  signIn: () => void;
}

export function NoList({ language: { own }, plan, trouble, again, signIn }: NoListProps) {
  return (
    <div className="narrow flow">
      <Heading title={own.title} plan={plan} focus={false}>
        {own.title}
      </Heading>
      {trouble === "signed-out" ? (
        <TroubleNotice trouble={trouble} signIn={signIn} />
      ) : (
        <Notice kind="problem" title={own.problemTitle}>
          <p>{own.listFailed}</p>
          <p>
            <button className="btn small" type="button" id="again" onClick={() => void again()}>
              {own.tryAgain}
            </button>
          </p>
        </Notice>
      )}
    </div>
  );
}
