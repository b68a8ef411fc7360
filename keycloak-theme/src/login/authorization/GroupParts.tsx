/** A group with several parts: one tick for all of them, which is never posted, and a disclosure with one for each. */
import { useEffect, useRef } from "react";
import { Icon } from "../ui/Icon";
import { phrase } from "../ui/Sentence";
import { useWords, wordFor } from "../words";
import { type Choice, shareOf } from "./choice";
import { groupName, type RecordGroup } from "./groups";
import { isOpen, KindTick } from "./KindTick";
import { tickAll } from "./tickAll";

export function GroupParts({ group, choice }: { group: RecordGroup; choice: Choice }) {
  const words = useWords();
  const head = useRef<HTMLInputElement>(null);
  const { types } = group;
  const shares = types.map((kind) => shareOf({ ...choice, mode: "chosen" }, kind));
  const ticked = shares.filter((share) => share !== "none").length;
  const isAll = shares.every((share) => share === "all");
  const id = `group-${group.group}`;
  const entry = wordFor(words.groups, group.group);
  const name = entry?.name ?? groupName(words, group);

  useEffect(() => {
    if (head.current) head.current.indeterminate = ticked > 0 && !isAll;
  }, [ticked, isAll]);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot hold the group's own tick
    <div role="group" aria-labelledby={`${id}-label`}>
      <div className="check">
        <input
          ref={head}
          className="tick"
          type="checkbox"
          id={id}
          checked={isAll}
          aria-describedby={`${id}-body`}
          onChange={(event) =>
            tickAll(
              types.map(({ type }) => type),
              event.currentTarget.checked,
            )
          }
        />
        <label id={`${id}-label`} htmlFor={id}>
          {name}
        </label>
        <p className="body" id={`${id}-body`}>
          {entry?.body}
        </p>
      </div>
      <details
        className="parts"
        id={`parts-${group.group}`}
        open={(types.some(({ chosen }) => chosen) && types.some(({ chosen }) => !chosen)) || types.some(isOpen)}
      >
        <summary>
          <Icon name="chevron" />
          <span>
            {words.parts} <span className="vh">{phrase(words.partsOf, { group: name })}</span>{" "}
            {phrase(words.partsCount, { n: ticked, m: types.length })}
          </span>
        </summary>
        <ul className="rows">
          {types.map((kind) => (
            <li key={kind.type}>
              <KindTick kind={kind} choice={choice} />
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
