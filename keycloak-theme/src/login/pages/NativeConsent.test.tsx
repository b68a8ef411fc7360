/** Keycloak's own consent page, for clients that are no apps of members, and the page for a sign-in without a record (R7, D5). */
import { screen } from "@testing-library/react";
import { element, postedBy, renderPage } from "../../../test/render";
import { getKcContextMock } from "../mocks/getKcContextMock";

const SCRIPT = "<img src=x onerror=alert(1)><script>alert(1)</script>";
const consent = getKcContextMock({ pageId: "login-oauth-grant.ftl" });

test("R7 names and scope texts from outside stay text, addresses that are none are no links", async () => {
  const page = await renderPage({
    ...consent,
    client: { ...consent.client, name: SCRIPT, attributes: { policyUri: "javascript:alert(1)", tosUri: "https://app.example/terms" } },
    oauth: { ...consent.oauth, clientScopesRequested: [{ consentScreenText: SCRIPT, dynamicScopeParameter: SCRIPT }] },
  });
  expect(page.querySelector("script, img")).toBeNull();
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent(`Let ${SCRIPT} use your account?`);
  expect(screen.getAllByRole("link", { name: /opens in a new tab/ }).map((link) => link.getAttribute("href"))).toEqual([
    "https://app.example/terms",
  ]);
});

test("D5 the two answers weigh the same, and post what Keycloak reads", async () => {
  await renderPage(consent);
  const [yes, no] = [element("kc-login"), element("kc-cancel")];
  expect([no.tagName, no.className, no.parentElement]).toEqual([yes.tagName, yes.className, yes.parentElement]);
  expect(postedBy("kc-login")).toEqual({ code: [consent.oauth.code], accept: ["accept"] });
  expect(postedBy("kc-cancel")).toEqual({ code: [consent.oauth.code], cancel: ["cancel"] });
});

test("R7 a sign-in without a record: what happened, whom to call, and the way back to the app", async () => {
  const page = await renderPage(getKcContextMock({ pageId: "no-record.ftl" }));
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("No health records are linked to your sign-in");
  expect(page).toHaveTextContent(/Call us at 1-800-555-0134/);
  expect(postedBy("deny")).toEqual({ decision: ["deny"] });
});
