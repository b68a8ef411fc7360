/** The choice in one sentence, and what it keeps private. */
import type { AuthorizationBean } from "../KcContext";
import { phrase } from "../ui/Sentence";
import type { Words } from "../words";
import { type Choice, DEMOGRAPHICS, sensitiveOf, sharesCategory, sharesNothing, sharesScope } from "./choice";
import { groupName, groupsOf } from "./groups";

const LONGEST_LIST = 3;

const shares = (choice: Choice, types: AuthorizationBean["types"]) => types.filter(({ scope }) => sharesScope(choice, scope)).length;

const detailsOf = (bean: AuthorizationBean) => bean.categories.filter(({ code }) => code === DEMOGRAPHICS);
const sharesDetails = (bean: AuthorizationBean, choice: Choice) => detailsOf(bean).some((category) => sharesCategory(choice, category));

function topicsOf(words: Words, bean: AuthorizationBean, choice: Choice): string {
  const sensitive = sensitiveOf(bean);
  const shared = sensitive.filter((category) => sharesCategory(choice, category)).map(({ name }) => name);
  if (shared.length === 0) return words.sumSensitiveNone;
  if (shared.length === sensitive.length) return words.sumSensitiveAll;
  return shared.length <= LONGEST_LIST
    ? phrase(words.sumSensitiveSome, { list: shared.join("; ") })
    : phrase(words.sumSensitiveCount, { n: shared.length, m: sensitive.length });
}

export function summaryOf(words: Words, bean: AuthorizationBean, choice: Choice): string {
  const details = sharesDetails(bean, choice) ? words.sumDetailsYes : words.sumDetailsNo;
  if (choice.mode === "everything") return bean.categories.some(({ closed }) => closed) ? words.sumEverythingOpen : words.sumEverything;
  if (choice.mode === "all-but-sensitive")
    return sharesDetails(bean, choice) ? words.sumAllButSensitive : [words.sumRecordsAll, details, words.sumSensitiveNone].join(" ");
  if (sharesNothing(choice, bean)) return words.sumNothing;

  const groups = groupsOf(bean);
  const some = groups.filter(({ types }) => shares(choice, types) > 0).length;
  const full = groups.filter(({ types }) => shares(choice, types) === types.length).length;
  const counts = { n: some, m: groups.length };
  const records = full === groups.length ? words.sumRecordsAll : phrase(full < some ? words.sumRecordsPart : words.sumRecordsSome, counts);

  return [records, details, topicsOf(words, bean, choice)].join(" ");
}

/** Names of everything that was asked for, or could be shared, and is not. */
export function keptPrivate(words: Words, bean: AuthorizationBean, choice: Choice): string[] {
  const records = groupsOf(bean)
    .filter(({ types }) => shares(choice, types) < types.length)
    .map((group) => {
      const name = groupName(words, group);
      return shares(choice, group.types) > 0 ? phrase(words.slipInPart, { group: name }) : name;
    });
  const details = detailsOf(bean)
    .filter((category) => !sharesCategory(choice, category))
    .map(({ name }) => name);
  const sensitive = sensitiveOf(bean);
  const withheld = sensitive.filter((category) => !sharesCategory(choice, category)).map(({ name }) => name);
  const topics = withheld.length > 1 && withheld.length === sensitive.length ? [words.allSensitive] : withheld;
  return [...records, ...details, ...topics, ...bean.neverShared.map(({ name }) => name)];
}
