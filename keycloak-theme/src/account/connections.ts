/** The member's authorizations over the extension's REST (docs/contracts.md, section 9). Every answer is a value; nothing is thrown. */
import type { SharingMode } from "@member-exchange/sharing-policy";

/** One authorization as its member sees it; instants in epoch milliseconds. */
export interface Connection {
  readonly id: string;
  readonly revision: number;
  readonly client: {
    readonly clientId: string;
    readonly name: string;
    readonly ownerType: string;
    readonly ownerName: string;
    readonly verified: boolean;
    readonly website: string;
  };
  /** "" when the relationship does not hold. */
  readonly person: string;
  readonly relationship: string;
  readonly state: string;
  /** Granted, divided by spaces; says which kinds of records are shared in parts. */
  readonly scope: string;
  readonly resourceTypes: readonly string[];
  /** Of `resourceTypes`, those of which less was allowed than was asked for. */
  readonly narrowedTypes: readonly string[];
  /** What was on the page when it was allowed. */
  readonly offeredTypes: readonly string[];
  readonly mode: SharingMode;
  /** Categories that it shares today. */
  readonly sharedToday: readonly string[];
  /** Categories that the member cannot share for this person. */
  readonly closed: readonly string[];
  readonly duration: string;
  readonly created: number;
  readonly until: number | null;
  /** ISO date (UTC). */
  readonly lastUsed: string | null;
  readonly at: number;
  /** Who allowed it for the member's record, when that was somebody else; name "" when the plan no longer knows them. */
  readonly by: { readonly name: string; readonly relationship: string } | null;
  readonly stoppedBy: string;
  readonly mayStop: boolean;
}

export interface Change {
  readonly revision: number;
  readonly mode: SharingMode;
  readonly shared: readonly string[];
}

/** `no-answer`: whether it counted is not known. */
export type Trouble = "not-allowed" | "signed-out" | "changed-meanwhile" | "ended" | "needs-end" | "gone" | "no-answer";
export type Outcome<Value> = { readonly value: Value } | { readonly trouble: Trouble };

export interface Connections {
  /** The member's own, then what others allowed for the member's record. */
  list(): Promise<Outcome<readonly Connection[]>>;
  change(id: string, change: Change): Promise<Outcome<Connection>>;
  stop(connection: Connection): Promise<Outcome<undefined>>;
}

const TROUBLE: Readonly<Record<string, Trouble>> = {
  invalid_token: "signed-out",
  conflict: "changed-meanwhile",
  not_current: "ended",
  needs_end: "needs-end",
  not_found: "gone",
  access_denied: "not-allowed",
};
const PATIENCE_MS = 15_000;

/** @param token as `Session.token` */
export function connectionsAt(apiUrl: string, token: () => Promise<string | undefined>): Connections {
  async function ask<Value>(method: string, path: string, body?: Change): Promise<Outcome<Value>> {
    const bearer = await token();
    if (!bearer) return { trouble: "signed-out" };
    try {
      const answer = await fetch(`${apiUrl}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${bearer}`,
          accept: "application/json",
          ...(body ? { "content-type": "application/json" } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const text = await answer.text();
      const json: unknown = text ? JSON.parse(text) : undefined;
      if (answer.ok) return { value: json as Value };
      return { trouble: TROUBLE[(json as { error?: string } | undefined)?.error ?? ""] ?? "no-answer" };
    } catch {
      return { trouble: "no-answer" };
    }
  }
  return {
    list: async () => {
      const listed = (path: string) => ask<readonly Connection[]>("GET", path);
      const [own, others] = await Promise.all([listed("/mine"), listed("/by-others")]);
      if ("trouble" in own) return own;
      if ("trouble" in others) return others;
      return { value: [...own.value, ...others.value] };
    },
    change: (id, change) => ask("PUT", `/mine/${encodeURIComponent(id)}`, change),
    stop: ({ id, by }) => ask("DELETE", `/${by ? "by-others" : "mine"}/${encodeURIComponent(id)}`),
  };
}
