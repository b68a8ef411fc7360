/** The words all rooms share: resource types, SMART scopes, sensitivity categories, owner types and the authorization claim. */
export * from "./categories/index.ts";
export * from "./member-authorization.ts";
export * from "./owner-types.ts";
export * from "./record-parts.ts";
export * from "./resource-types.ts";
export * from "./scopes.ts";
export * from "./suspension-reasons.ts";
