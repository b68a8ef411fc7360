import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { KcPage } from "./kc.gen";

/** Without Keycloak, in development and in the gallery: /?page=login.ftl&lang=es&state=error. The theme's own build drops the mocks. */
async function page() {
  if (window.kcContext) return <KcPage kcContext={window.kcContext} />;
  if (import.meta.env.MODE === "production") return <h1>No Keycloak context</h1>;
  const query = new URLSearchParams(location.search);
  if (!query.has("page")) {
    const { StoryIndex } = await import("./login/mocks/StoryIndex");
    return <StoryIndex />;
  }
  if (query.get("page") === "connected-apps") {
    const { connectedAppsStory } = await import("./account/mocks/story");
    return connectedAppsStory(query);
  }
  const { mockFromQuery } = await import("./login/mocks/fromQuery");
  return <KcPage kcContext={mockFromQuery(query)} />;
}

const root = document.getElementById("root");
if (root) createRoot(root).render(<StrictMode>{await page()}</StrictMode>);
