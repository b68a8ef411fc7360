/** R6: the member signs in with the plan's own credentials. */
import { fireEvent, screen } from "@testing-library/react";
import { contextOf, element, postedBy, renderPage } from "../../../test/render";

test("R6 the form posts Keycloak's fields under Keycloak's ids", async () => {
  const page = await renderPage(contextOf("login.ftl"));
  fireEvent.change(element("username"), { target: { value: "maria" } });
  fireEvent.change(element("password"), { target: { value: "secret" } });
  expect(page.querySelector("#kc-form-login")).toHaveAttribute("method", "post");
  expect(postedBy("kc-login")).toMatchObject({ username: ["maria"], password: ["secret"], credentialId: [""] });
});

test("R6 the page names the plan, the app, and that the app cannot see the password", async () => {
  await renderPage(contextOf("login.ftl"));
  expect(screen.getByRole("banner")).toHaveTextContent("Evergreen Health Plan");
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Sign in to Evergreen Health Plan");
  expect(screen.getByText(/sent you here/)).toHaveTextContent("Willow Diary sent you here.");
  expect(screen.getByText(/can’t see your password/)).toHaveTextContent("Willow Diary");
});

test("R6 Keycloak's own consoles are not called apps that sent the member", async () => {
  const context = contextOf("login.ftl");
  await renderPage({
    ...context,
    client: { ...context.client, clientId: "account-console", name: "Account Console" },
  } as typeof context);
  expect(screen.queryByText(/sent you here/)).toBeNull();
});

test("R6 a refused sign-in is an alert that both fields refer to", async () => {
  const context = contextOf("login.ftl");
  const messagesPerField = { ...context.messagesPerField, existsError: () => true, getFirstError: () => "Check your password." };
  await renderPage({ ...context, messagesPerField });
  expect(screen.getByRole("alert")).toContainElement(element("input-error"));
  for (const field of ["username", "password"]) {
    expect(element(field)).toBeInvalid();
    expect(element(field)).toHaveAccessibleDescription(/Check your password\./);
  }
  expect(document.title).toMatch(/^Error: /);
});

test("R6 the password can be looked at", async () => {
  await renderPage(contextOf("login.ftl"));
  fireEvent.click(screen.getByRole("button", { name: "Show password" }));
  expect(element("password")).toHaveAttribute("type", "text");
});
