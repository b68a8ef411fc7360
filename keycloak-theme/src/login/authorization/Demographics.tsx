/** The one category that starts shared: who the records are about. */
import type { AuthorizationBean } from "../KcContext";
import { Tick } from "../ui/Tick";
import { useWords } from "../words";
import { DEMOGRAPHICS } from "./choice";

export function Demographics({ bean }: { bean: AuthorizationBean }) {
  const words = useWords();
  const category = bean.categories.find(({ code }) => code === DEMOGRAPHICS);
  if (!category) return null;
  return (
    <fieldset>
      <legend className="h3">{words.detailsLegend}</legend>
      <div className="rows">
        <Tick
          id={`category-${DEMOGRAPHICS}`}
          name="category"
          value={DEMOGRAPHICS}
          label={words.detailsTick}
          body={category.body}
          checked={category.chosen}
        />
      </div>
    </fieldset>
  );
}
