/** A plan brands its pages by Keycloak's environment, without building the theme again (keycloak-theme/README.md). */
import { screen } from "@testing-library/react";
import { contextOf, renderPage } from "../../test/render";
import { planOf } from "./plan";
import { PLAN_SETTINGS } from "./settings";

const realm = { name: "health-plan", displayName: "" };
const PICTURE = "data:image/png;base64,iVBORw0KGgo=";
let warned: jest.SpyInstance;
beforeEach(() => {
  warned = jest.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(() => warned.mockRestore());

const branded = async (properties: Record<string, string>) => {
  const context = contextOf("login.ftl");
  return renderPage({ ...context, realm: { ...context.realm, displayName: "" }, properties } as typeof context);
};

test("name, phone, logo and links come from the settings", async () => {
  const page = await branded({
    PLAN_NAME: "Blue River Health",
    PLAN_PHONE: "1-800-555-0199",
    PLAN_LOGO: PICTURE,
    PLAN_PRIVACY_URL: "https://blueriver.example/privacy",
  });
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Sign in to Blue River Health");
  expect(screen.getByRole("contentinfo")).toHaveTextContent("1-800-555-0199");
  expect(page.querySelector("header img")).toHaveAttribute("src", PICTURE);
  expect(screen.getByRole("link", { name: /Our privacy notice/ })).toHaveAttribute("href", "https://blueriver.example/privacy");
  expect(screen.queryByRole("link", { name: /language help/ })).toBeNull();
});

test("the realm's display name wins; the realm's name, which Keycloak gives where there is none, does not", () => {
  const properties = { PLAN_NAME: "Blue River Health" };
  expect(planOf({ realm: { name: "r", displayName: "Shown Name" }, properties }).name).toBe("Shown Name");
  expect(planOf({ realm: { name: "r", displayName: "r" }, properties }).name).toBe("Blue River Health");
});

test("what is not set is as it was built", () => {
  expect(planOf({ realm, properties: {} })).toMatchObject({
    name: PLAN_SETTINGS.PLAN_NAME,
    phone: PLAN_SETTINGS.PLAN_PHONE,
    logo: "",
    color: "",
  });
  expect(warned).not.toHaveBeenCalled();
});

test.each([
  ["PLAN_COLOR", "red;}body{display:none"],
  ["PLAN_COLOR", "#12345"],
  ["PLAN_LOGO", "https://elsewhere.example/logo.png"],
  ["PLAN_LOGO", "data:text/html;base64,PGI+"],
  ["PLAN_PRIVACY_URL", "javascript:alert(1)"],
  ["PLAN_PHONE", "call us"],
])("%s=%s is not taken, and the console says so", (setting, value) => {
  const plan = planOf({ realm, properties: { [setting]: value } });
  expect(JSON.stringify(plan)).not.toContain(value);
  expect(warned).toHaveBeenCalledWith(expect.stringContaining(setting));
});

test("markup in the name stays text", async () => {
  const page = await branded({ PLAN_NAME: "<script>alert(1)</script>" });
  expect(page.querySelector("script")).toBeNull();
});
