/** One native radio for each person; where there are several, none is picked for the member. */
import { capitalized, relationshipWords } from "../authorization/names";
import type { ChoosePersonBean } from "../KcContext";
import { RadioCard } from "../ui/RadioCard";
import { Sentence } from "../ui/Sentence";
import { useWords } from "../words";

export function People({ people, app }: { people: ChoosePersonBean["people"]; app: string }) {
  const words = useWords();
  return (
    <fieldset className="sect" id="people" tabIndex={-1}>
      <legend className="h2">{words.pickLegend}</legend>
      <div className="cards">
        {people.map(({ value, name, relationship, connected }) => (
          <RadioCard key={value} name="person" value={value} label={<bdi>{name}</bdi>} checked={people.length === 1} required>
            <p>{capitalized(relationshipWords(words, relationship))}.</p>
            {connected && (
              <p>
                <Sentence text={words.pickConnected} values={{ app }} />
              </p>
            )}
          </RadioCard>
        ))}
      </div>
    </fieldset>
  );
}
