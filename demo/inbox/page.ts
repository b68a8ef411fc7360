/** The inbox as a web page: a list, and each mail as text and as its HTML in a frame that may do nothing. */
import { createServer, type ServerResponse } from "node:http";
import { keptMail, keptMails, type Mail } from "./mails.ts";

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'";
/** A mail's HTML: no script, no picture from elsewhere, links open a new tab. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'self'";
const STYLE =
  "body{font:1rem/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}" +
  "li{padding:.5rem 0}pre{white-space:pre-wrap;font:inherit}iframe{width:100%;height:32rem;border:1px solid #888;background:#fff}";

export async function startInboxPage(port: number, folder: string): Promise<{ stop(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const [, kind = "", name = ""] = new URL(request.url ?? "/", "http://localhost").pathname.split("/");
    if (request.method !== "GET") return send(response, 405, page("Not allowed", ""));
    if (kind === "") return send(response, 200, list(await keptMails(folder)));
    const mail = kind === "mail" || kind === "html" ? await keptMail(folder, name) : undefined;
    if (!mail) return send(response, 404, page("Not found", back));
    return kind === "mail" ? send(response, 200, one(mail)) : send(response, 200, mail.html, MAIL_POLICY);
  });
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", listening);
  });
  return {
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, status: number, html: string, policy = POLICY): void {
  const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": policy, "cache-control": "no-store" };
  response.writeHead(status, { ...headers, "referrer-policy": "no-referrer", "x-content-type-options": "nosniff" }).end(html);
}

const back = `<p><a href="/">All mails</a></p>`;

const list = (mails: readonly Mail[]): string =>
  page(
    "Inbox of the demo",
    mails.length === 0
      ? "<p>No mail yet. Connect an app.</p>"
      : `<ul>${mails.map((mail) => `<li><a href="/mail/${mail.name}">${escaped(mail.subject)}</a><br>${about(mail)}</li>`).join("")}</ul>`,
  );

const one = (mail: Mail): string =>
  page(
    mail.subject,
    `${back}<p>${about(mail)}</p><h2>As text</h2><pre>${linked(mail.text)}</pre>
<h2>As HTML</h2><iframe title="The mail as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/html/${mail.name}"></iframe>`,
  );

const about = ({ from, to, at }: Mail): string => `from ${escaped(from)} to ${escaped(to.join(", "))}, ${at.toISOString()}`;

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${STYLE}</style><main><h1>${escaped(title)}</h1>${body}</main></html>`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const linked = (text: string): string => escaped(text).replace(/https?:\/\/[^\s&]+/g, (address) => `<a href="${address}">${address}</a>`);
