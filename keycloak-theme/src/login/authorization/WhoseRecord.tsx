/** Whose record the app asks for and in what role the member decides; with the way to somebody else where there is one. */
import type { AuthorizationBean } from "../KcContext";
import { Sentence } from "../ui/Sentence";
import { useWords } from "../words";
import { relationshipWords } from "./names";

interface Props {
  person: AuthorizationBean["person"];
  choosesPerson: boolean;
  restartUrl: string;
}

export function WhoseRecord({ person: { name, relationship }, choosesPerson, restartUrl }: Props) {
  const words = useWords();
  const self = relationship === "self";
  const text = self ? words.aboutYou : words.aboutOther;
  return (
    <>
      <p id="whose-record">
        <span className="soft">{words.aboutWho}</span>{" "}
        <strong>
          <Sentence text={text} values={{ name, role: relationshipWords(words, relationship) }} />
        </strong>
      </p>
      {choosesPerson && (
        <button className="text-btn" type="submit" id="someone-else" name="decision" value="person" formNoValidate>
          {words.someoneElse}
        </button>
      )}
      <a href={restartUrl}>{words.restart}</a>
    </>
  );
}
