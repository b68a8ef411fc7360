/** Forgotten password, a new account, and the identity providers that the plan trusts. */
import type { SignInContext } from "../pages/SignIn";
import { useWords } from "../words";

export function OtherWays({ kcContext }: { kcContext: SignInContext }) {
  const { realm, url, social, registrationDisabled } = kcContext;
  const words = useWords();
  const providers = social?.providers ?? [];
  return (
    <>
      <ul className="inline">
        {realm.resetPasswordAllowed && (
          <li>
            <a href={url.loginResetCredentialsUrl}>{words.forgot}</a>
          </li>
        )}
        {realm.registrationAllowed && !registrationDisabled && (
          <li>
            <a href={url.registrationUrl}>{words.noAccount}</a>
          </li>
        )}
      </ul>
      {providers.length > 0 && (
        <section className="flow" id="kc-social-providers" aria-labelledby="other-ways">
          <h2 className="h3" id="other-ways">
            {words.otherWays}
          </h2>
          <ul className="inline">
            {providers.map(({ alias, loginUrl, displayName }) => (
              <li key={alias}>
                <a className="btn quiet" id={`social-${alias}`} href={loginUrl}>
                  <bdi>{displayName}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
