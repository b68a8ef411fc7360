/** What a member reads when something goes wrong: what happened and what to do, in plain words; and no promise that is not certain (R7, D8). */
import { screen } from "@testing-library/react";
import { messagesOf } from "../../../test/messages";
import { contextOf, LANGUAGES, renderPage } from "../../../test/render";
import { WORDS } from "../words";

const MET = [
  "loginTimeout",
  "expiredCodeMessage",
  "cookieNotFoundMessage",
  "alreadyLoggedIn",
  "internalServerError",
  "clientDisabledMessage",
];
const CLAIM = /nothing (new )?(is|was) shared|not shared|no se compart|nada se compart/i;

describe.each(LANGUAGES)("what Keycloak says in %s", (language) => {
  const messages = messagesOf(language);

  test("D8 every message of ours is there, those that a member can meet among them", () => {
    expect([...messages.keys()]).toEqual(expect.arrayContaining(MET));
    expect([...messages.keys()]).toEqual([...messagesOf("en").keys()]);
  });

  test("R7 no message claims that nothing was shared, and none needs Java's escapes", () => {
    for (const [key, text] of [...messages, ...Object.entries(WORDS[language] ?? {}).filter(([name]) => /^(error|expired)/.test(name))]) {
      expect([key, CLAIM.test(String(text))]).toEqual([key, false]);
      expect([key, /['\\]|\{(?!\d\})/.test(String(text))]).toEqual([key, false]);
    }
    expect(CLAIM.test("Nothing was shared. Go back.")).toBe(true);
  });
});

test("R7 the error page says what happened, where to look, and leads back to the app", async () => {
  const context = contextOf("error.ftl");
  const client = { ...context.client, baseUrl: "https://app.example/" };
  await renderPage({ ...context, client, message: { type: "error", summary: "It broke. Try again." } } as typeof context);
  expect(screen.getByRole("alert")).toHaveTextContent("It broke. Try again.");
  expect(screen.getByText(/see which apps can get your records/)).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Go back to the app" })).toHaveAttribute("href", "https://app.example/");
});

test.each(LANGUAGES)(
  "R7 an app that the plan turned off: the title says so, in %s, and the member can see what is connected",
  async (language) => {
    const context = contextOf("error.ftl", language);
    const url = { ...context.url, loginRestartFlowUrl: "/realms/health-plan/login-actions/restart?client_id=x" };
    const summary = messagesOf(language).get("loginRequesterNotEnabledMessage");
    await renderPage({ ...context, url, message: { type: "error", summary } } as typeof context);
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent(WORDS[language]?.errorOffTitle ?? "");
    const apps = screen.getByRole("link", { name: WORDS[language]?.connectedApps });
    expect(apps).toHaveAttribute("href", "/realms/health-plan/account/applications");
  },
);

test("R7 the error page without an app offers no way to one", async () => {
  const context = { ...contextOf("error.ftl"), client: undefined };
  await renderPage(context as unknown as ReturnType<typeof contextOf>);
  expect(screen.queryByRole("link", { name: "Go back to the app" })).toBeNull();
});

test("R7 a page that is out of date says so and leads on, to the start, and back to the app", async () => {
  const context = contextOf("login-page-expired.ftl");
  await renderPage(context);
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("This page is out of date");
  expect(screen.getByText(/What you pressed last did not count/)).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Go on where I was" })).toHaveAttribute("href", context.url.loginAction);
  expect(screen.getByRole("link", { name: "Start again" })).toHaveAttribute("href", context.url.loginRestartFlowUrl);
  expect(screen.getByRole("link", { name: "Go back to the app" })).toHaveAttribute("href", "https://app.example/");
});

test("R7 a sign-in in another tab: the first sentence is the heading, the rest says what to do", async () => {
  const context = contextOf("info.ftl");
  const summary = messagesOf("en").get("alreadyLoggedIn");
  await renderPage({ ...context, messageHeader: undefined, message: { type: "success", summary } } as typeof context);
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent(/^You are signed in already\.$/);
  expect(screen.getByText(/^Maybe you went on in another tab/)).toBeInTheDocument();
});
