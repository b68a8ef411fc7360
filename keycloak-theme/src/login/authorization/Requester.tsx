/** Who asks. The logo is not fetched: it would tell its owner who opened this page, and anyone can copy a logo. */
import type { ReactNode } from "react";
import type { AuthorizationBean } from "../KcContext";
import { ExternalLink } from "../ui/ExternalLink";
import { Icon } from "../ui/Icon";
import { Sentence } from "../ui/Sentence";
import { useWords, wordFor } from "../words";

interface Props {
  client: AuthorizationBean["client"];
  /** What stands below the app: for whom it asks. */
  children: ReactNode;
}

export function Requester({ client, children }: Props) {
  const words = useWords();
  const owner = wordFor(words.ownerTypes, client.ownerType) ?? words.ownerUnknown;
  const name = client.name || client.clientId;
  return (
    <section className="panel who sect" aria-labelledby="who">
      <span className="logo" aria-hidden="true">
        {[...name][0]?.toUpperCase()}
      </span>
      <div className="name">
        <h2 id="who" className="small soft">
          {words.whoTitle}
        </h2>
        <p className="h3">
          <bdi>{name}</bdi>
        </p>
      </div>
      <div className="body">
        <ul className="tags">
          <li className="tag">{owner.name}</li>
          <li className={client.verified ? "tag" : "tag warn"}>
            <Icon name={client.verified ? "shield" : "info"} />
            {client.verified ? words.verified : words.unverified}
          </li>
        </ul>
        <p>
          <Sentence text={owner.body} values={{ owner: client.ownerName || words.ownerNameless }} /> {client.verified && words.verifiedNote}
        </p>
        <p className="inline">
          <ExternalLink address={client.website} text={words.website} />
          <ExternalLink address={client.policyUri} text={words.privacyPolicy} />
          <ExternalLink address={client.tosUri} text={words.terms} />
        </p>
      </div>
      <div className="wide">{children}</div>
    </section>
  );
}
