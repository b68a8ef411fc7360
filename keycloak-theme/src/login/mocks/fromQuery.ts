/** A page by query, for development: `page`, `lang`, `owner`, `mode`, `problem`, `state=hostile|returning|other|error`, `message`. */
import { OWNER_TYPES, type OwnerType } from "@member-exchange/sharing-policy";
import type { AuthorizationBean, KcContext } from "../KcContext";
import { authorizationOf, HOSTILE } from "./authorization";
import { getKcContextMock } from "./getKcContextMock";

const isOwnerType = (value: string | null): value is OwnerType => value !== null && Object.hasOwn(OWNER_TYPES, value);

function authorizationFrom(query: URLSearchParams): AuthorizationBean {
  const owner = query.get("owner");
  const state = query.get("state");
  const bean = authorizationOf(isOwnerType(owner) ? owner : "developer");
  return {
    ...bean,
    client: state === "hostile" ? HOSTILE : bean.client,
    person: state === "other" ? { name: "Leo Gomez", relationship: "parent" } : bean.person,
    mode: query.get("mode") ?? bean.mode,
    problem: query.get("problem") ?? "",
    returning: state === "returning",
    choosesPerson: state === "other",
  };
}

export function mockFromQuery(query: URLSearchParams): KcContext {
  const locale = { currentLanguageTag: query.get("lang") ?? "en" };
  const page = query.get("page") ?? "login.ftl";
  if (page === "member-authorization.ftl") {
    const context = getKcContextMock({ pageId: page, overrides: { locale } });
    return { ...context, authorization: authorizationFrom(query) };
  }
  if (page === "choose-person.ftl") {
    const context = getKcContextMock({ pageId: page, overrides: { locale } });
    const client = query.get("state") === "hostile" ? HOSTILE : context.authorization.client;
    return { ...context, authorization: { ...context.authorization, client, problem: query.get("problem") ?? "" } };
  }
  const summary = query.get("message");
  const message = summary ? { message: { type: "error", summary } as const } : {};
  const context = { ...getKcContextMock({ pageId: page as "login.ftl", overrides: { locale } }), ...message };
  if (query.get("state") !== "error") return context;
  const wrong = locale.currentLanguageTag === "es" ? "Revise su correo o número." : "Check your email or member ID.";
  return {
    ...context,
    messagesPerField: { ...context.messagesPerField, existsError: () => true, getFirstError: () => wrong },
  };
}
