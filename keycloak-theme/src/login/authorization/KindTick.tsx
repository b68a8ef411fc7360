/** A tick for one kind of record; one that can be shared in parts opens to a tick for each. Both ticks are posted, and both are needed. */
import { Icon } from "../ui/Icon";
import { phrase } from "../ui/Sentence";
import { Tick } from "../ui/Tick";
import { useWords } from "../words";
import { type Choice, isDivisible, type RecordKind, shareOf } from "./choice";
import { kindNames, partWords, typeName } from "./groups";

interface Props {
  kind: RecordKind;
  choice: Choice;
  /** The kind's own name when left out. */
  label?: string;
  body?: string | undefined;
}

const codeOf = (category: string) => category.slice(category.lastIndexOf("|") + 1);

/** Some of its parts are ticked, and some are not. */
export const isOpen = (kind: RecordKind): boolean =>
  isDivisible(kind) && kind.chosen && kind.parts.some(({ chosen, added }) => !chosen || added !== kind.added);

export function KindTick({ kind, choice, label, body }: Props) {
  const words = useWords();
  const { type, scope, chosen, added, whole, parts } = kind;
  const divisible = isDivisible(kind);
  const only = whole ? undefined : phrase(words.onlyParts, { list: kindNames(words, kind).join("; ") });
  const name = label ?? (divisible ? typeName(words, type) : kindNames(words, kind).join("; "));
  const tag = added ? words.newTag : undefined;
  const share = shareOf({ ...choice, mode: "chosen" }, kind);
  return (
    <>
      <Tick
        id={`type-${type}`}
        name="scope"
        value={scope}
        label={name}
        body={divisible ? (only ?? body) : body}
        checked={chosen}
        tag={tag}
        kind={type}
        partly={share === "some"}
      />
      {divisible && (
        <details className="parts" id={`parts-of-${type}`} open={isOpen(kind)}>
          <summary>
            <Icon name="chevron" />
            <span>
              {words.parts} <span className="vh">{phrase(words.partsOf, { group: name })}</span>{" "}
              {phrase(words.partsCount, { n: parts.filter((part) => choice.parts.has(part.scope)).length, m: parts.length })}
            </span>
          </summary>
          <fieldset>
            <legend className="vh">{phrase(words.partsLegend, { kind: name })}</legend>
            <ul className="rows">
              {parts.map((part) => (
                <li key={part.category}>
                  <Tick
                    id={`part-${type}-${codeOf(part.category)}`}
                    name="part"
                    value={part.scope}
                    label={partWords(words, type, part.category).name}
                    body={partWords(words, type, part.category).body}
                    checked={part.chosen}
                    tag={part.added && !parts.every((one) => one.added) ? words.newTag : undefined}
                    kind={type}
                  />
                </li>
              ))}
            </ul>
            {whole && <p className="small soft">{words.partsRest}</p>}
          </fieldset>
        </details>
      )}
    </>
  );
}
