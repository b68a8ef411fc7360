/** Where the demo's mails go: a mail server, a folder and a page, all on this machine. */
import { keptMails, type Mail } from "./mails.ts";
import { startInboxPage } from "./page.ts";
import { startSmtp } from "./smtp.ts";

export interface InboxStart {
  readonly smtpPort: number;
  readonly pagePort: number;
  readonly folder: string;
}

export interface Inbox {
  readonly url: string;
  /** Newest first. */
  mails(): Promise<readonly Mail[]>;
  stop(): Promise<void>;
}

export async function startInbox({ smtpPort, pagePort, folder }: InboxStart): Promise<Inbox> {
  const servers = await Promise.all([startSmtp(smtpPort, folder), startInboxPage(pagePort, folder)]);
  return {
    url: `http://localhost:${pagePort}/`,
    mails: () => keptMails(folder),
    stop: async () => {
      await Promise.all(servers.map((server) => server.stop()));
    },
  };
}
