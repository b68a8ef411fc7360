/** What the server tells the page before it asks anything: written by MemberAccountConsole in keycloak-extension. */
export interface Environment {
  readonly serverUrl: string;
  /** Ends with a slash. */
  readonly accountUrl: string;
  /** Of docs/contracts.md, section 9. */
  readonly apiUrl: string;
  readonly realm: string;
  /** "" when the realm has none. */
  readonly displayName: string;
  readonly clientId: string;
  /** The plan's settings (`plan/settings.ts`) as Keycloak's environment has them. */
  readonly properties: Readonly<Record<string, string>>;
  readonly locale: string;
  readonly locales: readonly string[];
  /** Section 6 of docs/contracts.md; null when the realm has none that can be used. */
  readonly policy: Policy | null;
}

export interface Policy {
  readonly categories: readonly PolicyCategory[];
  readonly resourceTypes: readonly { readonly type: string; readonly group: string }[];
}

export interface PolicyCategory {
  readonly code: string;
  readonly default: string;
  readonly needsEnd: boolean;
  /** By language; English is there. */
  readonly texts: Readonly<Record<string, { readonly name: string; readonly body: string }>>;
}

export function readEnvironment(document: Document): Environment | undefined {
  const json = document.getElementById("environment")?.textContent;
  return json ? (JSON.parse(json) as Environment) : undefined;
}
