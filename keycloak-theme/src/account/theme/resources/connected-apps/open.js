// Keycloak's own pages follow their links within their script; the one to connected apps leads out of it, to our page
document.addEventListener(
  "click",
  (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { pathname } = new URL(link.href);
    if (!pathname.endsWith("/account/applications")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    location.assign(pathname);
  },
  true,
);
