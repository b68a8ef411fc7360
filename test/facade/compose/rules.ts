/** Each rule about the stack, with copies that break it and what is then said. */
import { checksHealth, dropsPrivileges, publishesOnLoopback, runsWithoutRoot, waitsForWhatItNeeds } from "./confinement.ts";
import { setsNamesThatAreRead, usesNamesOfTheContract } from "./environment.ts";
import { bakesNoSecret, namesPathsThatExist, pinsImages, startsProgramsItHolds } from "./images.ts";
import { followsTheSchema } from "./schema.ts";
import type { Rule } from "./stack.ts";
import { asksForEveryVariable, explainsEveryVariable, keepsSecretsOut, listsEveryVariable } from "./variables.ts";

const COMPOSE = "docker-compose.yml";
const NODE = "demo/images/node/Dockerfile";
const KEYCLOAK = "demo/images/keycloak/Dockerfile";
const STORE = "demo/images/fhir-store/Dockerfile";
const SECRET = "CURSOR_KEY: $" + "{CURSOR_KEY:?see .env.example}";

/** Rule, file, what is replaced by what, and what is then said. */
export const RULES: [title: string, rule: Rule, breaks: [file: string, found: string, replacement: string, said: string][]][] = [
  [
    "follows the schema of the Compose specification",
    followsTheSchema,
    [
      [COMPOSE, "depends_on:", "dependson:", "must NOT have additional properties"],
      [COMPOSE, "condition: service_healthy", "condition: healthy", "must be equal to one of the allowed values"],
    ],
  ],
  [
    "lists the same variables as .env.example",
    listsEveryVariable,
    [
      [".env.example", "REALM=", "REALMS=", "REALM is not in .env.example"],
      [".env.example", "REALM=", "OTHER=1\nREALM=", "OTHER is not used in docker-compose.yml"],
    ],
  ],
  ["explains every variable", explainsEveryVariable, [[".env.example", "REALM=", "\nREALM=", "REALM has no explanation above it"]]],
  [
    "has no variable with a fallback",
    asksForEveryVariable,
    [
      [COMPOSE, "CURSOR_KEY:?see .env.example", "CURSOR_KEY:-x", "does not say what to do when it is missing"],
      [COMPOSE, "CURSOR_KEY:?see .env.example", "CURSOR_KEY", "does not say what to do when it is missing"],
      [COMPOSE, '"$$status"', '"$status"', "has a variable without braces"],
    ],
  ],
  [
    "holds no secret",
    keepsSecretsOut,
    [
      [COMPOSE, SECRET, "CURSOR_KEY: abc", "facade: the value of CURSOR_KEY is not from the environment alone"],
      [COMPOSE, SECRET, SECRET.replace(":?see .env.example", ":-abc"), "facade: the value of CURSOR_KEY is not from the environment alone"],
      [".env.example", "CURSOR_KEY=", "CURSOR_KEY=abc", "CURSOR_KEY has a value in .env.example"],
    ],
  ],
  ["builds no secret into an image", bakesNoSecret, [[NODE, "ENV NODE_ENV", "ENV CURSOR_KEY", "facade: the image holds CURSOR_KEY"]]],
  [
    "names only paths that exist",
    namesPathsThatExist,
    [
      [COMPOSE, "./demo/images/postgres/databases.sh", "./demo/images/postgres/none.sh", "postgres: mounts demo/images/postgres/none.sh"],
      [COMPOSE, "demo/images/keycloak/Dockerfile", "demo/images/none/Dockerfile", "keycloak: is built by demo/images/none/Dockerfile"],
      [COMPOSE, "context: demo/images/fhir-store", "context: demo/none", "fhir-store: is built by demo/none/Dockerfile"],
      [COMPOSE, "target: facade", "target: none", "facade: builds none, which is no stage"],
      [NODE, "COPY fhir-facade/src", "COPY fhir-facade/none", "facade: copies fhir-facade/none, which is not there"],
      [STORE, "COPY --from=healthy", "COPY --from=none", "fhir-store: copies from none, which is no stage"],
      [".dockerignore", "docs", "realm-config", "realm-config: copies realm-config/src, which is ignored by .dockerignore"],
    ],
  ],
  [
    "starts only programs that are in the image",
    startsProgramsItHolds,
    [
      [
        COMPOSE,
        "realm-config/src/main.ts",
        "realm-config/src/none.ts",
        "realm-config: starts realm-config/src/none.ts, which is not there",
      ],
      [NODE, "COPY realm-config/src realm-config/src", "", "starts realm-config/src/main.ts, which is not copied into the image"],
    ],
  ],
  [
    "pins every image",
    pinsImages,
    [
      [COMPOSE, "postgres:17.7-alpine", "postgres:latest", "postgres: postgres:latest is not pinned"],
      [KEYCLOAK, "quay.io/keycloak/keycloak:26.7.4", "quay.io/keycloak/keycloak", "keycloak: quay.io/keycloak/keycloak is not pinned"],
    ],
  ],
  [
    "sets only names that the service's program reads",
    setsNamesThatAreRead,
    [
      [COMPOSE, "FACADE_HOST: 0.0.0.0", "FACADE_ADDRESS: 0.0.0.0", "facade: nothing reads FACADE_ADDRESS"],
      [COMPOSE, "KC_HOSTNAME:", "KC_HOST:", "keycloak: nothing reads KC_HOST"],
      ["demo/images/postgres/databases.sh", "\\getenv store_password", "\\set store_password", "nothing reads FHIR_STORE_DB_PASSWORD"],
    ],
  ],
  [
    "uses the configuration names of the contract",
    usesNamesOfTheContract,
    [
      ["docs/contracts.md", "`ISSUER_BACKCHANNEL_URL`", "`ISSUER_INSIDE_URL`", "facade: ISSUER_BACKCHANNEL_URL is not in section 8"],
      [".env.example", "REALM=", "REALM_NAME=", ".env.example: REALM_NAME is not in section 8"],
    ],
  ],
  [
    "checks the health of every service that lasts",
    checksHealth,
    [
      [COMPOSE, "test: [CMD, pg_isready", "test: [NONE, pg_isready", "postgres: has no health check"],
      [COMPOSE, 'restart: "no"', "restart: always", "members: has no health check"],
    ],
  ],
  [
    "runs nothing as root",
    runsWithoutRoot,
    [
      [COMPOSE, 'user: "70:70"', 'user: "0:0"', "postgres: runs as root"],
      [COMPOSE, 'user: "1000:0"', "stdin_open: false", "keycloak: runs as root"],
    ],
  ],
  [
    "takes away what a container does not need",
    dropsPrivileges,
    [
      [COMPOSE, "read_only: true", "read_only: false", "facade: can write to its image"],
      [COMPOSE, "cap_drop: [ALL]", "cap_drop: [KILL]", "facade: keeps capabilities"],
      [COMPOSE, "no-new-privileges:true", "no-new-privileges:false", "facade: can gain privileges"],
    ],
  ],
  ["publishes on the loopback address only", publishesOnLoopback, [[COMPOSE, '"127.0.0.1:$', '"$', "beyond 127.0.0.1"]]],
  [
    "waits for what it needs",
    waitsForWhatItNeeds,
    [
      [COMPOSE, "condition: service_completed_successfully", "condition: service_started", "facade: waits for realm-config"],
      [COMPOSE, "keycloak: { condition", "none: { condition", "realm-config: waits for none, which is no service"],
    ],
  ],
];
