/** Two answers of equal weight: same element, same class, same size. */
import { Icon } from "../ui/Icon";
import { phrase, Sentence } from "../ui/Sentence";
import { useWords } from "../words";

export function Decision({ app, returning }: { app: string; returning: boolean }) {
  const words = useWords();
  const today = new Intl.DateTimeFormat(words.language, { dateStyle: "long" }).format(new Date());
  return (
    <section className="flow sect" aria-labelledby="decide">
      <h2 id="decide">{words.decideTitle}</h2>
      <p>
        {words.decidePurpose} {phrase(words.decideSign, { today })}
      </p>
      <div className="pair">
        <button className="btn" type="submit" id="allow" name="decision" value="allow">
          <Icon name="yes" />
          {words.allow}
        </button>
        <button className="btn" type="submit" id="deny" name="decision" value="deny">
          <Icon name="no" />
          {words.deny}
        </button>
      </div>
      <p className="soft">
        <Sentence text={returning ? words.decideNoteReturning : words.decideNote} values={{ app }} />
      </p>
      <p>
        <button className="text-btn print" type="button" onClick={() => window.print()}>
          {words.print}
        </button>
      </p>
    </section>
  );
}
