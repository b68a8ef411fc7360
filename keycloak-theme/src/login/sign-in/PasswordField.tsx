/** The password, which its owner may look at. */
import { useState } from "react";
import { useWords } from "../words";

export function PasswordField({ wrong }: { wrong: boolean }) {
  const words = useWords();
  const [shown, setShown] = useState(false);
  return (
    <div className={wrong ? "field bad" : "field"}>
      <label htmlFor="password">{words.password}</label>
      <input
        className="input"
        id="password"
        name="password"
        type={shown ? "text" : "password"}
        autoComplete="current-password"
        aria-invalid={wrong}
        {...(wrong ? { "aria-describedby": "input-error" } : {})}
      />
      <p>
        <button className="text-btn small" type="button" aria-controls="password" onClick={() => setShown(!shown)}>
          {shown ? words.hidePassword : words.showPassword}
        </button>
      </p>
    </div>
  );
}
