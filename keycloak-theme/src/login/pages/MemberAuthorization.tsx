/** The authorization page: its frame and its title; the question itself is `authorization/AuthorizationForm.tsx`. */
import { usePlan } from "../../plan/usePlan";
import { AuthorizationForm } from "../authorization/AuthorizationForm";
import { Frame } from "../frame/Frame";
import type { I18n } from "../i18n";
import type { KcContext } from "../KcContext";
import { sentence } from "../ui/Sentence";
import { useWords } from "../words";

type Context = Extract<KcContext, { pageId: "member-authorization.ftl" }>;

export default function MemberAuthorization({ kcContext, i18n }: { kcContext: Context; i18n: I18n }) {
  const { authorization, url } = kcContext;
  const words = useWords();
  const { name: plan } = usePlan();
  const { client, person, problem } = authorization;
  const question = person.relationship === "self" ? words.authTitle : words.authTitleOther;
  const title = sentence(question, { app: client.name || client.clientId, person: person.name });
  return (
    <Frame kcContext={kcContext} i18n={i18n} title={problem ? `${words.errorPrefix} ${title}` : title}>
      <AuthorizationForm bean={authorization} action={url.loginAction} restartUrl={url.loginRestartFlowUrl} plan={plan} />
    </Frame>
  );
}
