/** A member of the demo connects its app without a browser. */
import { sampleApp } from "@member-exchange/demo";
import { AuthorizationFlow } from "./authorization-flow.ts";
import { servers } from "./member-browser.ts";

/** Access token for the member's own record, for this time only. */
export async function tokenOf(member: { username: string; password: string }, mode: "all-but-sensitive" | "everything"): Promise<string> {
  const { issuer, fhirBaseUrl, sampleAppUrl } = servers();
  const app = sampleApp(sampleAppUrl);
  const request = { issuer, clientId: app.clientId, redirectUri: app.redirectUris[0] as string, scope: "patient/*.rs", aud: fhirBaseUrl };
  const flow = new AuthorizationFlow({ ...request, prompt: "consent" });
  const first = await flow.signIn(await flow.start(), member.username, member.password);
  const screen = first.kind === "page" && first.page === "choose-person.ftl" ? await flow.post(first, ownRecord(first.context)) : first;
  const { body } = await flow.redeem(await flow.post(screen, { mode, duration: "once", decision: "allow" }));
  return body.access_token as string;
}

/** The answer of a member who acts for others too, and chooses their own record. */
function ownRecord({ authorization }: { authorization: { people: { value: string; relationship: string }[] } }): Record<string, string> {
  const self = authorization.people.find(({ relationship }) => relationship === "self");
  return { person: self?.value as string, decision: "continue" };
}
