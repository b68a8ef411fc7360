/** `SIGN_IN_FILE`: how members sign in (docs/sign-in.md), as JSON; secrets stay in the environment and are named by their variables. */
import { RealmConfigError } from "./apply/refusals.ts";
import { readJson } from "./json-file.ts";
import { type Fields, fieldsOf } from "./sign-in-fields.ts";
import { type Directory, type MemberMap, type Portal, type SignIn, STEP_UPS } from "./sign-in-settings.ts";

/** @throws RealmConfigError with one sentence: file, field, what is wrong */
export function readSignIn(environment: NodeJS.ProcessEnv): SignIn | undefined {
  const file = environment.SIGN_IN_FILE?.trim();
  if (!file) return undefined;
  const fields = fieldsOf(file, "", readJson(file, `SIGN_IN_FILE: ${file}`), environment);
  const portal = fields.optional("portal", () => portalOf(fields.within("portal")));
  const directory = fields.optional("directory", () => directoryOf(fields.within("directory")));
  const stepUp = fields.optional("stepUp", (name) => fields.oneOf(name, STEP_UPS)) ?? "none";
  fields.end();
  if (portal?.onlyWay && directory)
    throw new RealmConfigError(`${file}: portal.onlyWay leaves no password form, which directory needs: take one of them out.`);
  return { ...(portal ? { portal } : {}), ...(directory ? { directory } : {}), stepUp };
}

function portalOf(fields: Fields): Portal {
  const protocol = fields.oneOf("protocol", ["oidc", "saml"]);
  const any = {
    name: fields.text("name"),
    map: mapOf(fields.within("map")),
    trustEmail: fields.flag("trustEmail", false),
    onlyWay: fields.flag("onlyWay", false),
  };
  const portal: Portal =
    protocol === "saml"
      ? { protocol, ...any, metadataUrl: fields.url("metadataUrl", "https:", "http:") }
      : {
          protocol,
          ...any,
          issuer: fields.url("issuer", "https:", "http:"),
          clientId: fields.text("clientId"),
          clientSecret: fields.secret("clientSecretVariable"),
          clientAuthentication:
            fields.optional("clientAuthentication", (name) => fields.oneOf(name, ["client_secret_basic", "client_secret_post"])) ??
            "client_secret_basic",
          scopes: fields.optional("scopes", fields.texts) ?? ["profile", "email"],
        };
  fields.end();
  return portal;
}

function directoryOf(fields: Fields): Directory {
  const startTls = fields.flag("startTls", false);
  const filter = fields.optional("filter", fields.text);
  const directory: Directory = {
    vendor: fields.optional("vendor", (name) => fields.oneOf(name, ["ad", "rhds", "tivoli", "edirectory", "other"])) ?? "other",
    url: fields.url("url", "ldaps:", "ldap:", startTls),
    startTls,
    bindDn: fields.text("bindDn"),
    bindPassword: fields.secret("bindPasswordVariable"),
    usersDn: fields.text("usersDn"),
    usernameAttribute: fields.optional("usernameAttribute", fields.text) ?? "uid",
    uuidAttribute: fields.optional("uuidAttribute", fields.text) ?? "entryUUID",
    objectClasses: fields.optional("objectClasses", fields.texts) ?? ["inetOrgPerson"],
    ...(filter ? { filter } : {}),
    trustEmail: fields.flag("trustEmail", false),
    map: mapOf(fields.within("map")),
  };
  fields.end();
  return directory;
}

function mapOf(fields: Fields): MemberMap {
  const memberUntil = fields.optional("memberUntil", fields.text);
  const represents = fields.optional("represents", fields.text);
  const map = { memberId: fields.text("memberId"), ...(memberUntil ? { memberUntil } : {}), ...(represents ? { represents } : {}) };
  fields.end();
  return map;
}
