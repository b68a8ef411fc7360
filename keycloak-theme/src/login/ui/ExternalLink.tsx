/** A link to somewhere that is not the plan. An address that is not http or https is not a link, so nothing is shown. */
import { useWords } from "../words";
import { webAddress } from "./webAddress";

export function ExternalLink({ address, text }: { address: string | undefined; text: string }) {
  const words = useWords();
  const href = webAddress(address);
  if (!href) return null;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {text} <span className="vh">{words.opensTab}</span>
    </a>
  );
}
