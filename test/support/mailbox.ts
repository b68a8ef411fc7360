/** A real mail server for one test file, and a realm that uses it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Inbox, type Mail, startInbox } from "@member-exchange/demo";
import type { Smtp } from "@member-exchange/realm-config";
import { freePorts } from "../run/free-ports.ts";

const WITHIN_MS = 15_000;

export interface Mailbox {
  readonly smtp: Smtp;
  /** Waits until this address has so many mails; newest first. @throws when it has not after fifteen seconds */
  mailsTo(address: string, count: number): Promise<readonly Mail[]>;
  all(): Promise<readonly Mail[]>;
  close(): Promise<void>;
}

export async function openMailbox(): Promise<Mailbox> {
  const [smtpPort = 0, pagePort = 0] = await freePorts(2);
  const folder = mkdtempSync(join(tmpdir(), "mails-"));
  const inbox: Inbox = await startInbox({ smtpPort, pagePort, folder });
  const to = async (address: string) => (await inbox.mails()).filter((mail) => mail.to.includes(address));
  return {
    smtp: { host: "localhost", port: smtpPort, from: "no-reply@plan.example", security: "none" },
    mailsTo: async (address, count) => {
      const deadline = Date.now() + WITHIN_MS;
      while ((await to(address)).length < count) {
        if (Date.now() > deadline) throw new Error(`${address} has ${(await to(address)).length} of ${count} mails`);
        await new Promise((done) => setTimeout(done, 100));
      }
      return to(address);
    },
    all: () => inbox.mails(),
    close: async () => {
      await inbox.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
