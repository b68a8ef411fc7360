/* The app's flow: SMART standalone launch with PKCE, then a download of everything that was granted. */
import { everything } from "./download.js";
import { show } from "./page.js";
import { explain } from "./problems.js";

const { oauth2 } = window.FHIR;
oauth2.settings.refreshTokenWithClientId = true;

const settings = await (await fetch("settings.json")).json();
const address = new URL(window.location.href);
let client;

show.onConnect(connect);
show.onDownload(() => attempt(download));
show.onRefresh(() => attempt(refresh));

if (address.searchParams.has("error")) declinedOrRefused(address.searchParams);
else if (address.searchParams.has("code") || sessionStorage.getItem("SMART_KEY")) await attempt(arrive);

/** Sends the member to the plan; `?scope=` in this page's address changes what is asked for. */
async function connect() {
  await attempt(async () => {
    show.status("loading");
    sessionStorage.clear();
    await oauth2.authorize({
      clientId: settings.clientId,
      iss: settings.fhirBaseUrl,
      redirectUri: settings.redirectUri,
      scope: address.searchParams.get("scope") ?? settings.scope,
      pkceMode: "required",
    });
  });
}

/** Back from the plan, or a reload of this page: code for token, then the records. */
async function arrive() {
  show.status("loading");
  client = await oauth2.ready();
  await download();
}

async function download() {
  show.status("loading");
  show.granted(client);
  const received = await everything(client, show.progress);
  show.received(received);
  show.status("connected");
}

async function refresh() {
  show.status("loading");
  await client.refresh();
  show.granted(client);
  show.status("connected", "The plan gave this app a new access token.");
}

function declinedOrRefused(answer) {
  const { status, message } = explain.answer(answer.get("error"), answer.get("error_description"));
  sessionStorage.clear();
  window.history.replaceState({}, "", "./");
  show.status(status, message);
}

/** Runs one of the above; whatever goes wrong becomes a status and a sentence. */
async function attempt(work) {
  try {
    await work();
  } catch (error) {
    const { status, message, over } = explain.failure(error);
    if (over) {
      sessionStorage.clear();
      show.ended();
    }
    show.status(status, message);
  }
}
