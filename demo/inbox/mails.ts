/** The mails of the demo: one `.eml` file each in a folder, read anew whenever somebody looks. */
import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import PostalMime from "postal-mime";

export interface Mail {
  /** Name of its file. */
  readonly name: string;
  readonly to: readonly string[];
  readonly from: string;
  readonly subject: string;
  readonly at: Date;
  readonly text: string;
  readonly html: string;
}

const NAME = /^\d+-[0-9a-f]{8}\.eml$/;

export async function keepMail(folder: string, source: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, `${Date.now()}-${randomBytes(4).toString("hex")}.eml`), source, { mode: 0o600 });
}

/** Newest first. */
export async function keptMails(folder: string): Promise<readonly Mail[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const names = (await readdir(folder)).filter((name) => NAME.test(name)).sort();
  return Promise.all(names.reverse().map((name) => readMail(folder, name)));
}

/** `undefined` for what is no name of a mail, or not there. */
export async function keptMail(folder: string, name: string): Promise<Mail | undefined> {
  return NAME.test(name) ? readMail(folder, name).catch(() => undefined) : undefined;
}

async function readMail(folder: string, name: string): Promise<Mail> {
  const { to = [], from, subject = "", text = "", html = "" } = await PostalMime.parse(await readFile(join(folder, name)));
  const addresses = to.map(({ address = "" }) => address);
  return { name, to: addresses, from: from?.name || from?.address || "", subject, at: new Date(Number.parseInt(name, 10)), text, html };
}
