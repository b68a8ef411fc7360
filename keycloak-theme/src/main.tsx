import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { KcPage } from "./kc.gen";

// without Keycloak: /?page=login.ftl&lang=es&state=error; a build drops the mocks
if (import.meta.env.DEV && !window.kcContext) {
  const { mockFromQuery } = await import("./login/mocks/fromQuery");
  window.kcContext = mockFromQuery(new URLSearchParams(location.search));
}

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>{window.kcContext ? <KcPage kcContext={window.kcContext} /> : <h1>No Keycloak context</h1>}</StrictMode>,
  );
}
