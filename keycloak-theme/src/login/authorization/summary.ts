/** The choice in one sentence, and what it keeps private. */
import type { AuthorizationBean } from "../KcContext";
import { phrase } from "../ui/Sentence";
import type { Words } from "../words";
import { type Choice, DEMOGRAPHICS, sensitiveOf, shareOf, sharesCategory, sharesNothing } from "./choice";
import { groupName, groupsOf, partWords, typeName } from "./groups";
import { allTopicNames } from "./names";
import { withoutNews } from "./whatIsNew";

const LONGEST_LIST = 3;

type Kinds = AuthorizationBean["types"];
const withShare = (choice: Choice, types: Kinds, ...shares: string[]) => types.filter((kind) => shares.includes(shareOf(choice, kind)));

/** Names of the parts that the choice shares, or of those that it does not. */
const partNames = (words: Words, choice: Choice, { type, parts }: Kinds[number], shared: boolean) =>
  parts.filter(({ scope }) => choice.parts.has(scope) === shared).map(({ category }) => partWords(words, type, category).name);

/** A sentence for each kind of record that is shared in part. */
const narrowed = (words: Words, bean: AuthorizationBean, choice: Choice): string[] =>
  withShare(choice, bean.types, "some").map((kind) => {
    const shared = partNames(words, choice, kind, true);
    const values = { kind: typeName(words, kind.type), list: shared.join("; "), n: shared.length, m: kind.parts.length };
    return phrase(shared.length <= LONGEST_LIST ? words.sumParts : words.sumPartsCount, values);
  });

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
  const isPlain = sharesDetails(bean, choice) && !sensitiveOf(bean).some((category) => sharesCategory(choice, category));
  const some = groups.filter(({ types }) => withShare(choice, types, "all", "some").length > 0).length;
  const full = groups.filter(({ types }) => withShare(choice, types, "all").length === types.length).length;
  if (isPlain && full === groups.length) return words.sumAllButSensitive;
  const counts = { n: some, m: groups.length };
  const records = full === groups.length ? words.sumRecordsAll : phrase(full < some ? words.sumRecordsPart : words.sumRecordsSome, counts);

  return [records, ...narrowed(words, bean, choice), details, topicsOf(words, bean, choice)].join(" ");
}

/** The same for what was there before: without what is new in this request. */
export function earlierSummaryOf(words: Words, bean: AuthorizationBean, choice: Choice): string {
  const earlier = withoutNews(bean);
  if (earlier.types.length > 0 || choice.mode !== "chosen") return summaryOf(words, earlier, choice);
  return [sharesDetails(earlier, choice) ? words.sumDetailsYes : words.sumDetailsNo, topicsOf(words, earlier, choice)].join(" ");
}

/** Names of everything that was asked for, or could be shared, and is not. */
export function keptPrivate(words: Words, bean: AuthorizationBean, choice: Choice): string[] {
  const records = groupsOf(bean).flatMap((group) => {
    const none = withShare(choice, group.types, "none").length;
    if (none === group.types.length) return [groupName(words, group)];
    const parts = withShare(choice, group.types, "some").flatMap((kind) => partNames(words, choice, kind, false));
    return none > 0 ? [phrase(words.slipInPart, { group: groupName(words, group) }), ...parts] : parts;
  });
  const details = detailsOf(bean)
    .filter((category) => !sharesCategory(choice, category))
    .map(({ name }) => name);
  const sensitive = sensitiveOf(bean);
  const withheld = sensitive.filter((category) => !sharesCategory(choice, category)).map(({ name }) => name);
  const never = bean.neverShared.map(({ name }) => name);
  const none = withheld.length > 1 && withheld.length === sensitive.length;
  return [...records, ...details, ...(none ? [allTopicNames(words, never)] : [...withheld, ...never])];
}
