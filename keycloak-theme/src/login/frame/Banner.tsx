/** The plan's name and the page in another language. */
import type { I18n } from "../i18n";
import { useWords, WORDS } from "../words";
import { Mark } from "./Mark";

export function Banner({ plan, i18n }: { plan: string; i18n: I18n }) {
  const words = useWords();
  const others = i18n.enabledLanguages.filter(
    ({ languageTag }) => Object.hasOwn(WORDS, languageTag) && languageTag !== i18n.currentLanguage.languageTag,
  );
  return (
    <header className="masthead">
      <div className="wrap">
        <span className="mark">
          <Mark />
          <span>{plan}</span>
        </span>
        {others.length > 0 && (
          <nav className="langs" aria-label={words.languages}>
            {others.map(({ languageTag, label, href }) => (
              <a key={languageTag} href={href} lang={languageTag} hrefLang={languageTag}>
                {label}
              </a>
            ))}
          </nav>
        )}
      </div>
    </header>
  );
}
