/** How to reach the plan, on every page. */
import { PLAN } from "../plan";
import { ExternalLink } from "../ui/ExternalLink";
import { Sentence } from "../ui/Sentence";
import { useWords } from "../words";

export function Footer() {
  const words = useWords();
  return (
    <footer className="foot">
      <div className="wrap">
        <p>
          <Sentence text={words.help} values={{ phone: PLAN.phone }} />
        </p>
        <p className="inline">
          <ExternalLink address={PLAN.privacyUrl} text={words.privacyNotice} />
          <ExternalLink address={PLAN.languageHelpUrl} text={words.languageHelp} />
        </p>
      </div>
    </footer>
  );
}
