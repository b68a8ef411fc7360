/** User name and password, posted to Keycloak's login action. */
import type { SignInContext } from "../pages/SignIn";
import { useWords } from "../words";
import { PasswordField } from "./PasswordField";

export function Credentials({ kcContext, wrong }: { kcContext: SignInContext; wrong: boolean }) {
  const { realm, url, login, auth, usernameHidden, enableWebAuthnConditionalUI } = kcContext;
  const words = useWords();
  const label = realm.registrationEmailAsUsername ? words.email : realm.loginWithEmailAllowed ? words.emailOrMemberId : words.memberId;
  const hinted = !realm.registrationEmailAsUsername;
  const describedBy = [hinted && "username-hint", wrong && "input-error"].filter(Boolean).join(" ");
  return (
    <form className="panel flow" id="kc-form-login" action={url.loginAction} method="post">
      {!usernameHidden && (
        <div className={wrong ? "field bad" : "field"}>
          <label htmlFor="username">{label}</label>
          {hinted && (
            <p className="small soft" id="username-hint">
              {words.memberIdHint}
            </p>
          )}
          <input
            className="input"
            id="username"
            name="username"
            type="text"
            defaultValue={login.username ?? ""}
            autoComplete={enableWebAuthnConditionalUI ? "username webauthn" : "username"}
            autoCapitalize="none"
            spellCheck={false}
            aria-invalid={wrong}
            {...(describedBy ? { "aria-describedby": describedBy } : {})}
          />
        </div>
      )}
      <PasswordField wrong={wrong} />
      {realm.rememberMe && !usernameHidden && (
        <div className="check">
          <input className="tick" id="rememberMe" name="rememberMe" type="checkbox" defaultChecked={Boolean(login.rememberMe)} />
          <label htmlFor="rememberMe">{words.rememberMe}</label>
        </div>
      )}
      <input type="hidden" id="id-hidden-input" name="credentialId" value={auth.selectedCredential ?? ""} />
      <button className="btn" type="submit" id="kc-login" name="login" value="password">
        {words.signInButton}
      </button>
    </form>
  );
}
