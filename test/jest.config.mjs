/** One jest project per ring; `test/run.mjs` picks the rings and starts the servers that they need. */
const swc = ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "es6" } }];

const ring = (name) => ({
  displayName: name,
  rootDir: `${import.meta.dirname}/${name}`,
  testEnvironment: "node",
  extensionsToTreatAsEsm: [".ts"],
  transform: { "^.+\\.ts$": swc },
  testMatch: ["<rootDir>/**/*.test.ts"],
});

export default {
  projects: [
    `${import.meta.dirname}/../keycloak-theme/jest.config.mjs`,
    ring("screens"),
    ring("facade"),
    ring("realm"),
    ring("journey"),
    ring("nodes"),
  ],
  testTimeout: 300_000,
};
