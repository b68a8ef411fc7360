/** Renders a page as the member's browser gets it from Keycloak. */
import { act, render } from "@testing-library/react";
import type { AuthorizationBean, ChoosePersonBean, KcContext } from "../src/login/KcContext";
import KcPage from "../src/login/KcPage";
import { authorizationOf } from "../src/login/mocks/authorization";
import { getKcContextMock } from "../src/login/mocks/getKcContextMock";

export type Language = "en" | "es";
export const LANGUAGES: readonly Language[] = ["en", "es"];

export async function renderPage(kcContext: KcContext): Promise<HTMLElement> {
  const { container } = await act(async () => render(<KcPage kcContext={kcContext} />));
  return container;
}

/** Keycloak's own pages that a member is most likely to meet. */
export const STOCK_PAGES = [
  "login-otp.ftl",
  "login-page-expired.ftl",
  "login-reset-password.ftl",
  "login-update-password.ftl",
  "login-verify-email.ftl",
  "logout-confirm.ftl",
  "register.ftl",
] as const;

type PageId = "login.ftl" | "error.ftl" | "info.ftl" | (typeof STOCK_PAGES)[number];

export function contextOf(pageId: PageId, language: Language = "en"): KcContext {
  return getKcContextMock({ pageId: pageId as "login.ftl", overrides: { locale: { currentLanguageTag: language } } });
}

/** The authorization page for an app that asks for everything; `overrides` replace parts of the bean. */
export function renderAuthorization(overrides: Partial<AuthorizationBean> = {}, language: Language = "en"): Promise<HTMLElement> {
  const context = getKcContextMock({ pageId: "member-authorization.ftl", overrides: { locale: { currentLanguageTag: language } } });
  return renderPage({ ...context, authorization: { ...authorizationOf("developer", language), ...overrides } });
}

/** The page that asks whose records; `overrides` replace parts of the bean. */
export async function renderChoosePerson(overrides: Partial<ChoosePersonBean> = {}, language: Language = "en"): Promise<HTMLElement> {
  const context = getKcContextMock({ pageId: "choose-person.ftl", overrides: { locale: { currentLanguageTag: language } } });
  return renderPage({ ...context, authorization: { ...context.authorization, ...overrides } });
}

export function element<E extends HTMLElement = HTMLInputElement>(id: string): E {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element with id ${id}`);
  return found as E;
}

/** What the browser would post when a button is pressed. */
export function postedBy(button: string): Record<string, string[]> {
  const pressed = element<HTMLButtonElement>(button);
  const form = new FormData(pressed.form as HTMLFormElement);
  form.append(pressed.name, pressed.value);
  return Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name).map(String)]));
}
