/* All writing to the page; every text from outside goes in as text. */
import { title } from "./titles.js";

const at = (id) => document.getElementById(id);

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

export const show = {
  onConnect: (work) => at("connect").addEventListener("click", work),
  onDownload: (work) => at("download").addEventListener("click", work),
  onRefresh: (work) => at("refresh").addEventListener("click", work),

  /** `state` is one of: not connected, loading, connected, declined, refused, error. */
  status(state, message = "") {
    at("message").textContent = message;
    for (const id of ["connect", "download", "refresh"]) at(id).disabled = state === "loading";
    at("status").textContent = state;
  },

  granted(client) {
    at("facts").hidden = false;
    at("patient").textContent = client.patient.id ?? "none";
    const scope = client.getState("tokenResponse.scope") ?? "";
    at("granted-scopes").textContent = scope;
    at("download").hidden = false;
    at("refresh").hidden = !(client.getState("tokenResponse.refresh_token") && scope.split(" ").includes("offline_access"));
  },

  progress(total, pages) {
    at("received").hidden = false;
    at("progress").textContent = `${total} records in ${pages} ${pages === 1 ? "page" : "pages"}`;
  },

  /** `byType` is a map from type to a map from id to resource. */
  received(byType) {
    const types = [...byType.keys()].sort();
    at("received").hidden = false;
    at("person").textContent = [...(byType.get("Patient")?.values() ?? [])].map(title)[0] ?? "";
    at("counts").replaceChildren(
      ...types.map((type) => {
        const count = byType.get(type).size;
        const row = element("tr", "", { "data-type": type, "data-count": count });
        row.append(element("th", type, { scope: "row" }), element("td", count));
        return row;
      }),
    );
    at("records").replaceChildren(...types.map((type) => list(type, [...byType.get(type).values()])));
  },

  /** The tokens are gone: only connecting again makes sense. */
  ended() {
    at("download").hidden = true;
    at("refresh").hidden = true;
  },
};

/** Folded; the items are made when the person opens it. */
function list(type, resources) {
  const details = document.createElement("details");
  details.append(element("summary", `${type} (${resources.length})`));
  details.addEventListener("toggle", () => {
    if (!details.open || details.querySelector("ul")) return;
    const items = document.createElement("ul");
    items.append(...resources.map((resource) => element("li", title(resource))));
    details.append(items);
  });
  return details;
}
