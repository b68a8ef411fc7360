/** A page by query, for development: `page`, `lang`, `owner`, `mode`, `problem`, `state=hostile|returning|other|error`, `message`. */
import { LANGUAGES, OWNER_TYPES, type OwnerType } from "@member-exchange/sharing-policy";
import { PLAN_SETTINGS } from "../../plan/settings";
import type { AuthorizationBean, KcContext } from "../KcContext";
import { authorizationOf, HOSTILE } from "./authorization";
import { getKcContextMock } from "./getKcContextMock";
import { comingBack } from "./returning";
import { serverMessage } from "./serverMessages";
import { nameFrom, varied } from "./variants";

const isOwnerType = (value: string | null): value is OwnerType => value !== null && Object.hasOwn(OWNER_TYPES, value);

/** To a parent of somebody of fourteen, say. */
const CLOSED: readonly string[] = ["SUD", "STD", "SEX"];

function authorizationFrom(query: URLSearchParams): AuthorizationBean {
  const owner = query.get("owner");
  const state = query.get("state");
  const language = LANGUAGES.find((one) => one === query.get("lang")) ?? "en";
  const bean = authorizationOf(isOwnerType(owner) ? owner : "developer", language);
  return {
    ...bean,
    client: state === "hostile" ? HOSTILE : bean.client,
    categories: bean.categories.map((category) => ({ ...category, closed: state === "other" && CLOSED.includes(category.code) })),
    person: state === "other" ? { name: "Leo Gomez", relationship: "parent" } : bean.person,
    mode: query.get("mode") ?? bean.mode,
    durations: bean.durations.map((one) => (query.get("problem") === "needs-end" ? { ...one, chosen: one.open } : one)),
    problem: query.get("problem") ?? "",
    returning: state === "returning",
    choosesPerson: state === "other",
  };
}

/** Any setting of the plan by its name. */
function brandedBy(query: URLSearchParams, context: KcContext): KcContext {
  const properties = Object.fromEntries(Object.keys(PLAN_SETTINGS).map((setting) => [setting, query.get(setting) ?? ""]));
  const realm = query.has("PLAN_NAME") ? { ...context.realm, displayName: "" } : context.realm;
  return { ...context, realm, properties: { ...context.properties, ...properties } } as KcContext;
}

export const mockFromQuery = (query: URLSearchParams): KcContext => brandedBy(query, pageFrom(query));

function pageFrom(query: URLSearchParams): KcContext {
  const locale = { currentLanguageTag: query.get("lang") ?? "en" };
  const page = query.get("page") ?? "login.ftl";
  if (page === "member-authorization.ftl") {
    const context = getKcContextMock({ pageId: page, overrides: { locale } });
    return { ...context, authorization: varied(comingBack(authorizationFrom(query), query), query) };
  }
  if (page === "choose-person.ftl") {
    const context = getKcContextMock({ pageId: page, overrides: { locale } });
    const client = query.get("state") === "hostile" ? HOSTILE : context.authorization.client;
    return { ...context, authorization: { ...context.authorization, client, problem: query.get("problem") ?? "" } };
  }
  const key = query.get("message");
  const summary = key && serverMessage(key, locale.currentLanguageTag);
  const message = summary ? { messageHeader: undefined, message: { type: "error", summary } as const } : {};
  const mock = getKcContextMock({ pageId: page as "login.ftl", overrides: { locale } });
  const context = { ...mock, client: { ...mock.client, name: nameFrom(query) ?? mock.client.name }, ...message };
  if (query.get("state") !== "error") return context;
  const wrong = locale.currentLanguageTag === "es" ? "Revise su correo o número." : "Check your email or member ID.";
  return {
    ...context,
    messagesPerField: { ...context.messagesPerField, existsError: () => true, getFirstError: () => wrong },
  };
}
