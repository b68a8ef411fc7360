/** What the member should know before deciding, by who runs the app. */
import { usePlan } from "../../plan/usePlan";
import { ExternalLink } from "../ui/ExternalLink";
import { Icon, type IconName } from "../ui/Icon";
import { Sentence } from "../ui/Sentence";
import { useWords, wordFor } from "../words";

const FTC = "https://reportfraud.ftc.gov/";
const OCR = "https://www.hhs.gov/hipaa/filing-a-complaint/";

export function WhatHappensNext({ ownerType, app }: { ownerType: string; app: string }) {
  const words = useWords();
  const { phone } = usePlan();
  const hipaa = ownerType === "health-plan" || ownerType === "covered-entity";
  const items: [IconName, string, string][] = [
    ["copy", words.nextCopy, wordFor(words.nextCopyBody, ownerType) ?? words.nextCopyBody.developer],
    ["stop", words.nextStop, words.nextStopBody],
    ["no", words.nextNo, words.nextNoBody],
    ["flag", words.nextComplain, hipaa ? words.nextComplainOcr : words.nextComplainFtc],
  ];
  return (
    <section className="flow sect" aria-labelledby="next">
      <h2 id="next">{words.nextTitle}</h2>
      <ul className="next">
        {items.map(([icon, lead, body]) => (
          <li key={icon}>
            <Icon name={icon} />
            <h3>
              <Sentence text={lead} values={{ app }} />
            </h3>
            <p>
              <Sentence text={body} values={{ phone }} />{" "}
              {icon === "flag" && <ExternalLink address={hipaa ? OCR : FTC} text={hipaa ? words.complainOcr : words.complainFtc} />}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
