/** Texts and addresses that someone outside the plan wrote. */
import { screen } from "@testing-library/react";
import { contextOf, renderAuthorization, renderPage } from "../../../test/render";
import { APPS, HOSTILE } from "../mocks/authorization";

const SCRIPT = "<img src=x onerror=alert(1)><script>alert(1)</script>";
const RIGHT_TO_LEFT = "\u202Eتطبيق الصحة";

test.each([
  ["markup", SCRIPT],
  ["right-to-left", RIGHT_TO_LEFT],
  ["ninety characters", HOSTILE.name],
  ["holes and patterns", "{owner} {plan} $& $1 {0} {1}"],
])("R7 a name of %s stays text in a bdi of its own", async (_, name) => {
  const page = await renderAuthorization({ client: { ...APPS.developer, name, ownerName: name }, person: { name, relationship: "self" } });
  expect(page.querySelector("script, img")).toBeNull();
  const heading = screen.getByRole("heading", { level: 1 });
  expect(heading.querySelector("bdi")?.textContent).toBe(name);
  expect(heading.textContent).toBe(`Share your health records with ${name}?`);
  expect(document.title).toContain(`\u2068${name}\u2069`);
  for (const node of [...page.querySelectorAll("*")].filter((found) => found.children.length === 0 && found.textContent?.includes(name))) {
    expect(node.closest("bdi")).not.toBeNull();
  }
});

test("R7 only http and https addresses become links, and they hand over nothing", async () => {
  const page = await renderAuthorization({ client: HOSTILE });
  expect(screen.queryByRole("link", { name: /Website/ })).toBeNull();
  expect(screen.queryByRole("link", { name: /Privacy policy/ })).toBeNull();
  const terms = screen.getByRole("link", { name: "Terms of use (opens in a new tab)" });
  expect(terms).toHaveAttribute("href", HOSTILE.tosUri);
  for (const link of page.querySelectorAll("a[target=_blank]")) expect(link).toHaveAttribute("rel", "noopener noreferrer");
});

test("R7 an app's logo is not fetched", async () => {
  const page = await renderAuthorization({ client: { ...APPS.developer, logoUri: "https://app.example/logo.png" } });
  expect(page.innerHTML).not.toContain("logo.png");
});

test("R6 the sign-in page shows the app's name as text", async () => {
  const context = contextOf("login.ftl");
  const page = await renderPage({ ...context, client: { ...context.client, name: SCRIPT } } as typeof context);
  expect(page.querySelector("script, img")).toBeNull();
  expect(page.querySelector(".lead bdi")?.textContent).toBe(SCRIPT);
});

test("R7 the error page shows Keycloak's reason as text and no address but the web's", async () => {
  const context = contextOf("error.ftl");
  const client = { ...context.client, baseUrl: "javascript:alert(1)" };
  const page = await renderPage({ ...context, client, message: { type: "error", summary: SCRIPT } } as typeof context);
  expect(page.querySelector("script, img")).toBeNull();
  expect(screen.getByRole("alert").textContent).toBe(SCRIPT);
  expect(page.querySelector("#backToApplication")).toBeNull();
});
