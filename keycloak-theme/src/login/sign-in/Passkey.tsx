/** Keycloak's passkey sign-in; its script finds these ids. */
import { useScript } from "keycloakify/login/pages/Login.useScript";
import type { I18n } from "../i18n";
import type { SignInContext } from "../pages/SignIn";
import { useWords } from "../words";

const BUTTON = "authenticateWebAuthnButton";
const RESULT = ["clientDataJSON", "authenticatorData", "signature", "credentialId", "userHandle", "error"];

export function Passkey({ kcContext, i18n }: { kcContext: SignInContext; i18n: I18n }) {
  const words = useWords();
  useScript({ webAuthnButtonId: BUTTON, kcContext, i18n });
  return (
    <>
      <form id="webauth" action={kcContext.url.loginAction} method="post">
        {RESULT.map((field) => (
          <input key={field} type="hidden" id={field} name={field} />
        ))}
      </form>
      <form id="authn_select">
        {kcContext.authenticators?.authenticators.map(({ credentialId }) => (
          <input key={credentialId} type="hidden" name="authn_use_chk" value={credentialId} readOnly />
        ))}
      </form>
      <button className="btn quiet" type="button" id={BUTTON}>
        {words.passkeyButton}
      </button>
    </>
  );
}
