/** The ring `pages`: every page of the theme in jsdom, as the member's browser gets it. */
const stub = (name) => `<rootDir>/test/${name}`;

/** @type {import('jest').Config} */
export default {
  displayName: "pages",
  rootDir: import.meta.dirname,
  testEnvironment: "jsdom",
  testEnvironmentOptions: { customExportConditions: [""] },
  testMatch: ["<rootDir>/src/**/*.test.{ts,tsx}"],
  setupFilesAfterEnv: ["<rootDir>/test/setup.ts"],
  transform: {
    "^.+\\.[jt]sx?$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic" } },
        },
        module: { type: "commonjs" },
      },
    ],
  },
  // keycloakify ships ES modules in .js files of a package without "type": "module"
  transformIgnorePatterns: ["/node_modules/(?!(keycloakify|tsafe|evt|powerhooks)/)"],
  moduleNameMapper: {
    "\\.css$": stub("empty.cjs"),
    "Template\\.useInitialize$": stub("use-initialize.cjs"),
    "/lib/BASE_URL$": stub("base-url.cjs"),
    "/kc\\.gen$": stub("kc.gen.ts"),
  },
};
