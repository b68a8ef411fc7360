/** One request of the corpus, as parts that can be left out one by one when it is made smaller. */

export interface Asked {
  /** Position in the list of sights: whose token, and of what worth. */
  readonly sight: number;
  readonly method: string;
  /** Below the base URL, sent as it stands. */
  readonly path: string;
  /** `name=value`, encoded already. */
  readonly query: readonly string[];
  /** Whether the query goes as a form. */
  readonly form: boolean;
  /** A body that is no form. */
  readonly body?: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether next links are followed to the end. */
  readonly walk: boolean;
}

export const plainly = (sight: number, path: string, query: readonly string[] = [], more: Partial<Asked> = {}): Asked => ({
  sight,
  method: "GET",
  path,
  query,
  form: false,
  headers: {},
  walk: false,
  ...more,
});

export const pair = (name: string, value: string): string => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;

/** The request in words that can be typed again. */
export function written({ method, path, query, form, body, headers }: Asked): string {
  const head = Object.entries(headers).map(([name, value]) => ` -H '${name}: ${value}'`);
  const sent = form ? ` --data '${query.join("&")}'` : body === undefined ? "" : ` --data '${body}'`;
  return `${method} ${path}${form || query.length === 0 ? "" : `?${query.join("&")}`}${head.join("")}${sent}`;
}

/** The same request with one part less, each in turn. */
export function simpler(asked: Asked): readonly Asked[] {
  return [
    ...asked.query.map((_, at) => ({ ...asked, query: asked.query.filter((_, other) => other !== at) })),
    ...Object.keys(asked.headers).map((name) => ({
      ...asked,
      headers: Object.fromEntries(Object.entries(asked.headers).filter(([other]) => other !== name)),
    })),
    ...batchEntries(asked).map((_, at, entries) => ({ ...asked, body: batchOf(entries.filter((_, other) => other !== at)) })),
    ...(asked.walk ? [{ ...asked, walk: false }] : []),
  ];
}

/** The body of a batch. */
export const batchOf = (entry: readonly unknown[]): string => JSON.stringify({ resourceType: "Bundle", type: "batch", entry });

const batchEntries = ({ body }: Asked): readonly unknown[] =>
  body === undefined ? [] : (JSON.parse(body) as { entry: readonly unknown[] }).entry;
