/** How to reach the plan, on every page. */
import { usePlan } from "../../plan/usePlan";
import { ExternalLink } from "../ui/ExternalLink";
import { Sentence } from "../ui/Sentence";
import { useWords } from "../words";

export function Footer() {
  const words = useWords();
  const plan = usePlan();
  return (
    <footer className="foot">
      <div className="wrap">
        <p>
          <Sentence text={words.help} values={{ phone: plan.phone }} />
        </p>
        <p className="inline">
          <ExternalLink address={plan.privacyUrl} text={words.privacyNotice} />
          <ExternalLink address={plan.languageHelpUrl} text={words.languageHelp} />
        </p>
      </div>
    </footer>
  );
}
