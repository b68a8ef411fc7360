/** The page: asks for the member's connections, shows one view of them, and says what became of what was pressed. */
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { ChangeView } from "./ChangeView";
import type { Change, Connection, Connections, Trouble } from "./connections";
import { ListView } from "./ListView";
import { appName } from "./names";
import { NoList, Outcome, type Said, Waiting } from "./Outcome";
import { useView } from "./route";
import { StopView } from "./StopView";
import { type Language, stands } from "./shares";

interface Props {
  connections: Connections;
  language: Language;
  plan: string;
  signIn: () => void;
}

export function ConnectedApps({ connections, language, plan, signIn }: Props) {
  const { own } = language;
  const { view, show } = useView();
  const [mine, setMine] = useState<readonly Connection[] | "loading" | Trouble>("loading");
  const [said, setSaid] = useState<Said>();
  const count = useRef(0);
  const moved = useRef(false);
  const say = useCallback((next: { done: "changed" | "stopped"; app: string } | { trouble: Trouble }) => {
    count.current += 1;
    setSaid({ ...next, id: count.current });
  }, []);

  const load = useCallback(async () => {
    const outcome = await connections.list();
    setMine("value" in outcome ? outcome.value : outcome.trouble);
  }, [connections]);
  useEffect(() => void load(), [load]);

  const go: typeof show = (next) => {
    moved.current = true;
    setSaid(undefined);
    show(next);
  };
  const toList = () => go({ name: "list" });

  async function change(connection: Connection, wanted: Change): Promise<void> {
    const outcome = await connections.change(connection.id, wanted);
    if ("trouble" in outcome) {
      if (outcome.trouble === "changed-meanwhile" || outcome.trouble === "ended") await load();
      if (outcome.trouble === "ended" || outcome.trouble === "gone") toList();
      say({ trouble: outcome.trouble });
      return;
    }
    await load();
    toList();
    say({ done: "changed", app: appName(own, connection) });
  }

  async function stop(connection: Connection): Promise<void> {
    const outcome = await connections.stop(connection);
    if ("trouble" in outcome) return say({ trouble: outcome.trouble });
    await load();
    toList();
    say({ done: "stopped", app: appName(own, connection) });
  }

  const notice = said && <Outcome key={said.id} said={said} language={language} signIn={signIn} />;
  if (mine === "loading") return <Waiting language={language} plan={plan} />;
  if (typeof mine === "string") return <NoList language={language} plan={plan} trouble={mine} again={load} signIn={signIn} />;

  const wanted = view.name === "list" ? undefined : mine.find(({ id }) => id === view.id);
  const framed = (shown: ReactNode) => (
    <>
      <div className="narrow said">{notice}</div>
      {shown}
    </>
  );
  if (wanted && view.name === "change" && wanted.state === "current" && !wanted.by) {
    const key = `${wanted.id}-${wanted.revision}`;
    const save = (next: Change) => change(wanted, next);
    return framed(<ChangeView key={key} connection={wanted} language={language} plan={plan} save={save} keep={toList} />);
  }
  if (wanted && view.name === "stop" && stands(wanted) && wanted.mayStop)
    return framed(<StopView key={wanted.id} connection={wanted} language={language} plan={plan} stop={() => stop(wanted)} keep={toList} />);
  const focus = moved.current && !said;
  return framed(<ListView connections={mine} language={language} plan={plan} now={Date.now()} focus={focus} show={go} />);
}
