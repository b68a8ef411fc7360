/** Sensitivity categories: the standard set, and what a category is. */
export * from "./categories.ts";
export * from "./category.ts";
export * from "./version.ts";
